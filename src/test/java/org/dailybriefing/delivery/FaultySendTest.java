package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.SmtpSink;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.mail.ScriptedSmtpServer;
import org.dailybriefing.ops.Sending;
import org.dailybriefing.subscriber.SubscriberStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens in the midst of a send, each reader is accounted for, and nobody gets it twice. */
class FaultySendTest {

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();

    @AfterEach
    void close() {
        feeds.close();
    }

    private void subscribers(String... locals) {
        House.write(
                folder.resolve("subscribers.yml"),
                Stream.of(locals)
                        .map(local -> "  - { email: " + local + "@example.org }\n")
                        .collect(Collectors.joining("", "subscribers:\n", "")));
    }

    private House house(String[] store, String[] server, String... settings) {
        return Samples.house(
                folder,
                feeds,
                Stream.of(store, server, settings).flatMap(Stream::of).toArray(String[]::new));
    }

    private static String[] at(ScriptedSmtpServer server) {
        return new String[] {"--spring.mail.host=127.0.0.1", "--spring.mail.port=" + server.port()};
    }

    private static Issue now(House house, Issue issue) {
        return house.get(IssueStore.class).get(issue.id());
    }

    private static Accounting dispatched(House house, Issue issue) {
        return house.get(Sending.class).dispatch(now(house, issue)).accounting();
    }

