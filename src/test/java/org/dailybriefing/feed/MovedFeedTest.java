package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.dailybriefing.FeedServer.Answer;
import org.dailybriefing.FeedServer.Request;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A new address is believed after a day, and what two sources lead to is fetched once. */
class MovedFeedTest {

    private static final String FEED =
            Wire.item("<guid>1</guid><link>https://o.example/1</link><title>Ferry resumes</title>");

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
        wire.server.serve("/b.xml", FEED).serve("/c.xml", FEED);
    }

    @AfterEach
    void closeWire() {
        wire.close();
    }

    private static Answer redirect(int status, String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    private @Nullable URI location() {
        return wire.state("/a.xml").relocation().location();
    }

    private void collectAfter(Duration time) {
        house.clock().advance(time);
        assertThat(wire.collect("/a.xml")).isInstanceOfAny(Outcome.Read.class, Outcome.Unchanged.class);
    }

    private List<String> paths() {
        return wire.server.requests().stream().map(Request::path).toList();
    }

    @Test
    void a_source_that_is_given_the_new_address_goes_on_where_the_old_one_was() {
        wire.server.answer("/a.xml", redirect(301, "/b.xml"));
        wire.collect("/a.xml");
        collectAfter(Duration.ofDays(1));
        var moved = new Source("B", Objects.requireNonNull(location()), "GB", Ownership.PRIVATE);

        house.clock().advance(Duration.ofDays(1));
        Outcome outcome =
                house.get(Collector.class).collect(List.of(moved), Round.ALL).get(0);

        assertThat(outcome).isEqualTo(new Outcome.Unchanged(moved));
        assertThat(house.get(FeedStore.class)
                        .find(List.of(moved.url().toString()))
                        .values())
                .singleElement()
                .satisfies(feed -> assertThat(feed.requests()).isEqualTo(3));
    }

    /** Row 17. */
    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void a_permanent_redirect_is_believed_when_it_has_lasted_for_a_day(int status) {
        wire.server.answer("/a.xml", redirect(status, "/b.xml"));
        collectAfter(Duration.ZERO);
        collectAfter(Duration.ofHours(23));
        assertThat(location()).as("not yet").isNull();

        collectAfter(Duration.ofHours(1));
        assertThat(location()).hasToString(wire.server.url("/b.xml"));

        wire.server.requests().clear();
        collectAfter(Duration.ofHours(1));
        assertThat(paths()).as("the old address is not asked any more").containsExactly("/b.xml");
        assertThat(Health.of(wire.state("/a.xml"), List.of(), house.clock().instant())
                        .problem())
                .isEqualTo("has moved to " + wire.server.url("/b.xml") + "; put that into edition.yml");
        assertThat(wire.items("/a.xml")).as("it is still the same feed").hasSize(1);
    }

    /** Row 17. */
    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void a_temporary_redirect_is_never_believed(int status) {
        wire.server.answer("/a.xml", redirect(status, "/b.xml"));
        collectAfter(Duration.ZERO);
        collectAfter(Duration.ofDays(2));

        assertThat(location()).isNull();
    }

    /** Row 17. */
    @Test
    void a_target_that_is_no_feed_is_not_believed() {
        wire.server.answer("/a.xml", redirect(301, "/b.xml")).serve("/b.xml", "<html><body>Sign in</body></html>");
        wire.problem("/a.xml");
        house.clock().advance(Duration.ofDays(2));
        wire.problem("/a.xml");

        assertThat(location()).isNull();
        assertThat(wire.state("/a.xml").relocation().movedTo()).isNull();
    }

    /** Row 17. */
    @Test
    void a_target_that_changes_begins_its_day_anew() {
        wire.server.answer("/a.xml", redirect(301, "/b.xml"));
        collectAfter(Duration.ZERO);
        wire.server.answer("/a.xml", redirect(301, "/c.xml"));
        collectAfter(Duration.ofHours(23));
        collectAfter(Duration.ofHours(2));
        assertThat(location()).isNull();

        wire.server.serve("/a.xml", FEED);
        collectAfter(Duration.ofHours(1));
        wire.server.answer("/a.xml", redirect(301, "/c.xml"));
        collectAfter(Duration.ofDays(2));
        assertThat(location()).as("it was back in between").isNull();
    }

    /** Row 18. */
    @Test
    void of_a_mixed_chain_the_permanent_part_is_believed() {
        wire.server.answer("/a.xml", redirect(301, "/b.xml")).answer("/b.xml", redirect(302, "/c.xml"));
        collectAfter(Duration.ZERO);
        collectAfter(Duration.ofDays(1));

        assertThat(location()).hasToString(wire.server.url("/b.xml"));
    }

    private Source source(String name, String url) {
        return new Source(name, URI.create(url), "GB", Ownership.PRIVATE);
    }

    private List<Outcome> collect(Round round, Source... sources) {
        return house.get(Collector.class).collect(List.of(sources), round);
    }

    /** Row 19. */
    @Test
    void a_redirect_to_another_source_is_not_followed_and_asked_again_after_a_day() {
        wire.server.answer("/a.xml", redirect(302, "/b.xml"));
        Source a = source("A", wire.server.url("/a.xml"));
        Source b = source("B", wire.server.url("/b.xml"));

        assertThat(collect(Round.DUE, a, b)).element(0).isEqualTo(new Outcome.SameFeed(a, b));
        assertThat(paths()).containsExactlyInAnyOrder("/a.xml", "/b.xml");
        FeedState state = house.get(FeedStore.class).of(a.url().toString());
        assertThat(state.problem()).isEqualTo("is the same feed as B; take one of the two out of edition.yml");

        wire.server.requests().clear();
        house.clock().advance(Duration.ofHours(23));
        for (Round round : List.of(Round.DUE, Round.FRESH)) {
            collect(round, a, b);
        }
        assertThat(paths()).doesNotContain("/a.xml");
        house.clock().advance(Duration.ofHours(1));
        collect(Round.DUE, a, b);
        assertThat(paths()).contains("/a.xml");
    }

    /** Row 19. */
    @Test
    void a_source_that_is_put_in_at_the_new_address_of_another_is_the_same_feed() {
        wire.server.answer("/a.xml", redirect(301, "/b.xml"));
        collectAfter(Duration.ZERO);
        collectAfter(Duration.ofDays(1));
        Source a = wire.source("/a.xml");
        Source b = source("B", wire.server.url("/b.xml"));
        house.clock().advance(Duration.ofHours(2));
        wire.server.requests().clear();

        assertThat(collect(Round.ALL, a, b)).element(1).isEqualTo(new Outcome.SameFeed(b, a));

        assertThat(paths()).containsExactly("/b.xml");
    }

    /** Row 31. */
    @Test
    void one_address_in_several_spellings_is_asked_once() {
        String url = wire.server.url("/b.xml").replace("127.0.0.1", "localhost");
        Source a = source("A", url);
        Source b = source("B", url + "#");
        Source c = source("C", url.replace("http://localhost", "http://LocalHost"));

        assertThat(collect(Round.ALL, a, b, c)).element(0).isEqualTo(new Outcome.Read(a, 1, 1, 0));
        assertThat(collect(Round.ALL, a, b, c)).endsWith(new Outcome.SameFeed(b, a), new Outcome.SameFeed(c, a));
        assertThat(paths()).hasSize(2);
    }

    /** Row 31. */
    @Test
    void a_default_port_and_an_empty_path_make_no_difference() {
        assertThat(FeedAddress.canonical(URI.create("https://O.example:443")))
                .isEqualTo(FeedAddress.canonical(URI.create("HTTPS://o.example/#top")));
        assertThat(FeedAddress.canonical(URI.create("http://o.example:443/")))
                .isNotEqualTo(FeedAddress.canonical(URI.create("https://o.example/")));
        assertThat(FeedAddress.canonical(URI.create("https://o.example/?A=1")))
                .isNotEqualTo(FeedAddress.canonical(URI.create("https://o.example/?a=1")));
    }
}
