package org.dailybriefing.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dailybriefing.edition.Source;
import org.dailybriefing.feed.fetch.FeedFetcher;
import org.dailybriefing.feed.fetch.FetchRequest;
import org.dailybriefing.feed.fetch.FetchResult;
import org.dailybriefing.feed.parse.FeedEntry;
import org.dailybriefing.feed.parse.FeedParser;
import org.dailybriefing.feed.parse.ParseResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches the feeds that are due, several at a time, and keeps what is new in them. */
@Component
public class Collector {

    private static final Logger log = LoggerFactory.getLogger(Collector.class);

    private static final int AT_ONCE = 8;
    /** A little under the ten minutes between two rounds, so that a feed is due in each. */
    private static final Duration INTERVAL = Duration.ofMinutes(9);

    /** Longer than a fetch can take: two rounds at once don't ask one feed twice. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private static final int LONGEST_REASON = 300;

    private final FeedFetcher fetcher;
    private final FeedStore feeds;
    private final ItemStore items;
    private final InstantSource clock;

    Collector(FeedFetcher fetcher, FeedStore feeds, ItemStore items, InstantSource clock) {
        this.fetcher = fetcher;
        this.feeds = feeds;
        this.items = items;
        this.clock = clock;
    }

    /** Which feeds a round asks. */
    public enum Round {
        DUE,
        ALL
    }

    /** What one feed of a round brought. */
    public sealed interface Outcome {
        Source source();

        record Read(Source source, int items, int added, int edited) implements Outcome {}

        record Unchanged(Source source) implements Outcome {}

        record NotDue(Source source, Instant nextCheck) implements Outcome {}

        /** @param sentence what is wrong and what to do */
        record Failed(Source source, String sentence) implements Outcome {}
    }

    /**
     * Outcomes in the order of the sources. A second round waits for the first: who compiles after it has what the first
     * was fetching.
     */
    public synchronized List<Outcome> collect(List<Source> sources, Round round) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Collector::worker);
        try {
            var running = sources.stream()
                    .map(source -> workers.submit(() -> collectAlone(source, round)))
                    .toList();
            return running.stream().map(Collector::outcome).toList();
        } finally {
            workers.shutdownNow();
        }
    }

    /** Whatever goes wrong with one feed stays with that feed. */
    private Outcome collectAlone(Source source, Round round) {
        try {
            return collect(source, round);
        } catch (RuntimeException e) {
            log.error("{} could not be collected", source.url(), e);
            return new Outcome.Failed(source, source.name() + " could not be collected: " + e.getMessage());
        }
    }

    private Outcome collect(Source source, Round round) {
        FeedState feed = feeds.of(source.url().toString());
        Instant now = clock.instant();
        if (round == Round.DUE && !feeds.claim(feed.id(), now, now.plus(CLAIM))) {
            return new Outcome.NotDue(source, Objects.requireNonNullElse(feed.nextCheck(), now));
        }
        FetchResult result =
                fetcher.fetch(new FetchRequest(source.url(), feed.etag(), feed.lastModified(), url -> false));
        if (result instanceof FetchResult.NotModified) {
            feeds.succeeded(feed.id(), feed.etag(), feed.lastModified(), now, now.plus(INTERVAL));
            return new Outcome.Unchanged(source);
        }
        if (result instanceof FetchResult.Fetched fetched) {
            return read(source, feed, fetched, now);
        }
        return failed(source, feed, ((FetchResult.Failed) result).why(), now);
    }

    private Outcome read(Source source, FeedState feed, FetchResult.Fetched fetched, Instant now) {
        ParseResult parsed = FeedParser.parse(fetched.bytes(), fetched.contentType(), fetched.url());
        if (parsed instanceof ParseResult.NoFeed no) {
            return failed(source, feed, no.why(), now);
        }
        List<FeedEntry> entries = ((ParseResult.Feed) parsed).entries();
        if (entries.isEmpty() && ((ParseResult.Feed) parsed).repaired()) {
            return failed(source, feed, "is broken, and there is no item in what is left of it", now);
        }
        var kept = items.keep(feed.id(), entries, now);
        feeds.succeeded(feed.id(), fetched.etag(), fetched.lastModified(), now, now.plus(INTERVAL));
        return new Outcome.Read(source, entries.size(), kept.added(), kept.edited());
    }

    private Outcome failed(Source source, FeedState feed, String reason, Instant now) {
        // partly in the words of the other side
        String line = reason.replaceAll("[\\p{C}\\s]+", " ");
        String why = line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
        Duration pause = INTERVAL.multipliedBy(1L << Math.min(feed.failures(), 10));
        feeds.failed(feed.id(), why, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
        String sentence = source.name() + " " + why + " (" + source.url() + ").";
        return new Outcome.Failed(source, sentence);
    }

    private static Outcome outcome(Future<Outcome> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while collecting", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private static Thread worker(Runnable work) {
        var thread = new Thread(work, "collect");
        thread.setDaemon(true);
        return thread;
    }
}
