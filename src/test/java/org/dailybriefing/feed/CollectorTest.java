package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.dailybriefing.FeedServer;
import org.dailybriefing.FeedServer.Item;
import org.dailybriefing.House;
import org.dailybriefing.feed.Collector.Outcome;
import org.dailybriefing.feed.Collector.Round;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A round brings in what is new, once, and asks only the feeds that are due. */
class CollectorTest {

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

    @Test
    void what_is_collected_twice_is_kept_once() {
        assertThat(wire.collect("/a.xml", FEED)).isEqualTo(new Outcome.Read(wire.source("/a.xml"), 2, 2, 0));
        assertThat(wire.collect("/a.xml", FEED + " ")).isEqualTo(new Outcome.Read(wire.source("/a.xml"), 2, 0, 0));

        assertThat(wire.items("/a.xml")).extracting(i -> i.title()).containsExactly("Bridge opens", "Ferry resumes");
    }

    @Test
    void a_new_headline_of_a_known_item_is_taken_over_and_its_date_is_not() {
        wire.collect(
                "/a.xml",
                Wire.item("<guid>1</guid><link>https://o.example/1</link><title>Ferry late</title>"
                        + "<pubDate>Tue, 10 Mar 2026 07:00:00 GMT</pubDate>"));
        Outcome again = wire.collect(
                "/a.xml",
                Wire.item("<guid>1</guid><link>https://o.example/1</link><title>Ferry two hours late</title>"
                        + "<pubDate>Tue, 10 Mar 2026 09:00:00 GMT</pubDate>"));

        assertThat(again).isEqualTo(new Outcome.Read(wire.source("/a.xml"), 1, 0, 1));
        assertThat(wire.items("/a.xml")).singleElement().satisfies(item -> {
            assertThat(item.title()).isEqualTo("Ferry two hours late");
            assertThat(item.published()).isEqualTo("2026-03-10T07:00:00Z");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pubDate>Tue, 10 Mar 2026 11:00:00 GMT</pubDate>",
                "<pubDate>Fri, 10 Mar 2956 11:00:00 GMT</pubDate>",
                "<pubDate>soon</pubDate>",
                ""
            })
    void an_item_of_the_future_or_of_no_date_is_of_now(String date) {
        wire.collect("/a.xml", Wire.item("<guid>1</guid><link>https://o.example/1</link><title>Ferry</title>" + date));

        assertThat(wire.items("/a.xml"))
                .singleElement()
                .satisfies(item -> assertThat(item.published()).isEqualTo("2026-03-10T10:00:00Z"));
    }

    /** Row 28. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "application/octet-stream", "image/png", "nonsense"})
    void a_feed_is_a_feed_whatever_its_server_calls_it(String type) {
        wire.server.answer("/a.xml", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            FeedServer.send(exchange, 200, FEED.getBytes(StandardCharsets.UTF_8));
        });

        assertThat(wire.collect("/a.xml")).isEqualTo(new Outcome.Read(wire.source("/a.xml"), 2, 2, 0));
    }

    /** Row 26. */
    @Test
    void a_page_in_place_of_a_feed_is_told_with_the_feed_that_it_links_to() {
        wire.collect("/a.xml", FEED);
        String page = "<html><head><link rel=alternate type=application/rss+xml href=/new.xml></head></html>";

        Outcome outcome = wire.collect("/a.xml", page);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.sentence())
                                .startsWith("Outlet /a.xml is a web page, not a feed; it links to the feed "
                                        + wire.server.url("/new.xml")));
        assertThat(wire.items("/a.xml")).hasSize(2);
    }

    /** Rows 11 and 32. */
    @Test
    void what_a_feed_says_of_itself_is_noted() {
        wire.collect(
                "/a.xml",
                FEED.replace(
                        "<channel>",
                        "<channel><ttl>180</ttl><a:link xmlns:a=\"http://www.w3.org/2005/Atom\" rel=\"hub\" href=\"https://hub.example/\"/>"));

        assertThat(wire.state("/a.xml").hub()).isEqualTo("https://hub.example/");
        assertThat(wire.state("/a.xml").rhythm().hints().interval()).isEqualTo(Duration.ofMinutes(180));
        assertThat(wire.state("/a.xml").nextCheck()).isAfterOrEqualTo("2026-03-10T13:00:00Z");
        assertThat(wire.server.requests()).extracting(request -> request.path()).containsExactly("/a.xml");
    }

    @Test
    void a_compressed_body_is_read() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(FEED.getBytes(StandardCharsets.UTF_8));
        }
        wire.server.answer("/a.xml", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            FeedServer.send(exchange, 200, packed.toByteArray());
        });

        assertThat(wire.collect("/a.xml")).isEqualTo(new Outcome.Read(wire.source("/a.xml"), 2, 2, 0));
    }

    @Test
    void a_round_asks_only_the_feeds_that_are_due() {
        wire.collect("/a.xml", FEED);
        Instant due = wire.state("/a.xml").nextCheck(house.clock().instant());
        house.clock().set(due.minusMillis(1).toString());

        assertThat(wire.collect("/a.xml", Round.DUE)).isEqualTo(new Outcome.NotDue(wire.source("/a.xml"), due));
        assertThat(wire.server.requests()).hasSize(1);

        house.clock().set(due.toString());
        assertThat(wire.collect("/a.xml", Round.DUE)).isEqualTo(new Outcome.Unchanged(wire.source("/a.xml")));
        assertThat(wire.server.requests()).hasSize(2);
    }
}
