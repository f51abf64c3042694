package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.SmtpSink;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.delivery.DeliveryLedger.Claimant;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.ops.Sending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several processes, on machines of their own, that send one issue. */
class SharedSendTest extends SendFixture {

    private House elsewhere(String[] store, SmtpSink sink, String... settings) {
        String[] data = {"--briefing.data=" + folder.resolve("elsewhere")};
        House house = House.open(folder, all(store, sink.settings(), data, settings));
        house.clock().set(Samples.MORNING);
        return house;
    }

    private static String[] all(String[]... settings) {
        return Stream.of(settings).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void they_share_the_work_though_their_clocks_differ() throws InterruptedException {
        House.writeSubscribers(folder, 400);
        String[] store = Stores.POSTGRESQL.fresh();
        try (var here = new SmtpSink(2_000);
                var there = new SmtpSink(2_000);
                House one = house(store, here.settings());
                House two = elsewhere(store, there)) {
            Issue issue = Steps.begun(one);
            two.clock().set("2026-03-10T10:10:00Z");

            var first = CompletableFuture.supplyAsync(() -> dispatched(one, issue));
            while (here.accepted().size() < 20) {
                Thread.sleep(5);
            }
            assertThat(dispatched(two, issue)).isEqualTo(new Accounting(400, 400, 0, 0, 0, 0, 0));
            first.join();

            assertThat(there.accepted()).isNotEmpty();
            List<String> all = new ArrayList<>(here.accepted());
            all.addAll(there.accepted());
            assertThat(all).hasSize(400).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_is_taken_for_dead_by_mistake_sends_no_mail_that_others_have_taken_over(Stores store) throws Exception {
        House.writeSubscribers(folder, 200);
        String[] settings = store == Stores.SQLITE
                ? new String[] {"--spring.datasource.url=jdbc:sqlite:" + folder.resolve("shared.db")}
                : store.fresh();
        try (var here = new SmtpSink(20_000);
                var there = new SmtpSink(2_000);
                House one = house(settings, here.settings());
                House two = elsewhere(settings, there)) {
            Issue issue = Steps.begun(one);

            var first = CompletableFuture.supplyAsync(() -> dispatched(one, issue));
            while (here.accepted().size() < 20) {
                Thread.sleep(5);
            }
            two.get(JdbcClient.class)
                    .sql("update dispatcher set heartbeat = '2026-03-10T10:00:00.000Z'")
                    .update();
            Accounting sums = dispatched(two, issue);

            assertThatThrownBy(first::join).hasMessageContaining("took this one for dead");
            assertThat(sums.accepted() + sums.uncertain()).isEqualTo(200);
            List<String> all = new ArrayList<>(here.accepted());
            all.addAll(there.accepted());
            assertThat(all).hasSize(200).doesNotHaveDuplicates();
        }
    }

    @Test
    void together_they_keep_to_the_warm_up() throws InterruptedException {
        House.writeSubscribers(folder, 200);
        String[] store = Stores.POSTGRESQL.fresh();
        String[] warmUp = {"--briefing.delivery.warm-up.since=2026-03-10", "--briefing.delivery.warm-up.mails=100"};
        try (var sink = new SmtpSink(2_000);
                House one = house(store, sink.settings(), warmUp);
                House two = elsewhere(store, sink, warmUp)) {
            Issue issue = Steps.begun(one);

            var first = CompletableFuture.supplyAsync(() -> dispatched(one, issue));
            while (sink.accepted().size() < 10) {
                Thread.sleep(5);
            }
            assertThat(two.get(Sending.class).dispatch(issue).stopped())
                    .hasValueSatisfying(why -> assertThat(why).contains("one sender after the other"));
            first.join();
            assertThat(two.get(Sending.class).dispatch(issue).stopped())
                    .hasValueSatisfying(why -> assertThat(why).contains("no more mails today"));
            assertThat(sink.accepted()).hasSize(100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_falls_silent_is_dead_after_a_while(Stores store) {
        House.writeSubscribers(folder, 8);
        try (var sink = new SmtpSink();
                House house = house(store.fresh(), sink.settings())) {
            Issue issue = Steps.begun(house);
            DispatcherStore dispatchers = house.get(DispatcherStore.class);
            dispatchers.enter("elsewhere", issue.id(), false);
            dispatchers.beat("elsewhere", 7);
            for (int line = 0; line < 2; line++) {
                house.get(DeliveryLedger.class)
                        .claim(
                                issue,
                                new Claimant("elsewhere", line, 1),
                                new Lanes.Ticket(Lanes.OPEN, 2),
                                house.clock().instant());
            }

            assertThat(house.get(Dispatcher.class).dispatch(issue).accounting())
                    .isEqualTo(new Accounting(8, 4, 0, 0, 0, 0, 4));
            assertThat(dispatchers.perSecond(issue.id())).isEqualTo(7);

            house.get(JdbcClient.class)
                    .sql("update dispatcher set heartbeat = '2026-03-10T10:00:00.000Z'")
                    .update();
            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(8, 6, 0, 0, 0, 2, 0));
            assertThat(sink.accepted()).hasSize(6).doesNotHaveDuplicates();
            assertThat(dispatchers.perSecond(issue.id())).isZero();
        }
    }
}
