package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dailybriefing.FeedServer;
import org.dailybriefing.FeedServer.Answer;
import org.dailybriefing.FeedServer.Item;
import org.dailybriefing.House;
import org.dailybriefing.Stores;
import org.dailybriefing.feed.Collector.Outcome;
import org.dailybriefing.feed.Collector.Round;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of a feed spares its server the next answer, and tells people in a sentence what is wrong. */
class FeedStateTest {

    private static final String FEED = FeedServer.rss(
            new Item("Ferry resumes", "It crosses twice a day.", "2026-03-10T07:00:00Z"),
            new Item("Bridge opens", "It has four lanes.", "2026-03-10T06:00:00Z"));

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

    private static Answer withValidators(String body, String etag, String lastModified) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.getResponseHeaders().set("Last-Modified", lastModified);
            FeedServer.send(exchange, 200, body.getBytes(StandardCharsets.UTF_8));
        };
    }

    @Test
    void validators_go_back_byte_for_byte_and_not_modified_is_a_success() {
        wire.server.answer("/a.xml", withValidators(FEED, "W/\"a;b, c=\\d'\"", "yesterday, about noon"));
        wire.collect("/a.xml");
        wire.server.answer("/a.xml", exchange -> exchange.sendResponseHeaders(304, -1));
        house.clock().advance(Duration.ofHours(1));

        assertThat(wire.collect("/a.xml")).isEqualTo(new Outcome.Unchanged(wire.source("/a.xml")));

        assertThat(wire.server.requests().get(1).headers())
                .containsEntry("if-none-match", "W/\"a;b, c=\\d'\"")
                .containsEntry("if-modified-since", "yesterday, about noon");
        assertThat(wire.state("/a.xml").lastSuccess()).isEqualTo("2026-03-10T11:00:00Z");
        assertThat(wire.state("/a.xml").etag()).isEqualTo("W/\"a;b, c=\\d'\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\u00e9\"", "\"a\u0001b\""})
    void a_validator_that_cannot_be_sent_back_is_no_trouble(String etag) {
        wire.server.answer("/a.xml", withValidators(FEED, etag, "Tue, 10 Mar 2026 07:00:00 GMT"));
        wire.collect("/a.xml");

        assertThat(wire.collect("/a.xml")).isInstanceOf(Outcome.Unchanged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>We are down for maintenance.</body></html>",
                "<!DOCTYPE html><html><head><title>Hello</title></head><body><p>Hello<br>there</body></html>",
                "<rss version=\"2.0\"><channel><title>cut off",
                "{\"status\": 503}",
                ""
            })
    void what_is_no_feed_is_told_and_the_old_validators_stay(String body) {
        wire.server.answer("/a.xml", withValidators(FEED, "\"good\"", "Tue, 10 Mar 2026 07:00:00 GMT"));
        wire.collect("/a.xml");
        wire.server.answer("/a.xml", withValidators(body, "\"bad\"", "Tue, 10 Mar 2026 09:00:00 GMT"));

        String problem = wire.problem("/a.xml");

        assertThat(problem)
                .startsWith("Outlet /a.xml is ")
                .endsWith("(" + wire.source("/a.xml").url() + ").")
                .doesNotContain("\n");
        assertThat(wire.state("/a.xml").etag()).isEqualTo("\"good\"");
        assertThat(wire.state("/a.xml").lastModified()).isEqualTo("Tue, 10 Mar 2026 07:00:00 GMT");
        assertThat(wire.items("/a.xml")).hasSize(2);
    }

    @Test
    void an_address_that_is_gone_is_told_with_its_code() {
        assertThat(wire.problem("/gone.xml"))
                .isEqualTo("Outlet /gone.xml answered 404 ("
                        + wire.source("/gone.xml").url() + ").");
        assertThat(wire.state("/gone.xml").problem()).isEqualTo("answered 404");
    }

    @Test
    void one_bad_feed_does_not_keep_the_others_out() {
        wire.server.serve("/a.xml", FEED);

        List<Outcome> outcomes =
                house.get(Collector.class).collect(List.of(wire.source("/gone.xml"), wire.source("/a.xml")), Round.ALL);

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Read.class);
    }

    /** Row 4. */
    @Test
    void not_modified_takes_over_new_validators_and_ends_a_row_of_failures() {
        wire.server.answer("/a.xml", withValidators(FEED, "\"1\"", "yesterday"));
        wire.collect("/a.xml");
        wire.server.answer("/a.xml", exchange -> exchange.sendResponseHeaders(500, -1));
        wire.problem("/a.xml");
        wire.server.answer("/a.xml", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"2\"");
            exchange.sendResponseHeaders(304, -1);
        });

        assertThat(wire.collect("/a.xml")).isInstanceOf(Outcome.Unchanged.class);

        FeedState state = wire.state("/a.xml");
        assertThat(state.etag()).isEqualTo("\"2\"");
        assertThat(state.lastModified()).as("as before").isEqualTo("yesterday");
        assertThat(state.failures()).isZero();
        assertThat(state.problem()).isNull();
        assertThat(wire.items("/a.xml")).hasSize(2);
    }

    /** Row 4. */
    @Test
    void not_modified_to_one_who_has_nothing_is_a_failure() {
        wire.server.answer("/a.xml", exchange -> exchange.sendResponseHeaders(304, -1));

        assertThat(wire.problem("/a.xml")).contains(" answered 304 to a question without conditions (");
    }

    /** Row 5: what was read before is not read again, even if it has gone from the wire. */
    @Test
    void the_same_bytes_are_not_parsed_again() {
        wire.collect("/a.xml", FEED);
        house.get(JdbcClient.class).sql("delete from item").update();

        assertThat(wire.collect("/a.xml", FEED)).isEqualTo(new Outcome.Unchanged(wire.source("/a.xml")));

        assertThat(wire.items("/a.xml")).isEmpty();
        assertThat(wire.state("/a.xml").lastSuccess()).isEqualTo(house.clock().instant());
    }

    /** Row 6: also where the bytes are the same. */
    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void validators_are_replaced_together(String change) {
        wire.server.answer("/a.xml", withValidators(FEED, "\"1\"", "yesterday"));
        wire.collect("/a.xml");
        wire.server.answer("/a.xml", exchange -> {
            exchange.getResponseHeaders().set("Last-Modified", "today");
            FeedServer.send(exchange, 200, (FEED + change).getBytes(StandardCharsets.UTF_8));
        });
        wire.collect("/a.xml");
        assertThat(wire.state("/a.xml").etag()).isNull();
        assertThat(wire.state("/a.xml").lastModified()).isEqualTo("today");

        wire.collect("/a.xml");
        assertThat(wire.server.requests().get(2).headers()).doesNotContainKey("if-none-match");
    }

    /** Row 8: the page that stood in for the feed leaves no trace, so that the feed is read when it is back. */
    @Test
    void a_failed_parse_keeps_the_old_hash() {
        wire.collect("/a.xml", FEED);
        String hash = wire.state("/a.xml").bodyHash();
        wire.server.serve("/a.xml", "<html></html>");
        wire.problem("/a.xml");
        assertThat(wire.state("/a.xml").bodyHash()).isEqualTo(hash).hasSize(64);

        assertThat(wire.problem("/a.xml"))
                .as("it is no success the second time")
                .isNotEmpty();
    }

    /** Row 9. */
    @ParameterizedTest
    @EnumSource
    void a_restart_does_not_ask_again(Stores store) {
        String[] database = store.fresh();
        Path other = folder.resolve("restart " + store);
        try (var server = new FeedServer().serve("/a.xml", FEED)) {
            House.writeEdition(other, List.of(server.url("/a.xml")));
            for (int start = 0; start < 2; start++) {
                try (House opened = House.open(other, database)) {
                    opened.get(Collector.class).collect(opened.edition().sources(), Round.DUE);
                }
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** Row 36. */
    @Test
    void every_answer_is_written_down() {
        wire.server.answer("/a.xml", withValidators(FEED, "\"1\"", "yesterday"));
        wire.collect("/a.xml");
        FeedState read = wire.state("/a.xml");
        assertThat(read.lastCheck()).satisfies(last -> {
            assertThat(last.at()).isEqualTo(house.clock().instant());
            assertThat(last.status()).isEqualTo(200);
            assertThat(last.bytes()).isEqualTo(FEED.length());
            assertThat(last.millis()).isBetween(0L, 60_000L);
        });
        assertThat(read.items()).isEqualTo(2);
        assertThat(read.lastNew()).as("as the newest item says").isEqualTo("2026-03-10T07:00:00Z");
        assertThat(read.nextCheck()).isAfter("2026-03-10T11:00:00Z");

        wire.server.answer("/a.xml", exchange -> exchange.sendResponseHeaders(304, -1));
        wire.collect("/a.xml");
        wire.server.answer("/a.xml", exchange -> exchange.sendResponseHeaders(502, -1));
        wire.problem("/a.xml");

        FeedState state = wire.state("/a.xml");
        assertThat(state.lastCheck())
                .satisfies(last -> assertThat(last.status()).isEqualTo(502));
        assertThat(state.requests()).isEqualTo(3);
        assertThat(state.notModified()).isEqualTo(1);
        assertThat(state.items()).isEqualTo(2);
    }

    @Test
    void what_is_new_later_is_new_at_that_time() {
        wire.collect("/a.xml", FEED);
        house.clock().advance(Duration.ofHours(2));
        wire.collect("/a.xml", FEED + " ");
        assertThat(wire.state("/a.xml").lastNew()).isEqualTo("2026-03-10T07:00:00Z");

        wire.collect("/a.xml", Wire.item("<guid>2</guid><link>https://o.example/2</link><title>Ferry</title>"));
        assertThat(wire.state("/a.xml").lastNew()).isEqualTo("2026-03-10T12:00:00Z");
    }
}