    @ParameterizedTest
    @EnumSource
    void each_fault_is_its_readers_own(Stores store) {
        subscribers("rcpt.550", "a", "rcpt.452", "data.554", "b", "dot.451", "dot.554", "dot.drop", "c");
        try (var server = new ScriptedSmtpServer("PIPELINING");
                House house = house(store.fresh(), at(server), "--briefing.delivery.connections=2")) {
            Issue issue = Steps.begun(house);

            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(9, 3, 3, 0, 0, 1, 2));
            assertThat(server.accepted()).containsExactlyInAnyOrder("a@example.org", "b@example.org", "c@example.org");

            house.clock().advance(Duration.ofHours(7));
            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(9, 3, 3, 2, 0, 1, 0));
            assertThat(server.accepted()).hasSize(3);
            assertThat(now(house, issue).status()).isEqualTo(IssueStatus.SENT);
        }
    }

    @Test
    void who_is_greylisted_gets_it_later() {
        subscribers("grey.451", "a");
        try (var server = new ScriptedSmtpServer("PIPELINING");
                House house = house(new String[0], at(server))) {
            Issue issue = Steps.begun(house);

            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(2, 1, 0, 0, 0, 0, 1));
            assertThat(dispatched(house, issue).accepted()).isEqualTo(1);
            house.clock().advance(Duration.ofMinutes(6));
            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(2, 2, 0, 0, 0, 0, 0));
        }
    }

    @Test
    void a_domain_that_wants_a_pause_gets_it_and_nobody_is_suppressed() {
        subscribers("rcpt.421drop", "x", "y");
        try (var server = new ScriptedSmtpServer("");
                House house = house(new String[0], at(server), "--briefing.delivery.connections=1")) {
            Issue issue = Steps.begun(house);

            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(3, 0, 0, 0, 0, 0, 3));
            house.clock().advance(Duration.ofMinutes(6));
            dispatched(house, issue);
            assertThat(house.get(JdbcClient.class)
                            .sql("select count(*) from suppression")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(dispatched(house, issue).holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "BROKEN_TLS"})
    void what_is_the_runs_fault_stops_it_and_marks_nobody(ScriptedSmtpServer.Quirk quirk) {
        subscribers("a", "b", "c");
        try (var server = new ScriptedSmtpServer("STARTTLS", quirk);
                House house = house(new String[0], at(server))) {
            Issue issue = Steps.begun(house);

            assertThat(stoppedWithoutAMark(house, issue)).startsWith("The mail server 127.0.0.1:" + server.port());
            assertThat(server.said()).noneMatch(line -> line.startsWith("RCPT"));
        }
    }

    @Test
    void a_login_that_is_refused_stops_the_run_and_marks_nobody() {
        subscribers("a", "b", "c");
        try (var server = new ScriptedSmtpServer("AUTH PLAIN");
                House house = house(
                        new String[0],
                        at(server),
                        "--spring.mail.username=desk",
                        "--spring.mail.password=secret",
                        "--spring.mail.properties.mail.smtp.starttls.required=false")) {
            assertThat(stoppedWithoutAMark(house, Steps.begun(house))).contains("refused the login: 535");
            assertThat(server.said()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void a_quota_that_is_spent_marks_nobody_however_final_it_sounds() {
        subscribers("dot.550quota", "a", "b");
        try (var server = new ScriptedSmtpServer("PIPELINING");
                House house = house(new String[0], at(server), "--briefing.delivery.connections=1")) {
            Issue issue = Steps.begun(house);

            Accounting sums = dispatched(house, issue);
            assertThat(sums.rejected()).isZero();
            assertThat(sums.pending()).isPositive();
            assertThat(house.get(BounceStore.class).returned(issue.id()).soft()).isZero();
        }
    }

    @Test
    void a_server_that_refuses_one_mail_after_the_other_is_left_alone_for_a_while() {
        House.write(
                folder.resolve("subscribers.yml"),
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> "  - { email: dot.550quota@reader%d.example }\n".formatted(i))
                        .collect(Collectors.joining("", "subscribers:\n", "")));
        try (var server = new ScriptedSmtpServer("PIPELINING");
                House house = house(new String[0], at(server), "--briefing.delivery.connections=1")) {
            Issue issue = Steps.begun(house);

            Dispatcher.Outcome outcome = house.get(Sending.class).dispatch(issue);
            assertThat(outcome.accounting()).isEqualTo(new Accounting(20, 0, 0, 0, 0, 0, 20));
            assertThat(outcome.stopped())
                    .hasValueSatisfying(why -> assertThat(why).contains("that enough was sent for now"));
            assertThat(server.said().stream().filter(line -> line.startsWith("DATA")))
                    .hasSizeBetween(5, 6);
        }
    }

    @Test
    void a_relay_that_does_not_know_some_domains_holds_up_nobody_else() {
        House.write(
                folder.resolve("subscribers.yml"),
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i ->
                                "  - { email: %s@reader%d.example }\n".formatted(i < 19 ? "rcpt.550relay" : "a", i))
                        .collect(Collectors.joining("", "subscribers:\n", "")));
        try (var server = new ScriptedSmtpServer("PIPELINING");
                House house = house(new String[0], at(server), "--briefing.delivery.connections=1")) {
            Issue issue = Steps.begun(house);

            Dispatcher.Outcome outcome = house.get(Sending.class).dispatch(issue);
            assertThat(outcome)
                    .isEqualTo(new Dispatcher.Outcome(new Accounting(20, 2, 0, 0, 0, 0, 18), Optional.empty()));
        }
    }

    /** @return why nothing of an issue for three readers was sent */
    private static String stoppedWithoutAMark(House house, Issue issue) {
        Dispatcher.Outcome outcome = house.get(Sending.class).dispatch(issue);
        assertThat(outcome.accounting()).isEqualTo(new Accounting(3, 0, 0, 0, 0, 0, 3));
        assertThat(house.get(JdbcClient.class)
                        .sql("select sum(attempts) from delivery")
                        .query(Long.class)
                        .single())
                .isZero();
        return outcome.stopped().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 3_600})
    void a_network_that_was_away_loses_nobody(long seconds) {
        House.writeSubscribers(folder, 20);
        var before = new SmtpSink();
        before.close();
        try (House house = house(new String[0], before.settings())) {
            Issue issue = Steps.begun(house);

            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(20, 0, 0, 0, 0, 0, 20));
            // it is left alone for ten seconds, whatever number of connections found out
            house.clock().advance(Duration.ofSeconds(seconds));
            try (var again = new SmtpSink(before.port(), 0)) {
                assertThat(dispatched(house, issue)).isEqualTo(new Accounting(20, 20, 0, 0, 0, 0, 0));
                assertThat(again.accepted()).hasSize(20).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void an_address_that_does_not_exist_is_not_written_to_again() {
        subscribers("rcpt.550", "a");
        try (var server = new ScriptedSmtpServer("");
                House house = house(new String[0], at(server))) {
            Issue issue = Steps.begun(house);
            dispatched(house, issue);

            assertThat(house.get(BounceStore.class).returned(issue.id()).hard()
                            + house.get(BounceStore.class).returned(issue.id()).soft())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_store_that_is_gone_ends_the_run_and_loses_nothing(Stores store) throws Exception {
        House.writeSubscribers(folder, 60);
        try (var server = new SlowSmtpServer(20);
                House house = house(store.fresh(), server.settings())) {
            Issue issue = Steps.begun(house);
            var run = CompletableFuture.supplyAsync(() -> dispatched(house, issue));
            while (server.accepted().size() < 10) {
                Thread.sleep(5);
            }
            JdbcClient db = house.get(JdbcClient.class);
            db.sql("alter table delivery rename to gone").update();
            assertThat(run.handle((sums, e) -> e).get())
                    .hasRootCauseInstanceOf(SQLException.class)
                    .cause()
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Nothing is lost");
            db.sql("alter table gone rename to delivery").update();

            assertThat(server.accepted()).hasSizeLessThan(60);
            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(60, 60, 0, 0, 0, 0, 0));
            assertThat(server.accepted()).hasSize(60).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_disk_that_is_full_ends_the_run_and_loses_nothing() throws Exception {
        House.writeSubscribers(folder, 60);
        try (var disk = SmallDisk.mounted(folder.resolve("data"), 16);
                var server = new SlowSmtpServer(20);
                House house = house(new String[0], server.settings())) {
            Issue issue = Steps.begun(house);
            // its journal needs new space from here on
            house.get(JdbcClient.class)
                    .sql("pragma wal_checkpoint(truncate)")
                    .query()
                    .listOfRows();
            var run = CompletableFuture.supplyAsync(() -> dispatched(house, issue));
            while (server.accepted().size() < 10) {
                Thread.sleep(5);
            }
            disk.fill();
            assertThat(run.handle((sums, e) -> e).get())
                    .cause()
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Nothing is lost");
            assertThat(server.accepted()).hasSizeLessThan(60);

            int taken = server.accepted().size();
            assertThatThrownBy(() -> dispatched(house, issue)).isInstanceOf(Refusal.class);
            assertThat(server.accepted())
                    .as("nothing goes out while nothing can be written")
                    .hasSize(taken);

            disk.free();
            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(60, 60, 0, 0, 0, 0, 0));
            assertThat(server.accepted()).hasSize(60).doesNotHaveDuplicates();
        }
    }

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
    void a_flight_record_that_cannot_be_read_holds_nobody_up() throws IOException {
        House.writeSubscribers(folder, 3);
        try (var sink = new SmtpSink();
                House house = house(new String[0], sink.settings())) {
            Issue issue = Steps.begun(house);
            Files.createDirectories(folder.resolve("data/flight-of-another-user.rec"));
            Files.createSymbolicLink(folder.resolve("data/flight-gone.rec"), folder.resolve("nowhere"));

            assertThat(dispatched(house, issue).accepted()).isEqualTo(3);
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
    void a_sender_that_was_suspended_sends_no_more() throws Exception {
        House.writeSubscribers(folder, 60);
        try (var server = new SlowSmtpServer(40);
                House house = house(new String[0], server.settings())) {
            Issue issue = Steps.begun(house);

            Dispatcher.Outcome outcome = whileSending(server, house, issue, Duration.ofSeconds(16));
            assertThat(outcome.stopped())
                    .hasValueSatisfying(why -> assertThat(why).contains("15 seconds"));
            assertThat(outcome.accounting().pending()).isPositive();
            assertThat(outcome.accounting().uncertain()).isZero();

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

    /** Some time passes in the midst of a run. */
    private static Dispatcher.Outcome whileSending(SlowSmtpServer server, House house, Issue issue, Duration passing)
            throws Exception {
        var run = CompletableFuture.supplyAsync(() -> house.get(Sending.class).dispatch(now(house, issue)));
        while (server.accepted().size() < 10) {
            Thread.sleep(5);
        }
        house.clock().advance(passing);
        return run.get();
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
