package org.dailybriefing.feed;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import org.dailybriefing.edition.Source;
import org.dailybriefing.feed.Collector.Outcome;
import org.dailybriefing.feed.FeedStore.Asked;
import org.dailybriefing.feed.FeedStore.Document;
import org.dailybriefing.feed.FeedStore.Validators;
import org.dailybriefing.feed.fetch.Exchange;
import org.dailybriefing.feed.fetch.FeedFetcher;
import org.dailybriefing.feed.fetch.FetchRequest;
import org.dailybriefing.feed.fetch.FetchResult;
import org.dailybriefing.feed.parse.FeedParser;
import org.dailybriefing.feed.parse.ParseResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks one feed, keeps what is new in it, and writes down what came of it. */
@Component
final class FeedCheck {

    private static final Logger log = LoggerFactory.getLogger(FeedCheck.class);

    private static final Exchange NO_ANSWER = new Exchange(0, 0, Duration.ZERO, null, null, null);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int GONE = 410;
    private static final int LONGEST_REASON = 300;

    private final FeedFetcher fetcher;
    private final FeedStore feeds;
    private final ItemStore items;
    private final InstantSource clock;

    FeedCheck(FeedFetcher fetcher, FeedStore feeds, ItemStore items, InstantSource clock) {
        this.fetcher = fetcher;
        this.feeds = feeds;
        this.items = items;
        this.clock = clock;
    }

    /** Whatever goes wrong with one feed stays with that feed. */
    Outcome of(Source source, FeedState feed, AddressBook addresses) {
        Instant now = clock.instant();
        try {
            return ask(source, feed, addresses, now);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            log.error("{} could not be collected", source.url(), e);
            return failed(source, feed, NO_ANSWER, "could not be collected: " + e.getMessage(), now);
        }
    }

    private Outcome ask(Source source, FeedState feed, AddressBook addresses, Instant now) {
        FetchResult result = fetcher.fetch(new FetchRequest(
                feed.address(),
                feed.etag(),
                feed.lastModified(),
                url -> addresses.other(source, url).isPresent()));
        if (result instanceof FetchResult.NotModified same) {
            return notModified(source, feed, same, now);
        }
        if (result instanceof FetchResult.Fetched fetched) {
            return fetched(source, feed, fetched, now);
        }
        if (result instanceof FetchResult.OtherFeed elsewhere) {
            return sameFeed(source, feed, elsewhere, addresses, now);
        }
        var failed = (FetchResult.Failed) result;
        return failed(source, feed, failed.exchange(), failed.why(), now);
    }

    private Outcome notModified(Source source, FeedState feed, FetchResult.NotModified same, Instant now) {
        if (!feed.conditional()) {
            return failed(source, feed, same.exchange(), "answered 304 to a question without conditions", now);
        }
        var validators = new Validators(
                same.etag() == null ? feed.etag() : same.etag(),
                same.lastModified() == null ? feed.lastModified() : same.lastModified());
        feeds.notModified(succeeded(feed, same.exchange(), validators, feed.rhythm(), now), validators);
        return new Outcome.Unchanged(source);
    }

    private Outcome fetched(Source source, FeedState feed, FetchResult.Fetched fetched, Instant now) {
        var validators = new Validators(fetched.etag(), fetched.lastModified());
        String hash = sha256(fetched.bytes());
        if (hash.equals(feed.bodyHash())) {
            feeds.sameBytes(succeeded(feed, fetched.exchange(), validators, feed.rhythm(), now), validators);
            return new Outcome.Unchanged(source);
        }
        ParseResult parsed = FeedParser.parse(fetched.bytes(), fetched.contentType(), fetched.url());
        if (parsed instanceof ParseResult.NoFeed no) {
            return failed(source, feed, fetched.exchange(), reason(no), now);
        }
        var read = (ParseResult.Feed) parsed;
        if (read.repaired() && read.entries().isEmpty()) {
            return failed(
                    source, feed, fetched.exchange(), "is broken, and there is no item in what is left of it", now);
        }
        var kept = items.keep(feed.id(), read.entries());
        Rhythm rhythm = Rhythm.of(read.entries(), read.hints(), now);
        Asked asked = succeeded(feed, fetched.exchange(), validators, rhythm, now);
        Instant lastNew = lastNew(feed, read, kept.added(), now);
        feeds.read(asked, validators, new Document(hash, read.entries().size(), rhythm, read.hub(), lastNew));
        return new Outcome.Read(source, read.entries().size(), kept.added(), kept.edited());
    }

