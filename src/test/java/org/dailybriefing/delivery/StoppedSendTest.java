package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dailybriefing.House;
import org.dailybriefing.SmtpSink;
import org.dailybriefing.Steps;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.ops.Sending;
import org.dailybriefing.subscriber.SubscriberStore;
import org.junit.jupiter.api.Test;

/** A send that an editor, a reader, the time or a limit ends before its end. */
class StoppedSendTest extends SendFixture {

    @Test
    void what_was_stopped_while_it_waited_for_its_turn_is_not_begun() {
        House.writeSubscribers(folder, 3);
        try (var sink = new SmtpSink();
                House house = house(new String[0], sink.settings())) {
            Issue issue = Steps.begun(house);
            house.get(Sending.class).stop(issue, "test");
            house.clock().advance(Duration.ofHours(7));

            Dispatcher.Outcome outcome = house.get(Sending.class).dispatch(issue);
            assertThat(outcome)
                    .isEqualTo(new Dispatcher.Outcome(
                            new Accounting(3, 0, 0, 0, 0, 0, 3), Optional.of("The sending was stopped.")));
            assertThat(sink.accepted()).isEmpty();
        }
    }

    @Test
    void a_send_that_is_stopped_goes_on_where_it_was() throws Exception {
        House.writeSubscribers(folder, 60);
        try (var server = new SlowSmtpServer(40);
                House house = house(new String[0], server.settings())) {
            Issue issue = Steps.begun(house);
            var run = CompletableFuture.supplyAsync(() -> dispatched(house, issue));
            while (server.accepted().size() < 10) {
                Thread.sleep(5);
            }
            house.get(Sending.class).stop(now(house, issue), "test");

            Accounting sums = run.get();
            assertThat(sums.pending()).isPositive();
            assertThat(server.accepted()).hasSize((int) sums.accepted());
            house.get(Sending.class).resume(now(house, issue), "test");
            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(60, 60, 0, 0, 0, 0, 0));
            assertThat(server.accepted()).hasSize(60).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_grows_stale_while_it_is_sent_is_given_up() throws Exception {
        House.writeSubscribers(folder, 60);
        try (var server = new SlowSmtpServer(40);
                House house = house(new String[0], server.settings())) {
            Issue issue = Steps.begun(house);
            house.clock().advance(house.edition().timetable().freshFor().minusSeconds(5));

            Dispatcher.Outcome outcome = whileSending(server, house, issue, Duration.ofSeconds(10));
            Accounting sums = outcome.accounting();
            assertThat(outcome.stopped())
                    .hasValueSatisfying(why -> assertThat(why).contains("stale"));
            assertThat(sums.expired()).isPositive().isEqualTo(60 - sums.accepted());
            assertThat(server.accepted()).hasSize((int) sums.accepted());
            assertThat(now(house, issue).status()).isEqualTo(IssueStatus.SENT);
        }
    }

    @Test
    void who_leaves_while_the_server_takes_its_time_is_not_written_to() throws Exception {
        House.writeSubscribers(folder, 3);
        try (var sink = new SmtpSink(1_500_000);
                House house = house(new String[0], sink.settings(), "--briefing.delivery.connections=1")) {
            Issue issue = Steps.begun(house);
            var run = CompletableFuture.supplyAsync(() -> dispatched(house, issue));
            while (sink.accepted().isEmpty()) {
                Thread.sleep(5);
            }
            Thread.sleep(200);
            house.get(SubscriberStore.class).leave(2, house.clock().instant());

            assertThat(run.get()).isEqualTo(new Accounting(3, 2, 0, 0, 1, 0, 0));
            assertThat(sink.accepted()).containsExactly("reader1@example.org", "reader3@example.org");
        }
    }

    @Test
    void a_warm_up_lets_more_through_each_day() {
        House.writeSubscribers(folder, 8);
        try (var sink = new SmtpSink();
                House house = house(
                        new String[0],
                        sink.settings(),
                        "--briefing.delivery.warm-up.since=2026-03-10",
                        "--briefing.delivery.warm-up.mails=3")) {
            Issue issue = Steps.begun(house);

            Dispatcher.Outcome outcome = house.get(Sending.class).dispatch(issue);
            assertThat(outcome.accounting().accepted()).isEqualTo(3);
            assertThat(outcome.stopped())
                    .hasValueSatisfying(why -> assertThat(why).contains("warm-up"));
            assertThat(house.get(Sending.class).dispatch(issue).accounting().accepted())
                    .isEqualTo(3);
        }
    }
}
