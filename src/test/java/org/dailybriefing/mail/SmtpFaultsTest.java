package org.dailybriefing.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dailybriefing.base.Refusal;
import org.dailybriefing.mail.Letter.Mailbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** A receipt says no more and no less than what can be known when a server fails. */
class SmtpFaultsTest {

    /** More than the buffers of two sockets hold, so that a connection can die while it is on its way. */
    private static final String LONG = "A long line of plain words, and then another.\n".repeat(400_000);

    private final ScriptedSmtpServer server = new ScriptedSmtpServer("AUTH PLAIN LOGIN");

    @AfterEach
    void close() {
        server.close();
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
