package org.dailybriefing.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dailybriefing.Bounced;
import org.dailybriefing.House;
import org.dailybriefing.MailServer;
import org.dailybriefing.Mailed;
import org.dailybriefing.Porter;
import org.dailybriefing.Stores;
import org.dailybriefing.subscriber.SuppressionStore;
import org.dailybriefing.subscriber.SuppressionStore.Suppression;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round through the mailbox: each report counts once, and what is none is left alone. */
@ExtendWith(OutputCaptureExtension.class)
class ReturnedMailTest {

    @TempDir
    Path folder;

    private Path maildir;

    @BeforeEach
    void makeMaildir() throws IOException {
        maildir = folder.resolve("bounces");
        for (String part : List.of("new", "cur", "tmp")) {
            Files.createDirectories(maildir.resolve(part));
        }
    }

    private House house(String mailbox, String... further) {
        return House.open(
                folder,
                Stream.concat(
                                Stream.of(
                                        "--briefing.bounces.address=" + Mailed.RETURN,
                                        "--briefing.bounces.mailbox=" + mailbox,
                                        "--briefing.bounces.password=" + MailServer.PASSWORD,
                                        "--logging.level.org.dailybriefing=info"),
                                Stream.of(further))
                        .toArray(String[]::new));
    }

    private Path deliver(String name, String mail) {
        Path file = maildir.resolve(name);
        House.write(file, mail);
        return file;
    }

    private static void collect(House house) {
        house.get(ReturnedMail.class).collect();
    }

    private static List<String> suppressed(House house) {
        return house.get(SuppressionStore.class).all().stream()
                .map(Suppression::email)
                .toList();
    }

