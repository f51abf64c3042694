package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.dailybriefing.House;
import org.dailybriefing.SmtpSink;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.mail.ScriptedSmtpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever breaks in the midst of a send, each reader is accounted for, and nobody gets it twice. */
class FaultySendTest extends SendFixture {

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
}
