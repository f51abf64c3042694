package org.dailybriefing.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dailybriefing.mail.Letter.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a server each letter is one whole file of the outbox, and nothing in a letter can make it something else. */
class OutboxMailerTest {

    @TempDir
    Path folder;

    private Receipt send(Letter letter) {
        try (var mailer = new OutboxMailer(folder.resolve("data/outbox"), null)) {
            return mailer.send(letter);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_letter_becomes_one_file_that_any_mail_program_opens() throws IOException {
        Letter letter = Letters.to("reader@reader.example");

        assertThat(send(letter)).isEqualTo(new Receipt.Accepted("written to one.1-reader@reader.example.eml"));

        assertThat(files()).containsExactly("data/outbox/one.1-reader@reader.example.eml");
        assertThat(folder.resolve("data/outbox/one.1-reader@reader.example.eml"))
                .content()
                .contains("To: Reader <reader@reader.example>\r\n", "Plain words.", "<p>Rich words.</p>");
    }

    @Test
    void the_same_letter_again_replaces_its_file() throws IOException {
        send(Letters.to("reader@reader.example"));
        send(Letters.to("reader@reader.example"));

        assertThat(files()).containsExactly("data/outbox/one.1-reader@reader.example.eml");
    }

    @Test
    void what_a_crash_left_half_written_is_written_over() throws IOException {
        Path half = folder.resolve("data/outbox/one.1-reader@reader.example.eml.part");
        Files.createDirectories(half.getParent());
        Files.writeString(half, "half".repeat(10_000));

        send(Letters.to("reader@reader.example"));

        assertThat(files()).containsExactly("data/outbox/one.1-reader@reader.example.eml");
        assertThat(folder.resolve("data/outbox/one.1-reader@reader.example.eml"))
                .content()
                .doesNotContain("half");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b@example.org", "/etc/x@example.org", "a\\b@example.org", "~/x@example.org"})
    void no_address_leads_out_of_the_folder(String address) throws IOException {
        assertThat(send(Letters.to(address))).isInstanceOf(Receipt.Accepted.class);

        assertThat(files()).singleElement().asString().matches("data/outbox/[^/\\\\]+\\.eml");
    }

    @Test
    void an_address_that_climbs_is_rejected() throws IOException {
        assertThat(send(Letters.to("../../x@example.org"))).isInstanceOf(Receipt.Rejected.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void the_longest_address_there_is_fits() throws IOException {
        String longest = "a".repeat(64) + "@" + ("b".repeat(61) + ".").repeat(3) + "ex";

        assertThat(send(Letters.to(longest))).isInstanceOf(Receipt.Accepted.class);
        assertThat(files()).hasSize(1);
    }

    @Test
    void an_outbox_that_cannot_be_written_is_a_receipt_and_no_exception() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");

        assertThat(send(Letters.to("reader@reader.example")))
                .isInstanceOfSatisfying(
                        Receipt.Unavailable.class,
                        receipt -> assertThat(receipt.reply())
                                .startsWith("The outbox ")
                                .endsWith("check the disk and its permissions."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fine\r\nBcc: x@example.org", "fine\nBcc: x@example.org", "fine\rBcc: x@example.org"})
    void no_line_break_makes_another_header(String hostile) throws IOException {
        assertThatThrownBy(() -> send(letter("fine", "fine", hostile)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a character that is not allowed in header List-Unsubscribe");

        send(letter(hostile, "fine", "fine"));
        send(letter("fine", hostile, "fine"));

        for (String file : files()) {
            assertThat(Files.readString(folder.resolve(file)).split("\r\n\r\n")[0])
                    .doesNotContainPattern("(?im)^bcc")
                    .doesNotContainPattern("\r(?!\n)|(?<!\r)\n");
        }
    }

    private static Letter letter(String subject, String name, String header) {
        return new Letter(
                subject.length() + "." + name.length() + "@briefing.example",
                "desk@briefing.example",
                Letters.head(new Mailbox(name, "desk@briefing.example"), subject),
                new Mailbox(name, "reader@reader.example"),
                Instant.parse("2026-03-10T10:00:00Z"),
                Map.of("List-Unsubscribe", header),
                Body.of("Plain words.\n"),
                Body.of("<p>Rich words.</p>\n"));
    }
}
