package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dailybriefing.FeedServer;
import org.dailybriefing.FeedServer.Answer;
import org.dailybriefing.House;
import org.dailybriefing.edition.Source;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Collector.Outcome;
import org.dailybriefing.feed.Collector.Round;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is in trouble, or wants to be left alone, is left alone. */
class PolitenessTest {

    private static final String FEED =
            Wire.item("<guid>1</guid><link>https://o.example/1</link><title>Ferry resumes</title>"
                    + "<pubDate>Tue, 10 Mar 2026 07:00:00 GMT</pubDate>");

    @TempDir
    static Path folder;

    private static House house;

    private Wire wire;

    @BeforeAll
    static void openHouse() {
        house = House.open(folder);
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @BeforeEach
    void openWire() {
        wire = new Wire(house);
    }

    @AfterEach
    void closeWire() {
        wire.close();
    }

    private static Answer refusal(int status, @Nullable String retryAfter) {
        return exchange -> {
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    private Source source(FeedServer server, String path) {
        return new Source("Outlet " + path, URI.create(server.url(path)), "GB", Ownership.PRIVATE);
    }

    private static List<Outcome> collect(Round round, List<Source> sources) {
        return house.get(Collector.class).collect(sources, round);
    }

    /** The minutes until the feed is due. */
    private long minutes(String path) {
        Instant now = house.clock().instant();
        return Duration.between(now, wire.state(path).nextCheck(now)).toMinutes();
    }

    /** Row 12. */
    @ParameterizedTest
    @EnumSource
    void retry_after_is_kept_by_every_round(Round round) {
        wire.server.answer("/a.xml", refusal(503, "7200"));
        wire.problem("/a.xml");
        assertThat(minutes("/a.xml")).isEqualTo(120);

        house.clock().advance(Duration.ofMinutes(119));
        assertThat(wire.collect("/a.xml", round)).isInstanceOf(Outcome.NotDue.class);
        assertThat(wire.server.requests()).hasSize(1);

        house.clock().advance(Duration.ofMinutes(1));
        assertThat(wire.collect("/a.xml", round)).isInstanceOf(Outcome.Failed.class);
    }

    /** Row 12. */
    @Test
    void retry_after_a_year_is_a_day() {
        wire.server.answer("/a.xml", refusal(503, "31536000"));
        wire.problem("/a.xml");

        assertThat(minutes("/a.xml")).isEqualTo(24 * 60);
    }

    /** Row 12: 503 is of a feed, 429 of all the feeds of a host, and of the rest of the round. */
    @ParameterizedTest
    @ValueSource(ints = {503, 429})
    void too_many_requests_pause_the_whole_host(int status) {
        wire.server.answer("/a.xml", refusal(status, "7200")).serve("/b.xml", FEED);
        try (var elsewhere = new FeedServer().serve("/c.xml", FEED)) {
            List<Source> sources =
                    List.of(source(wire.server, "/a.xml"), source(wire.server, "/b.xml"), source(elsewhere, "/c.xml"));

            List<Outcome> outcomes = collect(Round.DUE, sources);

            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
            assertThat(outcomes.get(1)).isInstanceOf(status == 429 ? Outcome.NotDue.class : Outcome.Read.class);
            assertThat(outcomes.get(2)).isInstanceOf(Outcome.Read.class);
            assertThat(wire.server.requests()).hasSize(status == 429 ? 1 : 2);

            house.clock().advance(Duration.ofHours(2));
            assertThat(collect(Round.DUE, sources)).noneMatch(Outcome.NotDue.class::isInstance);
        }
    }

    /** Row 12. */
    @Test
    void too_many_requests_without_a_time_pause_the_host_all_the_same() {
        wire.server.answer("/a.xml", refusal(429, null)).serve("/b.xml", FEED);
        List<Source> sources = List.of(source(wire.server, "/a.xml"), source(wire.server, "/b.xml"));

        assertThat(collect(Round.ALL, sources)).element(1).isInstanceOf(Outcome.NotDue.class);

        house.clock().advance(Duration.ofMinutes(50));
        assertThat(collect(Round.ALL, sources)).allMatch(Outcome.NotDue.class::isInstance);
        house.clock().advance(Duration.ofMinutes(20));
        assertThat(collect(Round.ALL, sources)).element(1).isInstanceOf(Outcome.Read.class);
    }

    /** Row 13. */
    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void who_is_in_trouble_is_asked_ever_less_but_once_a_day(int status) {
        wire.server.answer("/a.xml", refusal(status, null));
        for (int expected : new int[] {10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440}) {
            wire.problem("/a.xml");
            assertThat(minutes("/a.xml")).isBetween(expected * 9 / 10L, Math.min(expected * 11 / 10L, 1440L));
        }
        assertThat(wire.server.requests()).as("once a round").hasSize(10);

        wire.collect("/a.xml", FEED);
        assertThat(wire.state("/a.xml").failures()).isZero();
        assertThat(wire.state("/a.xml").problem()).isNull();
        assertThat(wire.state("/a.xml").failingSince()).isNull();
    }

    /** Row 13: garbage and no answer at all. */
    @Test
    void whatever_is_wrong_the_next_question_waits() {
        wire.server.serve("/a.xml", "{\"status\": \"error\"}");
        wire.problem("/a.xml");
        assertThat(minutes("/a.xml")).isBetween(9L, 11L);

        Source dead = new Source("D", URI.create("http://127.0.0.1:9/a.xml"), "GB", Ownership.PRIVATE);
        collect(Round.ALL, List.of(dead));
        house.clock().advance(Duration.ofMinutes(8));
        assertThat(collect(Round.FRESH, List.of(dead))).singleElement().isInstanceOf(Outcome.NotDue.class);
    }

    /** Row 14. */
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void a_feed_that_is_refused_slows_to_once_a_day_and_keeps_its_items(int status) {
        wire.collect("/a.xml", FEED);
        wire.server.answer("/a.xml", refusal(status, null));
        for (int i = 0; i < 6; i++) {
            wire.problem("/a.xml");
        }

        assertThat(minutes("/a.xml")).isBetween(24 * 54L, 24 * 60L);
        assertThat(wire.state("/a.xml").failures()).isEqualTo(6);
        assertThat(wire.items("/a.xml")).hasSize(1);
    }

    /** Row 15. */
    @Test
    void a_feed_that_is_gone_is_reported_once_and_never_asked_again() {
        wire.collect("/a.xml", FEED);
        wire.server.answer("/a.xml", refusal(410, null));

        assertThat(wire.problem("/a.xml"))
                .isEqualTo("Outlet /a.xml is gone for good (410); take it out of edition.yml or give its new address"
                        + " there (" + wire.source("/a.xml").url() + ").");

        house.clock().advance(Duration.ofDays(30));
        for (Round round : Round.values()) {
            assertThat(wire.collect("/a.xml", round)).isEqualTo(new Outcome.Gone(wire.source("/a.xml")));
        }
        assertThat(wire.server.requests()).hasSize(2);
        assertThat(wire.items("/a.xml")).hasSize(1);
    }

    /** Before a compile a feed that waits for its day is asked all the same, if it has not been asked for an hour. */
    @Test
    void a_fresh_round_asks_what_is_an_hour_old() {
        wire.server.answer("/a.xml", exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=86400");
            FeedServer.send(exchange, 200, FEED.getBytes(StandardCharsets.UTF_8));
        });
        wire.collect("/a.xml");
        assertThat(minutes("/a.xml")).as("row 10").isEqualTo(24 * 60);

        house.clock().advance(Duration.ofMinutes(59));
        assertThat(wire.collect("/a.xml", Round.FRESH)).isInstanceOf(Outcome.NotDue.class);
        house.clock().advance(Duration.ofMinutes(1));
        assertThat(wire.collect("/a.xml", Round.DUE)).isInstanceOf(Outcome.NotDue.class);
        assertThat(wire.collect("/a.xml", Round.FRESH)).isInstanceOf(Outcome.Unchanged.class);
    }

    /** Row 30. */
    @Test
    void a_host_is_asked_for_one_feed_at_a_time() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        List<Source> sources = IntStream.range(0, 6)
                .mapToObj(i -> {
                    wire.server.answer("/" + i, exchange -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        pause();
                        now.decrementAndGet();
                        FeedServer.send(exchange, 200, FEED.getBytes(StandardCharsets.UTF_8));
                    });
                    return source(wire.server, "/" + i);
                })
                .toList();

        assertThat(collect(Round.ALL, sources)).allMatch(Outcome.Read.class::isInstance);
        assertThat(most).hasValue(1);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Row 30: each waits until the other was asked. */
    @Test
    void hosts_are_asked_side_by_side() {
        var both = new CountDownLatch(2);
        Answer meeting = exchange -> {
            both.countDown();
            try {
                FeedServer.send(
                        exchange, both.await(20, TimeUnit.SECONDS) ? 200 : 500, FEED.getBytes(StandardCharsets.UTF_8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        wire.server.answer("/a.xml", meeting);
        try (var elsewhere = new FeedServer().answer("/a.xml", meeting)) {
            URI other = URI.create(elsewhere.url("/a.xml").replace("127.0.0.1", "localhost"));
            Source there = new Source("Outlet elsewhere", other, "GB", Ownership.PRIVATE);
            assertThat(collect(Round.ALL, List.of(source(wire.server, "/a.xml"), there)))
                    .allMatch(Outcome.Read.class::isInstance);
        }
    }
}
