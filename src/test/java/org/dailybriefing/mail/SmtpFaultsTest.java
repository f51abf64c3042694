package org.dailybriefing.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.mail.Letter.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.subethamail.smtp.server.SMTPServer;

/** A receipt says no more and no less than what can be known when a server fails. */
class SmtpFaultsTest {

    /** More than the buffers of two sockets hold, so that a connection can die while it is on its way. */
    private static final String LONG = "A long line of plain words, and then another.\n".repeat(400_000);

    private final ScriptedSmtpServer server = new ScriptedSmtpServer("AUTH PLAIN LOGIN");

    @AfterEach
    void close() {
        server.close();
    }

    /** Takes three letters in a row, as a run sends them: the envelope of the next goes out with the end of the one before. */
    private static final class ThreeLetters implements Outgoing {
        private final ArrayDeque<Letter> letters = new ArrayDeque<>();
        private final Map<String, Receipt> receipts = new LinkedHashMap<>();

        ThreeLetters(String second) {
            for (String local : List.of("first", second, "third")) {
                letters.add(Letters.to(local + "@reader.example"));
            }
        }

        @Override
        public @Nullable Letter take() {
            return letters.poll();
        }

        @Override
        public @Nullable Letter poll() {
            return letters.poll();
        }

        @Override
        public boolean mayEnd(Letter letter) {
            return true;
        }

        @Override
        public void settle(Letter letter, Receipt receipt) {
            Receipt before = receipts.put(letter.to().address().replaceAll("@.*", ""), receipt);
            assertThat(before).as("settled once").isNull();
        }
    }

    private static MailProperties impatient(int port) {
        MailProperties settings = Letters.server(port);
        settings.getProperties().put("mail.smtp.timeout", "300");
        return settings;
    }

