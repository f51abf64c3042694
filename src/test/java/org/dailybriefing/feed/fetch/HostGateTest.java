package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dailybriefing.FeedServer;
import org.dailybriefing.FeedServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row 30: a host is asked by one at a time, and has a second of rest after each. */
class HostGateTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final FeedServer server = new FeedServer();
    private final FeedFetcher fetcher = Fetchers.open();
    private final List<Long> starts = new CopyOnWriteArrayList<>();
    private final List<Long> ends = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @AfterEach
    void close() {
        server.close();
    }

    private String url(String host, String path) {
        return server.url(path).replace("127.0.0.1", host);
    }

    /** Takes a while, and notes when and with how many others. */
    private Answer noted(Answer answer) {
        return exchange -> {
            starts.add(System.nanoTime());
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            RawServer.pause(200);
            atOnce.decrementAndGet();
            ends.add(System.nanoTime());
            answer.to(exchange);
        };
    }

    private static void together(List<Runnable> all) throws InterruptedException {
        var threads = all.stream().map(Thread::new).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private List<Runnable> three(String host) {
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String path = "/" + i;
            server.answer(path, noted(exchange -> FeedServer.send(exchange, 200, new byte[1])));
            all.add(() -> fetcher.fetch(Fetchers.first(url(host, path))));
        }
        return all;
    }

    @Test
    void feeds_of_one_host_are_asked_one_after_the_other_with_rest_between() throws InterruptedException {
        together(three("outlet.example"));

        assertThat(mostAtOnce).hasValue(1);
        for (int i = 1; i < 3; i++) {
            assertThat(starts.get(i) - ends.get(i - 1)).isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    void ones_own_machine_needs_no_rest_but_has_one_guest_at_a_time() throws InterruptedException {
        server.serve("/", "x");
        long start = System.nanoTime();
        for (int i = 0; i < 31; i++) {
            fetcher.fetch(Fetchers.first(url("localhost", "/")));
        }
        assertThat(System.nanoTime() - start).isLessThan(30 * SECOND);

        together(three("127.0.0.1"));
        assertThat(mostAtOnce).hasValue(1);
    }

    /** Each gets an answer only if the other is there too. */
    @Test
    void two_hosts_are_asked_at_once() throws InterruptedException {
        var both = new CountDownLatch(2);
        server.answer("/", exchange -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            FeedServer.send(exchange, 200, new byte[1]);
        });

        var results = new CopyOnWriteArrayList<FetchResult>();
        together(List.of(
                () -> results.add(fetcher.fetch(Fetchers.first(url("a.example", "/")))),
                () -> results.add(fetcher.fetch(Fetchers.first(url("b.example", "/"))))));

        assertThat(results).hasSize(2).hasOnlyElementsOfType(FetchResult.Fetched.class);
    }

    @Test
    void a_redirect_waits_for_the_turn_of_the_host_that_it_leads_to() {
        server.answer("/end", noted(exchange -> FeedServer.send(exchange, 200, new byte[1])));
        server.answer("/start", exchange -> {
            exchange.getResponseHeaders().set("Location", url("b.example", "/end"));
            exchange.sendResponseHeaders(302, -1);
        });
        fetcher.fetch(Fetchers.first(url("b.example", "/end")));

        FetchResult result = fetcher.fetch(Fetchers.first(url("a.example", "/start")));

        assertThat(starts.get(1) - ends.get(0)).isGreaterThanOrEqualTo(SECOND);
        assertThat(result).isInstanceOf(FetchResult.Fetched.class);
        // the rest is not counted as the time of the servers
        assertThat(result.exchange().took().toNanos()).isLessThan(System.nanoTime() - ends.get(0) - SECOND / 2);
    }

    @Test
    void who_waits_for_too_long_goes_without() throws FetchException {
        var gate = new HostGate(Duration.ofMillis(10));

        String why = gate.inTurn("outlet.example", () -> {
            try {
                return CompletableFuture.supplyAsync(() -> refusal(gate)).get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(why).isEqualTo("was not asked: its host was busy with other feeds for 0 minutes");
        assertThat(gate.<String>inTurn("outlet.example", () -> "free again")).isEqualTo("free again");
    }

    private static String refusal(HostGate gate) {
        try {
            return gate.inTurn("outlet.example", () -> "asked");
        } catch (FetchException e) {
            return e.why();
        }
    }

    @Test
    void an_interrupted_fetch_gives_its_place_free() throws InterruptedException {
        server.serve("/", "x");
        fetcher.fetch(Fetchers.first(url("outlet.example", "/")));
        var result = new CopyOnWriteArrayList<FetchResult>();
        var waiting = new Thread(() -> result.add(fetcher.fetch(Fetchers.first(url("outlet.example", "/")))));
        waiting.start();
        waiting.interrupt();
        waiting.join();

        assertThat(Fetchers.why(result.get(0))).isEqualTo("was not asked: the program is stopping");
        assertThat(fetcher.fetch(Fetchers.first(url("outlet.example", "/")))).isInstanceOf(FetchResult.Fetched.class);
    }
}
