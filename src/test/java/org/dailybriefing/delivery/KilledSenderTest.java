package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dailybriefing.DailyBriefing;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.Stores;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueCompiler;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.ops.Approval;
import org.dailybriefing.ops.Sending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is killed in the middle of a send, and what another makes of its ledger. */
class KilledSenderTest {

    private static final int SUBSCRIBERS = 150;
    private static final int CONNECTIONS = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void nobody_gets_the_mail_twice_and_nobody_is_left_out(Stores store) throws Exception {
        try (var server = new SlowSmtpServer(20)) {
            String[] settings = settings(store, server);
            long id = begun(settings);

            Process sender = sendingInto(server, settings);
            sender.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

            try (House house = House.open(folder, settings)) {
                // half a minute later it is known that the other one is dead
                house.clock().set(Instant.now().plusSeconds(60).toString());

                Accounting sums = finished(house, id);
                assertThat(sums.frozen()).isEqualTo(SUBSCRIBERS);
                assertThat(sums.accepted() + sums.uncertain()).isEqualTo(SUBSCRIBERS);
                assertThat(sums.uncertain()).isLessThanOrEqualTo(CONNECTIONS);
                assertThat(server.accepted()).doesNotHaveDuplicates();
                assertThat((long) server.accepted().size())
                        .isBetween(sums.accepted(), sums.accepted() + sums.uncertain());
                assertThat(house.get(IssueStore.class).get(id).status()).isEqualTo(IssueStatus.SENT);
            }
        }
    }

    @Test
    void who_is_asked_to_end_finishes_its_mails_first() throws Exception {
        try (var server = new SlowSmtpServer(20)) {
            String[] settings = settings(Stores.SQLITE, server);
            long id = begun(settings);

            Process sender = sendingInto(server, settings);
            sender.destroy();
            assertThat(sender.waitFor(10, TimeUnit.SECONDS)).isTrue();

            try (House house = House.open(folder, settings)) {
                house.clock().set(Instant.now().toString());
                int taken = server.accepted().size();
                assertThat(house.get(AccountingStore.class).accounting(id))
                        .isEqualTo(new Accounting(SUBSCRIBERS, taken, 0, 0, 0, 0, SUBSCRIBERS - taken));
                assertThat(taken).isLessThan(SUBSCRIBERS);

                assertThat(finished(house, id)).isEqualTo(new Accounting(SUBSCRIBERS, SUBSCRIBERS, 0, 0, 0, 0, 0));
                assertThat(server.accepted()).hasSize(SUBSCRIBERS).doesNotHaveDuplicates();
            }
        }
    }

    private static String[] settings(Stores store, SlowSmtpServer server) {
        return Stream.of(store.fresh(), server.settings())
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
    }

    /** @return the issue that is to be sent */
    private long begun(String... settings) {
        House.writeSubscribers(folder, SUBSCRIBERS);
        try (var feeds = new FeedServer();
                House house = Samples.house(folder, feeds, settings)) {
            long id = approvedToday(house).id();
            // from here on the real time holds, in which the other process lives
            house.clock().set(Instant.now().toString());
            house.get(Sending.class).begin(house.get(IssueStore.class).get(id), "test");
            return id;
        }
    }

    private static Accounting finished(House house, long id) {
        return house.get(Sending.class)
                .dispatch(house.get(IssueStore.class).get(id))
                .accounting();
    }

    /** The command line sends today's issue, so this one is dated by the real day. */
    private static Issue approvedToday(House house) {
        house.get(Collector.class).collect(house.edition().sources(), Round.ALL);
        var today = house.edition().timetable().date(Instant.now());
        return house.get(Approval.class)
                .approve(
                        house.get(IssueCompiler.class)
                                .compile(house.edition(), today)
                                .issue(),
                        "test");
    }

    /** @return a process in the midst of a send */
    private Process sendingInto(SlowSmtpServer server, String... settings) throws Exception {
        Process sender = send(settings);
        while (server.accepted().size() < SUBSCRIBERS / 3) {
            assertThat(sender.isAlive()).as("the sender goes on").isTrue();
            Thread.sleep(5);
        }
        return sender;
    }

    private Process send(String... settings) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DailyBriefing.class.getName()));
        command.addAll(List.of(House.arguments(folder, settings)));
        command.add("send");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "send.log"))
                .start();
    }
}
