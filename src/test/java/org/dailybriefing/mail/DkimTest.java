package org.dailybriefing.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.dailybriefing.base.Settings;
import org.dailybriefing.mail.Letter.Mailbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.subethamail.smtp.server.SMTPServer;

/** What leaves the house bears a signature that others find right, and that ends with the first letter changed. */
class DkimTest {

    private static final Letter LETTER = letter();

    private static Letter letter() {
        Letter plain = Letters.from(
                new Mailbox("Zürcher Tagblatt für Süd", "desk@briefing.example"),
                "olena@reader.example",
                "Two  spaces,\ttabs  \n.a dot at the start\n" + "довгий ".repeat(9_000) + "\n\n \n\n");
        return new Letter(
                plain.messageId(),
                plain.returnPath(),
                Letters.head(
                        plain.head().from(),
                        "Переговори в Женеві — talks “resume” as envoys shuttle between the rooms of the old palace"),
                new Mailbox("Олена Шевченко", plain.to().address()),
                plain.date(),
                Map.of(
                        "List-Id",
                        "<ukraine-talks.briefing.example>",
                        "List-Unsubscribe",
                        "<https://briefing.example/unsubscribe/7/0123456789abcdef0123456789abcdef0123456789abcdef>",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click",
                        "Feedback-ID",
                        "2026-03-10:ukraine-talks:briefing:1a2b3c4d"),
                plain.text(),
                plain.html());
    }

    @TempDir
    Path folder;

    private final List<byte[]> mails = new CopyOnWriteArrayList<>();
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .insertReceivedHeaders(false)
            .messageHandler((context, from, to, mail) -> mails.add(mail))
            .build();

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private MailRoom room(MailProperties smtp, String kind) {
        return Letters.room(smtp, folder, new Settings.Dkim("news", Keys.make(folder, kind)));
    }

    private byte[] arrived(MailRoom room) {
        return arrived(room, LETTER);
    }

    private byte[] arrived(MailRoom room, Letter letter) {
        try (Mailer mailer = room.open()) {
            assertThat(mailer.send(letter)).isInstanceOf(Receipt.Accepted.class);
        }
        return mails.get(mails.size() - 1);
    }

    private MailProperties smtp() {
        return Letters.server(server.getPortAllocated());
    }

    private static boolean passes(DkimVerifier verifier, byte[] mail, MailRoom room) {
        DkimSigner signer = Objects.requireNonNull(room.signer());
        return verifier.passes(
                mail, "news._domainkey.briefing.example", signer.key().record());
    }

    private static byte[] changed(byte[] mail, String pattern, String to) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        assertThat(text).containsPattern(pattern);
        return text.replaceFirst(pattern, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({"JDKIM, RSA 2048", "JDKIM, RSA 1024", "PERL, RSA 2048", "PYTHON, RSA 2048", "PYTHON, Ed25519"})
    void what_arrives_over_smtp_verifies_until_a_letter_is_changed(DkimVerifier verifier, String kind) {
        MailRoom room = room(smtp(), kind);
        byte[] mail = arrived(room);

        assertThat(passes(verifier, mail, room)).isTrue();
        assertThat(passes(verifier, changed(mail, "Rich words.", "Rich swords."), room))
                .isFalse();
        assertThat(passes(verifier, changed(mail, "unsubscribe/7/", "unsubscribe/8/"), room))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From",
                "To",
                "Subject",
                "Date",
                "Message-ID",
                "Reply-To",
                "MIME-Version",
                "Content-Type",
                "List-Id",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
                "Feedback-ID"
            })
    void no_header_that_counts_can_be_changed(String header) {
        MailRoom room = room(new MailProperties(), "RSA 1024");
        byte[] mail = room.bytes(LETTER);

        assertThat(passes(DkimVerifier.JDKIM, changed(mail, "(?m)^" + header + ":", header + ": x"), room))
                .isFalse();
    }

    @Test
    void nobody_can_add_a_second_sender() {
        MailRoom room = room(new MailProperties(), "RSA 1024");
        byte[] mail = room.bytes(LETTER);

        assertThat(passes(DkimVerifier.JDKIM, changed(mail, "(?m)^From: ", "From: x@evil.example\r\nFrom: "), room))
                .isFalse();
    }

    @Test
    void what_a_relay_may_do_to_white_space_does_not_break_it() {
        MailRoom room = room(smtp(), "RSA 2048");
        byte[] mail = arrived(room);

        assertThat(passes(DkimVerifier.JDKIM, changed(mail, "MIME-Version: 1.0", "mime-version:   1.0 "), room))
                .isTrue();
    }

    @Test
    void a_server_that_takes_eight_bits_gets_the_same() {
        MailProperties smtp = smtp();
        smtp.getProperties().put("mail.smtp.allow8bitmime", "true");
        MailRoom room = room(smtp, "RSA 2048");
        // longer lines could not go in eight bits anyway
        Letter shortLines = Letters.from(Letters.SENDER, "olena@reader.example", "Переговори тривають.\n");

        assertThat(passes(DkimVerifier.JDKIM, arrived(room, shortLines), room)).isTrue();
    }

    @Test
    void the_outbox_and_a_specimen_are_signed_too() throws IOException {
        MailRoom room = room(new MailProperties(), "RSA 2048");
        try (Mailer mailer = room.open()) {
            mailer.send(LETTER);
        }
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            assertThat(passes(
                            DkimVerifier.JDKIM,
                            Files.readAllBytes(files.findFirst().orElseThrow()),
                            room))
                    .isTrue();
        }
        assertThat(passes(DkimVerifier.JDKIM, room.bytes(LETTER), room)).isTrue();
    }

    @Test
    void the_signature_is_folded_and_covers_what_counts() {
        String mail = new String(arrived(room(smtp(), "RSA 2048")), StandardCharsets.ISO_8859_1);
        String signature = mail.replaceFirst("(?ms).*^DKIM-Signature: ", "").replaceFirst("(?s)\r\n(?! ).*", "");

        assertThat(signature.lines()).allMatch(line -> line.length() <= 76).hasSizeGreaterThan(5);
        assertThat(signature.replaceAll("\\s+", " "))
                .startsWith("v=1; a=rsa-sha256; c=relaxed/relaxed; d=briefing.example; s=news; t=1773136800;"
                        + " h=from: from: to: subject: date: message-id: reply-to: mime-version: content-type:"
                        + " list-id: list-unsubscribe: list-unsubscribe-post: feedback-id; bh=")
                .doesNotContain(" l=");
    }

    @Test
    void without_a_key_nothing_is_signed() {
        assertThat(new String(arrived(Letters.room(smtp())), StandardCharsets.ISO_8859_1))
                .doesNotContain("DKIM-Signature");
    }
}