    private static long count(House house, String table) {
        return house.get(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void reports_in_a_maildir_count_and_are_taken_away_and_all_else_stays(Stores store, CapturedOutput output) {
        try (House house = house(maildir.toString(), store.fresh())) {
            var mailed = new Mailed(house);
            Bounced mail = mailed.to(1);
            Path report = deliver("new/1.host", mail.by("postfix"));
            Path seen = deliver("cur/2.host:2,S", mailed.to(2).by("qmail"));
            Path late = deliver("new/3.host", mailed.to(3).by("postfix-delayed"));
            Path holiday = deliver("new/4.host", mail.by("holiday"));
            Path foreign = deliver(
                    "new/5.host",
                    mail.withReturnAddress("me@home.example").withLink("x").by("postfix"));
            Path unfinished = deliver("tmp/6.host", mailed.to(3).by("postfix"));

            collect(house);
            collect(house);

            assertThat(List.of(report, seen, late)).noneMatch(Files::exists);
            assertThat(List.of(holiday, foreign, unfinished)).allMatch(Files::exists);
            assertThat(suppressed(house)).containsExactlyInAnyOrder(Mailed.reader(1), Mailed.reader(2));
            assertThat(count(house, "other_mail")).isEqualTo(2);
            assertThat(output.getAll())
                    .containsOnlyOnce("2 mails came back, 2 addresses are suppressed for it")
                    .containsOnlyOnce("1 reports in the mailbox for bounces prove nothing")
                    .doesNotContain("@example.org")
                    .doesNotContain("@home.example");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_left_alone_is_forgotten_when_it_is_gone(Stores store) throws IOException {
        try (House house = house(maildir.toString(), store.fresh())) {
            Bounced mail = new Mailed(house).to(1);
            Path holiday = deliver("new/4.host", mail.by("holiday"));
            collect(house);
            Files.move(holiday, maildir.resolve("cur/4.host:2,S"));
            collect(house);
            assertThat(count(house, "other_mail where message = '4.host'"))
                    .as("seen in the meantime")
                    .isEqualTo(1);

            Files.delete(maildir.resolve("cur/4.host:2,S"));
            collect(house);

            assertThat(count(house, "other_mail")).isZero();
        }
    }

    /** The same bytes once more, as a crash between the store and the removal leaves them, or as anybody replays them. */
    @ParameterizedTest
    @EnumSource
    void a_report_that_lies_there_again_is_taken_away_and_counts_no_more(Stores store) {
        try (House house = house(maildir.toString(), store.fresh())) {
            Bounced mail = new Mailed(house).to(1);
            deliver("new/1.host", mail.by("sendmail"));
            collect(house);
            for (int i = 0; i < 5; i++) {
                Path again = deliver("new/1%d.host".formatted(i), mail.by("sendmail"));
                collect(house);
                assertThat(again).doesNotExist();
            }
            assertThat(count(house, "bounce")).isEqualTo(1);
            assertThat(suppressed(house)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void when_the_store_is_away_the_report_stays_where_it_is(Stores store) {
        try (House house = house(maildir.toString(), store.fresh())) {
            Path report = deliver("new/1.host", new Mailed(house).to(1).by("postfix"));
            JdbcClient db = house.get(JdbcClient.class);
            db.sql("alter table bounce rename to elsewhere").update();
            try {
                collect(house);
            } catch (DataAccessException e) {
                // as a job it is told, and tried again
            }
            assertThat(report).exists();
            assertThat(suppressed(house)).as("all or nothing").isEmpty();

            db.sql("alter table elsewhere rename to bounce").update();
            collect(house);

            assertThat(report).doesNotExist();
            assertThat(suppressed(house)).containsExactly(Mailed.reader(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void reports_on_a_mail_server_count_and_are_taken_away_and_all_else_stays_unseen(String protocol) {
        try (var server = new MailServer();
                House house = house(server.place(protocol))) {
            var mailed = new Mailed(house);
            Bounced mail = mailed.to(1);
            List<String> left = protocol.equals("imap")
                    ? List.of("Automatic reply: The talks resume", "A letter")
                    : List.of("*Automatic reply: The talks resume", "*A letter");
            server.deliver(mail.by("holiday"));
            server.deliver(mail.by("exchange"));
            server.deliver("Subject: A letter\r\n\r\nDear desk.\r\n");
            server.deliver(mailed.to(2).by("complaint"));

            collect(house);

            assertThat(server.subjects()).isEqualTo(left);
            assertThat(suppressed(house)).containsExactlyInAnyOrder(Mailed.reader(1), Mailed.reader(2));
            assertThat(count(house, "other_mail")).isEqualTo(2);

            server.deliver(mailed.to(3).by("gmail"));
            collect(house);

            assertThat(server.subjects()).isEqualTo(left);
            assertThat(suppressed(house)).hasSize(3);
        }
    }

    @Test
    void a_server_that_dies_before_it_removes_is_read_again_and_nothing_counts_twice() {
        try (var server = new DyingServer();
                House house = house("pop3://me@127.0.0.1:" + server.port())) {
            server.mails.add(new Mailed(house).to(1).by("sendmail"));

            collect(house);
            assertThat(count(house, "bounce")).isEqualTo(1);
            assertThat(server.mails).as("it died at QUIT").hasSize(1);
            collect(house);
            server.dies = false;
            collect(house);

            assertThat(server.mails).isEmpty();
            assertThat(count(house, "bounce")).isEqualTo(1);
            assertThat(server.read).as("read in each round").isEqualTo(3);
        }
    }

    @Test
    void a_mailbox_that_cannot_be_read_is_told_of_once(CapturedOutput output) throws IOException {
        try (House house = house(maildir.resolve("nowhere").toString())) {
            collect(house);
            collect(house);
            assertThat(output.getAll()).containsOnlyOnce("bounces are not read: The Maildir");

            for (String part : List.of("new", "cur")) {
                Files.createDirectories(maildir.resolve("nowhere").resolve(part));
            }
            collect(house);
            Files.delete(maildir.resolve("nowhere/cur"));
            collect(house);
            assertThat(output.getAll().split("bounces are not read", -1))
                    .as("again after it was well")
                    .hasSize(3);
            assertThat(house.get(ReturnedMail.class).problem())
                    .hasValueSatisfying(
                            sentence -> assertThat(sentence).contains("it has no folder \"cur\"; check the path"));
        }
    }

    @Test
    void without_a_mailbox_there_is_nothing_to_do() {
        try (House house = House.open(folder)) {
            collect(house);
            assertThat(house.get(ReturnedMail.class).isExpected()).isFalse();
            assertThat(house.get(ReturnedMail.class).problem()).isEmpty();
        }
    }

    /** A POP server that hangs up when it should remove what it was told to. */
    private static final class DyingServer implements AutoCloseable {

        final List<String> mails = new ArrayList<>();
        volatile boolean dies = true;
        volatile int read;
        private final Porter porter = new Porter(this::talk);

        int port() {
            return porter.port();
        }

        private void talk(Socket socket) throws IOException {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            boolean deleted = false;
            say(socket, "+OK ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split(" ")[0];
                switch (command) {
                    case "STAT" -> say(socket, "+OK " + mails.size() + " 1000");
                    case "UIDL" ->
                        say(
                                socket,
                                line.contains(" ")
                                        ? "+OK 1 name-1"
                                        : "+OK\r\n" + (mails.isEmpty() ? "" : "1 name-1\r\n") + ".");
                    case "LIST" -> say(socket, line.contains(" ") ? "+OK 1 1000" : "+OK\r\n1 1000\r\n.");
                    case "TOP" -> say(socket, "+OK\r\nSubject: returned\r\n\r\n.");
                    case "RETR" -> {
                        read++;
                        say(socket, "+OK\r\n" + mails.get(0) + "\r\n.");
                    }
                    case "DELE" -> {
                        deleted = true;
                        say(socket, "+OK");
                    }
                    case "QUIT" -> {
                        if (dies) {
                            return;
                        }
                        if (deleted) {
                            mails.clear();
                        }
                        say(socket, "+OK");
                        return;
                    }
                    case "CAPA", "STLS", "AUTH" -> say(socket, "-ERR unknown");
                    default -> say(socket, "+OK");
                }
            }
        }

        private static void say(Socket socket, String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() {
            porter.close();
        }
    }
}
