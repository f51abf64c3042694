package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dailybriefing.House;
import org.dailybriefing.Stores;
import org.dailybriefing.feed.FeedStore.Asked;
import org.dailybriefing.feed.FeedStore.Document;
import org.dailybriefing.feed.FeedStore.Validators;
import org.dailybriefing.feed.fetch.Exchange;
import org.dailybriefing.feed.parse.ParseResult;
import org.dailybriefing.feed.parse.UpdateHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written down of a feed is read back the same. */
class FeedStoreTest {

    private static final String URL = "https://o.example/a.xml";
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final Exchange ANSWER = new Exchange(200, 5, Duration.ofMillis(7), null, null, null);

    @TempDir
    Path folder;

    /** Rows 11 and 32. */
    @ParameterizedTest
    @EnumSource
    void the_hints_and_the_hub_of_a_document_are_kept(Stores store) {
        var rhythm = new Rhythm(
                Duration.ofHours(5),
                new UpdateHints(Duration.ofHours(3), Set.of(0, 23), Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)));
        URI hub = URI.create("https://hub.example/");
        try (House house = House.open(folder, store.fresh())) {
            var feeds = house.get(FeedStore.class);
            FeedState fresh = feeds.of(URL);
            assertThat(fresh.rhythm()).isEqualTo(new Rhythm(null, UpdateHints.NONE));
            assertThat(fresh.host()).isEqualTo("o.example");
            var asked = new Asked(fresh.id(), NOW, ANSWER, NOW.plusSeconds(60));

            feeds.read(asked, new Validators("\"1\"", null), new Document("hash", 2, rhythm, hub, null));
            feeds.relocated(fresh.id(), new Relocation(hub, hub, NOW), "hub.example");

            FeedState state = feeds.of(URL);
            assertThat(state.rhythm()).isEqualTo(rhythm);
            assertThat(state.hub()).isEqualTo("https://hub.example/");
            assertThat(state.relocation()).isEqualTo(new Relocation(hub, hub, NOW));
            assertThat(state.lastCheck()).isEqualTo(new FeedState.LastCheck(NOW, 200, 5, 7));
            assertThat(state.nextCheck()).isEqualTo(NOW.plusSeconds(60));
        }
    }

    /** A feed that a crash left claimed is free again. */
    @ParameterizedTest
    @EnumSource
    void a_claim_holds_until_its_time_or_until_the_answer(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var feeds = house.get(FeedStore.class);
            FeedState seen = feeds.of(URL);
            assertThat(feeds.claim(seen, NOW, NOW.plusSeconds(120))).isTrue();
            assertThat(feeds.claim(seen, NOW.plusSeconds(119), NOW.plusSeconds(240)))
                    .isFalse();
            assertThat(feeds.claim(seen, NOW.plusSeconds(120), NOW.plusSeconds(240)))
                    .isTrue();

            feeds.failed(new Asked(seen.id(), NOW.plusSeconds(130), ANSWER, NOW), "answered 500");

            assertThat(feeds.claim(seen, NOW.plusSeconds(300), NOW.plusSeconds(420)))
                    .as("by one who has not seen the answer")
                    .isFalse();
            assertThat(feeds.claim(feeds.of(URL), NOW.plusSeconds(131), NOW.plusSeconds(420)))
                    .isTrue();
        }
    }

    /** Row 26. */
    @Test
    void a_page_is_told_with_the_feed_that_it_links_to() {
        var feed = URI.create("https://o.example/feed");

        assertThat(FeedCheck.reason(new ParseResult.NoFeed("is a web page", List.of(feed, feed))))
                .isEqualTo("is a web page; it links to the feed https://o.example/feed");
        assertThat(FeedCheck.reason(new ParseResult.NoFeed("is a web page", List.of())))
                .isEqualTo("is a web page");
    }
}
