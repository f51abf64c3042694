package org.dailybriefing.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.Stores;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.ops.StatusReport.FeedHealth;
import org.dailybriefing.subscriber.SubscriberSync.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What status, check and the desk tell of the feeds. */
class FeedReporterTest {

    @TempDir
    Path folder;

    private static FeedHealth first(House house) {
        return house.get(FeedReporter.class).report(house.edition()).get(0);
    }

    private static void collect(House house) {
        house.get(Collector.class).collect(house.edition().sources(), Round.ALL);
    }

    @ParameterizedTest
    @EnumSource
    void a_feed_goes_from_unknown_to_well_to_silent_to_failing_to_dead(Stores store) {
        try (var feeds = new FeedServer();
                House house = Samples.house(folder, feeds, store.fresh())) {
            assertThat(first(house).state()).isEqualTo("never asked");
            collect(house);
            assertThat(first(house).state()).isEqualTo("well");
            assertThat(first(house).items()).isEqualTo(4);

            house.clock().advance(Duration.ofDays(3));
            collect(house);
            assertThat(first(house).state()).isEqualTo("silent");
            assertThat(first(house).problem()).startsWith("has brought nothing new since 2026-03-10, while");

            feeds.answer("/a.xml", exchange -> exchange.sendResponseHeaders(503, -1));
            collect(house);
            assertThat(first(house).state()).isEqualTo("failing");
            house.clock().advance(Duration.ofDays(7));
            assertThat(first(house).state()).isEqualTo("dead");
            assertThat(first(house).problem()).contains("nothing but failures since 2026-03-13");
        }
    }

    @Test
    void check_warns_of_a_feed_that_is_gone_without_asking_it_again() {
        try (var feeds = new FeedServer();
                House house = Samples.house(folder, feeds)) {
            feeds.answer("/a.xml", exchange -> exchange.sendResponseHeaders(410, -1));
            for (int i = 0; i < 2; i++) {
                assertThat(house.get(Checkup.class)
                                .check(List.of(House.EDITION), Loss.REFUSE)
                                .warnings())
                        .filteredOn(warning -> warning.startsWith("Outlet "))
                        .containsExactly("Outlet A is gone for good (410); take it out of edition.yml or give its new"
                                + " address there (" + feeds.url("/a.xml") + ").");
            }
            assertThat(feeds.requests())
                    .filteredOn(request -> request.path().equals("/a.xml"))
                    .hasSize(1);
        }
    }
}
