package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.Stores;
import org.dailybriefing.feed.Collector.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round that begins while another is under way, as at the compile time. */
class TwoRoundsTest {

    @TempDir
    Path folder;

    @Test
    void who_compiles_after_the_second_has_what_the_first_was_fetching() throws Exception {
        var asked = new CountDownLatch(1);
        var secondIsBack = new CountDownLatch(1);
        try (var feeds = new FeedServer().answer("/a.xml", exchange -> {
            asked.countDown();
            try {
                // a slow feed: the second round has all the time to come back without it
                secondIsBack.await(2, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            FeedServer.send(exchange, 200, Samples.outletA().getBytes(StandardCharsets.UTF_8));
        })) {
            House.writeEdition(folder, List.of(feeds.url("/a.xml")));
            try (House house = House.open(folder)) {
                var first = CompletableFuture.runAsync(() -> collect(house));
                assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

                collect(house);
                long items = house.get(JdbcClient.class)
                        .sql("select count(*) from item")
                        .query(Long.class)
                        .single();
                secondIsBack.countDown();
                first.get(20, TimeUnit.SECONDS);

                assertThat(items).isEqualTo(4);
                assertThat(feeds.requests()).as("nobody asks twice").hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_processes_don_t_ask_one_feed_twice(Stores store) throws Exception {
        String[] database = store.fresh();
        var asked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var feeds = new FeedServer().answer("/a.xml", exchange -> {
            asked.countDown();
            try {
                goOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            FeedServer.send(exchange, 200, Samples.outletA().getBytes(StandardCharsets.UTF_8));
        })) {
            House.writeEdition(folder, List.of(feeds.url("/a.xml")));
            try (House one = House.open(folder, database);
                    House other = House.open(folder, database)) {
                var first = CompletableFuture.runAsync(() -> collect(one));
                assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
                for (Round round : Round.values()) {
                    other.get(Collector.class).collect(other.edition().sources(), round);
                }
                goOn.countDown();
                first.get(20, TimeUnit.SECONDS);
                collect(other);

                assertThat(feeds.requests()).hasSize(1);
            }
        }
    }

    private static void collect(House house) {
        house.get(Collector.class).collect(house.edition().sources(), Round.DUE);
    }
}