    /** All in a first document is new here, and may be years old. */
    private static @Nullable Instant lastNew(FeedState feed, ParseResult.Feed read, int added, Instant now) {
        if (feed.bodyHash() == null) {
            return Objects.requireNonNullElse(Rhythm.newest(read.entries(), now), now);
        }
        return added > 0 ? now : null;
    }

    private Asked succeeded(FeedState feed, Exchange exchange, Validators validators, Rhythm rhythm, Instant now) {
        boolean backHome = feed.relocation().location() != null
                && feed.address().equals(URI.create(feed.url()))
                && exchange.movedTo() == null;
        Relocation after = backHome ? Relocation.NONE : feed.relocation().seen(exchange.movedTo(), now);
        if (!after.equals(feed.relocation())) {
            URI address = after.location() == null ? URI.create(feed.url()) : after.location();
            feeds.relocated(feed.id(), after, FeedAddress.host(address));
        }
        boolean conditional = validators.etag() != null || validators.lastModified() != null;
        return new Asked(
                feed.id(),
                now,
                exchange,
                CheckSchedule.afterSuccess(feed.url(), now, conditional, rhythm, exchange.maxAge()));
    }

    private Outcome sameFeed(
            Source source, FeedState feed, FetchResult.OtherFeed elsewhere, AddressBook addresses, Instant now) {
        Source other = addresses.other(source, elsewhere.url()).orElseThrow();
        var outcome = new Outcome.SameFeed(source, other);
        feeds.sameFeed(
                new Asked(feed.id(), now, elsewhere.exchange(), now.plus(CheckSchedule.CEILING)), outcome.problem());
        return outcome;
    }

    private Outcome failed(Source source, FeedState feed, Exchange exchange, String reason, Instant now) {
        boolean gone = exchange.status() == GONE;
        String why = gone ? Outcome.Gone.PROBLEM : line(reason);
        Instant planned = CheckSchedule.afterFailure(feed.url(), now, feed.failures() + 1, exchange.status());
        var asked = new Asked(feed.id(), now, exchange, planned);
        if (gone) {
            feeds.gone(asked, why);
        } else {
            feeds.failed(asked, why);
        }
        respect(feed, exchange, planned, now);
        return new Outcome.Failed(source, source.name() + " " + why + " (" + source.url() + ").");
    }

    /** Who is asked too often is asked by no feed of his for a while. */
    private void respect(FeedState feed, Exchange exchange, Instant planned, Instant now) {
        Instant wanted = exchange.retryAfter() == null ? null : CheckSchedule.kept(exchange.retryAfter(), now);
        if (exchange.status() == TOO_MANY_REQUESTS) {
            feeds.pause(FeedAddress.host(feed.address()), wanted == null ? planned : wanted);
        } else if (exchange.status() == UNAVAILABLE && wanted != null) {
            feeds.postpone(feed.id(), wanted);
        }
    }

    /** With the feed that a page links to: what stands at the address is often the page of the feed. */
    static String reason(ParseResult.NoFeed no) {
        return no.alternates().isEmpty()
                ? no.why()
                : line(no.why()) + "; it links to the feed " + no.alternates().get(0);
    }

    /** Partly in the words of the other side. */
    private static String line(String reason) {
        String line = reason.replaceAll("[\\p{C}\\s]+", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
