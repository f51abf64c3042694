package org.dailybriefing.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.dailybriefing.MailServer;
import org.dailybriefing.base.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mailboxes on a real server. */
class ServerMailboxTest {

    private MailServer server;

    @BeforeEach
    void start() {
        server = new MailServer();
        server.deliver("Subject: one\r\n\r\nFirst.\r\n");
        server.deliver("Subject: two\r\n\r\nSecond.\r\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ServerMailbox open(String protocol) {
        var trusting = new Properties();
        trusting.put("mail." + protocol + ".ssl.trust", "127.0.0.1");
        trusting.put("mail." + protocol + ".ssl.checkserveridentity", "false");
        return ServerMailbox.open(server.place(protocol), MailServer.PASSWORD, trusting);
    }

    private static String text(ServerMailbox mailbox, String message) {
        return new String(mailbox.read(message).orElseThrow(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "imaps", "pop3", "pop3s"})
    void messages_are_read_unseen_under_names_that_stay_and_removed_one_by_one(String protocol) {
        List<String> names;
        try (var mailbox = open(protocol)) {
            names = mailbox.messages();
            assertThat(names).hasSize(2).doesNotHaveDuplicates();
            assertThat(text(mailbox, names.get(0))).startsWith("Subject: one").contains("First.");
            assertThat(text(mailbox, names.get(1))).contains("Second.");
        }
        assertThat(server.subjects())
                .isEqualTo(protocol.startsWith("imap") ? List.of("one", "two") : List.of("*one", "*two"));
        try (var mailbox = open(protocol)) {
            assertThat(mailbox.messages()).isEqualTo(names);
            mailbox.remove(names.get(0));
        }
        assertThat(server.subjects()).hasSize(1).allMatch(subject -> subject.endsWith("two"));
        try (var mailbox = open(protocol)) {
            assertThat(mailbox.messages()).containsExactly(names.get(1));
        }
    }

    @Test
    void where_single_messages_cannot_be_removed_they_are_marked_and_not_read_again() throws IOException {
        String place = server.place("imap");
        int port = Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
        try (var relay = new WithoutUidPlus(port)) {
            String plainer = place.replace(":" + port, ":" + relay.port());
            String second;
            try (var mailbox = BounceMailbox.open(plainer, MailServer.PASSWORD)) {
                second = mailbox.messages().get(1);
                mailbox.remove(mailbox.messages().get(0));
            }
            // to remove it for good would take along what a person has marked
            assertThat(server.subjects()).containsExactly("one", "two");
            try (var mailbox = BounceMailbox.open(plainer, MailServer.PASSWORD)) {
                assertThat(mailbox.messages()).containsExactly(second);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void of_a_long_message_the_start_is_read(String protocol) {
        server.empty();
        server.deliver("Subject: long\r\n\r\n" + "All work and no play.\r\n".repeat(200_000));
        try (var mailbox = open(protocol)) {
            byte[] start = mailbox.read(mailbox.messages().get(0)).orElseThrow();

            assertThat(start)
                    .hasSizeBetween(50_000, BounceReader.LONGEST)
                    .startsWith("Subject: long".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "imaps, cannot be read",
        "pop3s, cannot be read",
    })
    void a_certificate_that_nobody_vouches_for_is_refused(String protocol, String sentence) {
        assertThatThrownBy(() -> BounceMailbox.open(server.place(protocol), MailServer.PASSWORD))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The mailbox " + protocol + "://127.0.0.1:")
                .hasMessageContaining(sentence)
                .hasMessageContaining("PKIX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void a_wrong_login_is_told_without_the_name(String protocol) {
        assertThatThrownBy(() -> BounceMailbox.open(server.place(protocol), "wrong"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("refused the login; check the user in briefing.bounces.mailbox and")
                .hasMessageNotContaining("bounce@")
                .hasMessageNotContaining("wrong");
        for (String password : new String[] {null, ""}) {
            assertThatThrownBy(() -> BounceMailbox.open(server.place(protocol), password))
                    .hasMessageContaining("set BRIEFING_BOUNCES_PASSWORD");
        }
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        assertThatThrownBy(() -> BounceMailbox.open(server.place("imap") + "/Nowhere", MailServer.PASSWORD))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("/Nowhere has no folder of that name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void a_host_that_is_away_is_told(String protocol) throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertThatThrownBy(() -> BounceMailbox.open(protocol + "://me@127.0.0.1:" + port, "x"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(protocol + "://127.0.0.1:" + port)
                .hasMessageContaining("cannot be read (Connection refused");
    }

    @Test
    void in_the_clear_only_to_this_machine() {
        assertThat(MailboxPlace.of("imap://me@127.0.0.1").properties())
                .containsEntry("mail.imap.starttls.required", "false")
                .containsEntry("mail.imap.ssl.checkserveridentity", "true");
        for (String away :
                List.of("imap://me@mail.example", "imap://me@127.0.0.1.example", "imap://me@localhost.example")) {
            assertThat(MailboxPlace.of(away).properties())
                    .as(away)
                    .containsEntry("mail.imap.starttls.enable", "true")
                    .containsEntry("mail.imap.starttls.required", "true");
        }
        assertThat(MailboxPlace.of("pop3://me@mail.example").properties())
                .containsEntry("mail.pop3.starttls.required", "true");
        assertThat(MailboxPlace.of("imaps://me%40news.example@mail.example"))
                .isEqualTo(new MailboxPlace("imaps", "me@news.example", "mail.example", 993, "INBOX"));
        assertThat(MailboxPlace.of("pop3s://me@mail.example:1995").port()).isEqualTo(1995);
        assertThat(MailboxPlace.of("imaps://me@mail.example/INBOX/Bounces").folder())
                .isEqualTo("INBOX/Bounces");
    }

    @ParameterizedTest
    @CsvSource({
        "imaps://mail.example, neither a path nor an address",
        "http://me@mail.example, neither a path nor an address",
        "imaps://me@news.example@mail.example, user%40example.org",
        "imaps://me@ mail.example, neither a path nor an address",
        "imaps://me:secret@mail.example, set BRIEFING_BOUNCES_PASSWORD instead",
    })
    void what_is_no_place_is_told_without_repeating_a_password(String written, String sentence) {
        assertThatThrownBy(() -> BounceMailbox.open(written, "x"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("secret");
    }
}
