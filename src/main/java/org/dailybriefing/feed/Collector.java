package org.dailybriefing.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dailybriefing.edition.Source;
import org.springframework.stereotype.Component;

/** Asks the feeds that a round is for: several hosts at a time, the feeds of one host one after the other. */
@Component
public class Collector {

    private static final int AT_ONCE = 16;

    /** Longer than a fetch can take, with its wait for a turn at a host: two processes don't ask one feed twice. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private final FeedStore feeds;
    private final FeedCheck check;
    private final InstantSource clock;

    Collector(FeedStore feeds, FeedCheck check, InstantSource clock) {
        this.feeds = feeds;
        this.check = check;
        this.clock = clock;
    }

    /** Which feeds a round asks. None of them asks one that is gone, or before its server wants to be asked. */
    public enum Round {
        /** those that are due */
        DUE,
        /** those too that are well and were last asked more than an hour ago, as before a compile */
        FRESH,
        /** all, as when a person wants to know */
        ALL;

        boolean wants(FeedState feed, Instant now) {
            if (feed.gone() != null || feed.paused(now)) {
                return false;
            }
            boolean due = !feed.nextCheck(now).isAfter(now);
            return this == ALL || due || this == FRESH && feed.problem() == null && isOld(feed, now);
        }

        private static boolean isOld(FeedState feed, Instant now) {
            var last = feed.lastCheck();
            return last == null || !last.at().plus(CheckSchedule.FLOOR).isAfter(now);
        }
    }

    /** What one feed of a round brought. */
    public sealed interface Outcome {
        Source source();

        record Read(Source source, int items, int added, int edited) implements Outcome {}

        record Unchanged(Source source) implements Outcome {}

        record NotDue(Source source, Instant nextCheck) implements Outcome {}

        /** It is gone for good and was not asked. */
        record Gone(Source source) implements Outcome {
            public static final String PROBLEM =
                    "is gone for good (410); take it out of edition.yml or give its new address there";
        }

        /** It was not fetched, since it leads to what is fetched for another source. */
        record SameFeed(Source source, Source other) implements Outcome {
            public String problem() {
                return "is the same feed as " + other.name() + "; take one of the two out of edition.yml";
            }
        }

        /** @param sentence what is wrong and what to do */
        record Failed(Source source, String sentence) implements Outcome {}
    }

    /**
     * Outcomes in the order of the sources. A second round waits for the first: who compiles after it has what the first
     * was fetching.
     */
    public synchronized List<Outcome> collect(List<Source> sources, Round round) {
        Instant now = clock.instant();
        Map<String, FeedState> states = feeds.open(
                sources.stream().map(source -> source.url().toString()).toList());
        var addresses = new AddressBook(sources, states);
        var outcomes = new HashMap<Source, Outcome>();
        var hosts = new LinkedHashMap<String, List<Asking>>();
        for (Source source : sources) {
            FeedState feed = Objects.requireNonNull(states.get(source.url().toString()));
            var twin = addresses.twin(source);
            if (twin.isPresent()) {
                outcomes.put(source, new Outcome.SameFeed(source, twin.get()));
            } else if (round.wants(feed, now)) {
                hosts.computeIfAbsent(FeedAddress.host(feed.address()), host -> new ArrayList<>())
                        .add(new Asking(source, feed));
            } else {
                outcomes.put(source, notAsked(source, feed, now));
            }
        }
        ask(hosts.values(), addresses).forEach(outcome -> outcomes.put(outcome.source(), outcome));
        return sources.stream()
                .map(source -> Objects.requireNonNull(outcomes.get(source)))
                .toList();
    }

    private record Asking(Source source, FeedState feed) {

        /** Never, before all times. */
        Instant lastAsked() {
            return feed.lastCheck() == null ? Instant.MIN : feed.lastCheck().at();
        }
    }

    private static Outcome notAsked(Source source, FeedState feed, Instant now) {
        return feed.gone() == null ? new Outcome.NotDue(source, feed.nextCheck(now)) : new Outcome.Gone(source);
    }

    private List<Outcome> ask(Collection<List<Asking>> hosts, AddressBook addresses) {
        if (hosts.isEmpty()) {
            return List.of();
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(AT_ONCE, hosts.size()), Collector::worker);
        try {
            var running = hosts.stream()
                    .map(host -> workers.submit(() -> ask(host, addresses)))
                    .toList();
            return running.stream()
                    .map(Collector::outcomes)
                    .flatMap(List::stream)
                    .toList();
        } finally {
            workers.shutdownNow();
        }
    }

    /** Who has waited longest comes first: a feed for which the whole host pauses must not keep the others waiting. */
    private List<Outcome> ask(List<Asking> host, AddressBook addresses) {
        return host.stream()
                .sorted(Comparator.comparing(Asking::lastAsked))
                .map(asking -> ask(asking, addresses))
                .toList();
    }

    private Outcome ask(Asking asking, AddressBook addresses) {
        Instant now = clock.instant();
        return feeds.claim(asking.feed(), now, now.plus(CLAIM))
                ? check.of(asking.source(), asking.feed(), addresses)
                : notAsked(asking.source(), feeds.of(asking.feed().url()), now);
    }

    private static List<Outcome> outcomes(Future<List<Outcome>> running) {
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
