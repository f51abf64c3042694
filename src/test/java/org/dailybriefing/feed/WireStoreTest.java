package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dailybriefing.House;
import org.dailybriefing.Stores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What reads the wire waits for what is writing it, on both databases. */
class WireStoreTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void who_closes_it_waits_for_those_who_are_inside(Stores store) throws Exception {
        try (House house = House.open(folder, store.fresh())) {
            var transaction = house.get(TransactionTemplate.class);
            var entered = new CountDownLatch(1);
            var leaving = new AtomicBoolean();
            var writer = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
                house.get(WireStore.class).enter();
                touch(house);
                entered.countDown();
                pause();
                leaving.set(true);
            }));
            assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

            boolean after = Boolean.TRUE.equals(transaction.execute(status -> {
                house.get(WireStore.class).close();
                touch(house);
                return leaving.get();
            }));

            assertThat(after).isTrue();
            writer.get(10, TimeUnit.SECONDS);
        }
    }

    private static void touch(House house) {
        house.get(JdbcClient.class)
                .sql("select count(*) from item")
                .query(Long.class)
                .single();
    }

    /** Long enough for the other to come by, were the gate open. */
    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