    @ParameterizedTest
    @CsvSource({
        "rcpt.550,     Rejected",
        "rcpt.450,     RetryLater",
        "rcpt.421drop, RetryLater",
        "rcpt.drop,    RetryLater",
        "rcpt.hang,    RetryLater",
        "data.554,     Rejected",
        "data.451,     RetryLater",
        "data.drop,    RetryLater",
        "data.hang,    RetryLater",
        "body.hang,    Uncertain",
        "dot.451,      RetryLater",
        "dot.554,      Rejected",
        "dot.421drop,  RetryLater",
        "dot.drop,     Uncertain",
        "dot.hang,     Uncertain",
        "fine,         Accepted"
    })
    void a_fault_in_the_midst_of_a_pipeline_is_its_own_letters_only(String local, String receipt) {
        try (var pipelining = new ScriptedSmtpServer("PIPELINING,SIZE 10000000");
                Mailer mailer = Letters.room(impatient(pipelining.port())).open()) {
            var letters = new ThreeLetters(local);

            mailer.send(letters);

            assertThat(letters.receipts.values())
                    .extracting(each -> each.getClass().getSimpleName())
                    .containsExactly("Accepted", receipt, "Accepted");
            assertThat(pipelining.accepted())
                    .contains("first@reader.example", "third@reader.example")
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({"fine, 0", "dot.554, 0", "data.554, 1"})
    void a_mail_is_only_taken_back_where_it_was_begun_and_not_ended(String local, int times) {
        try (var pipelining = new ScriptedSmtpServer("PIPELINING");
                Mailer mailer = Letters.room(impatient(pipelining.port())).open()) {
            mailer.send(new ThreeLetters(local));

            assertThat(pipelining.said()).filteredOn("RSET"::equals).hasSize(times);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEAF", "TIRED", "WORDY"})
    void a_server_with_quirks_gets_every_letter_once(ScriptedSmtpServer.Quirk quirk) {
        try (var odd = new ScriptedSmtpServer("PIPELINING", quirk);
                Mailer mailer = Letters.room(impatient(odd.port())).open()) {
            for (int i = 0; i < 15; i++) {
                var letters = new ThreeLetters("second" + i);
                mailer.send(letters);
                assertThat(letters.receipts.values()).allMatch(Receipt.Accepted.class::isInstance);
            }

            assertThat(odd.accepted()).hasSize(45);
            assertThat(odd.connections()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void a_busy_server_is_unavailable_and_left_alone_for_a_while() {
        try (var busy = new ScriptedSmtpServer("", ScriptedSmtpServer.Quirk.BUSY);
                Mailer mailer = Letters.room(Letters.server(busy.port())).open()) {
            assertThat(mailer.send(Letters.to("fine@reader.example"))).isInstanceOf(Receipt.Unavailable.class);
            assertThat(mailer.send(Letters.to("fine@reader.example"))).isInstanceOf(Receipt.Unavailable.class);
            assertThat(busy.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_mail_that_is_too_large_for_the_server_says_nothing_of_its_reader() {
        try (var small = new ScriptedSmtpServer("SIZE 500");
                Mailer mailer = Letters.room(Letters.server(small.port())).open()) {
            assertThat(mailer.send(Letters.to("fine@reader.example")))
                    .isInstanceOfSatisfying(
                            Receipt.Unavailable.class,
                            receipt -> assertThat(receipt.reply()).contains("takes mails of up to 500 bytes"));
        }
    }

    @Test
    void an_address_beyond_ascii_goes_to_a_server_that_knows_them() {
        try (var modern = new ScriptedSmtpServer("PIPELINING,SMTPUTF8");
                Mailer mailer = Letters.room(Letters.server(modern.port())).open()) {
            assertThat(mailer.send(Letters.to("paweł@bücher.example"))).isInstanceOf(Receipt.Accepted.class);
            assertThat(modern.said())
                    .contains("RCPT TO:<paweł@xn--bcher-kva.example>")
                    .anyMatch(line -> line.startsWith("MAIL") && line.endsWith(" SMTPUTF8"));
        }
    }

    @Test
    void a_server_that_breaks_tls_gets_neither_the_password_nor_the_mail() {
        try (var broken = new ScriptedSmtpServer("STARTTLS,AUTH PLAIN", ScriptedSmtpServer.Quirk.BROKEN_TLS)) {
            MailProperties settings = Letters.server(broken.port());
            settings.setUsername("desk");
            settings.setPassword("secret");
            try (Mailer mailer = Letters.room(settings).open()) {
                assertThat(mailer.send(Letters.to("fine@reader.example"))).isInstanceOf(Receipt.Unavailable.class);
            }
            assertThat(broken.said()).noneMatch(line -> line.matches("(AUTH|MAIL|RCPT).*"));
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_unless_it_is_trusted() {
        var certificate = new HandshakeCertificates.Builder()
                .heldCertificate(new HeldCertificate.Builder()
                        .addSubjectAlternativeName("127.0.0.1")
                        .build())
                .build();
        SMTPServer tls = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .startTlsSocketFactory(certificate.sslContext(), false)
                .requireTLS()
                .build();
        tls.start();
        try {
            MailProperties settings = Letters.server(tls.getPortAllocated());
            settings.getProperties().put("mail.smtp.starttls.required", "true");
            try (Mailer mailer = Letters.room(settings).open()) {
                assertThat(mailer.send(Letters.to("fine@reader.example")))
                        .isInstanceOfSatisfying(
                                Receipt.Unavailable.class,
                                receipt -> assertThat(receipt.reply()).contains("certification path"));
            }
            settings.getProperties().put("mail.smtp.ssl.trust", "127.0.0.1");
            try (Mailer mailer = Letters.room(settings).open()) {
                assertThat(mailer.send(Letters.to("fine@reader.example"))).isInstanceOf(Receipt.Accepted.class);
            }
        } finally {
            tls.stop();
        }
    }

    @Test
    void the_next_server_takes_over_when_the_first_is_away() {
        MailRoom room = Letters.room(
                Letters.server(9),
                Map.of("delivery.fallback[0].host", "127.0.0.1", "delivery.fallback[0].port", server.port()));
        try (Mailer mailer = room.open()) {
            assertThat(mailer.send(Letters.to("fine@reader.example"))).isInstanceOf(Receipt.Accepted.class);
        }
        assertThat(room.destination()).isEqualTo("127.0.0.1:9, else 127.0.0.1:" + server.port());
    }

    @ParameterizedTest
    @CsvSource({
        "rcpt.550,     Rejected,   550 the script says so at rcpt",
        "rcpt.530,     RetryLater, 530 the script says so at rcpt",
        "rcpt.450,     RetryLater, 450 the script says so at rcpt",
        "rcpt.421drop, RetryLater, 421 the script says so at rcpt",
        "rcpt.drop,    RetryLater, died before the end of the mail",
        "data.554,     Rejected,   554 the script says so at data",
        "data.451,     RetryLater, 451 the script says so at data",
        "dot.451,      RetryLater, 451 the script says so at dot",
        "dot.554,      Rejected,   554 the script says so at dot",
        "dot.554drop,  Rejected,   554 the script says so at dot",
        "dot.421drop,  RetryLater, 421 the script says so at dot",
        "dot.drop,     Uncertain,  died after the end of the mail"
    })
    void a_fault_gives_its_receipt_and_the_next_letter_goes_out(String local, String receipt, String reply) {
        try (Mailer mailer = Letters.room(Letters.server(server.port())).open()) {
            Receipt failed = mailer.send(Letters.to(local + "@reader.example"));
            Receipt next = mailer.send(Letters.to("fine@reader.example"));

            assertThat(failed.getClass().getSimpleName()).isEqualTo(receipt);
            assertThat(failed.reply()).contains(reply);
            assertThat(next).isEqualTo(new Receipt.Accepted("250 taken"));
        }
    }

    @Test
    void a_letter_of_an_address_that_would_become_another_on_the_wire_is_not_sent() {
        try (Mailer mailer = Letters.room(Letters.server(server.port())).open()) {
            assertThat(mailer.send(Letters.to("pawe\u0142@reader.example"))).isInstanceOf(Receipt.Rejected.class);
            assertThat(server.said()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("RCPT"));
        }
    }

    @Test
    void a_connection_that_dies_in_the_middle_of_the_mail_is_tried_again() {
        try (Mailer mailer = Letters.room(Letters.server(server.port())).open()) {
            Receipt failed = mailer.send(Letters.from(Letters.SENDER, "body.drop@reader.example", LONG));

            assertThat(failed).isInstanceOf(Receipt.RetryLater.class);
            assertThat(mailer.send(Letters.to("fine@reader.example"))).isInstanceOf(Receipt.Accepted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"next.drop", "next.421drop"})
    void a_server_that_has_had_enough_of_a_connection_gets_another(String local) {
        try (Mailer mailer = Letters.room(Letters.server(server.port())).open()) {
            Receipt first = mailer.send(Letters.to(local + "@reader.example"));
            Receipt next = mailer.send(Letters.to("fine@reader.example"));

            assertThat(first).isInstanceOf(Receipt.Accepted.class);
            assertThat(next).isInstanceOf(Receipt.Accepted.class);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_refused_sender_is_not_the_recipients_fault() {
        var unwelcome = new Mailbox("The Desk", "mail.550@briefing.example");
        try (Mailer mailer = Letters.room(Letters.server(server.port())).open()) {
            Receipt refused = mailer.send(Letters.from(unwelcome, "fine@reader.example", "Words."));

            assertThat(refused)
                    .isEqualTo(new Receipt.Unavailable("The mail server 127.0.0.1:" + server.port()
                            + " refused the sender: 550 the script says so at mail"));
            assertThat(mailer.send(Letters.to("fine@reader.example"))).isInstanceOf(Receipt.Accepted.class);
        }
    }

    @Test
    void a_refusal_that_the_server_stays_open_after_keeps_the_connection() {
        try (Mailer mailer = Letters.room(Letters.server(server.port())).open()) {
            mailer.send(Letters.to("rcpt.550@reader.example"));
            mailer.send(Letters.to("fine@reader.example"));

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() {
        server.close();
        MailRoom room = Letters.room(Letters.server(server.port()));

        try (Mailer mailer = room.open()) {
            assertThat(mailer.send(Letters.to("fine@reader.example")))
                    .isInstanceOfSatisfying(
                            Receipt.Unavailable.class,
                            receipt -> assertThat(receipt.reply())
                                    .startsWith("The mail server 127.0.0.1:" + server.port() + " cannot be reached: "));
        }
        assertThatThrownBy(room::check)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Check spring.mail.host, port, username and password.");
    }

    @Test
    void a_wrong_login_is_unavailable() {
        MailProperties settings = login();
        settings.getProperties().put("mail.smtp.starttls.required", "false");

        try (Mailer mailer = Letters.room(settings).open()) {
            assertThat(mailer.send(Letters.to("fine@reader.example")))
                    .isInstanceOfSatisfying(
                            Receipt.Unavailable.class,
                            receipt -> assertThat(receipt.reply())
                                    .contains("refused the login: 535 5.7.8 this login is not known"));
        }
    }

    @Test
    void a_password_is_never_said_in_the_clear() {
        try (Mailer mailer = Letters.room(login()).open()) {
            assertThat(mailer.send(Letters.to("fine@reader.example")))
                    .isInstanceOfSatisfying(
                            Receipt.Unavailable.class,
                            receipt -> assertThat(receipt.reply()).contains("STARTTLS is required"));
        }
        assertThat(server.said()).isNotEmpty().noneMatch(line -> line.startsWith("AUTH"));
    }

    private MailProperties login() {
        MailProperties settings = Letters.server(server.port());
        settings.setUsername("desk");
        settings.setPassword("secret");
        return settings;
    }
}
