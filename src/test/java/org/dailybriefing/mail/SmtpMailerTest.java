package org.dailybriefing.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dailybriefing.House;
import org.dailybriefing.mail.Letter.Mailbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.server.SMTPServer;

/** Letters go out over SMTP as a real server takes them in. */
class SmtpMailerTest {

    private static final String TEXT =
            "Переговори тривають. \n.рядок, що починається з крапки\n" + "довгий ".repeat(300) + "\n";

    private static final String HTML = "<p class=rich>Talks go on.</p>\n";

    private static final String SUBJECT =
            "Переговори в Женеві — talks “resume” as envoys shuttle between the rooms of the old palace";

    private static final Letter LETTER = new Letter(
            "ukraine-talks.2026-03-10.7@briefing.example",
            "desk@briefing.example",
            Letters.head(new Mailbox("Zürcher Tagblatt für Süd", "desk@briefing.example"), SUBJECT),
            new Mailbox("Олена Шевченко", "olena@reader.example"),
            Instant.parse("2026-03-10T10:00:00Z"),
            Map.of(
                    "List-Unsubscribe",
                    "<https://briefing.example/unsubscribe/7/0123456789abcdef0123456789abcdef0123456789abcdef>",
                    "List-Unsubscribe-Post",
                    "List-Unsubscribe=One-Click"),
            Body.of(TEXT),
            Body.of(HTML));

    @TempDir
    Path folder;

    private final List<byte[]> mails = new CopyOnWriteArrayList<>();
    private final Set<Object> connections = ConcurrentHashMap.newKeySet();
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .insertReceivedHeaders(false)
            .messageHandler((context, from, to, mail) -> {
                connections.add(context.getRemoteAddress());
                mails.add(mail);
            })
            .build();

    private House house;

    @BeforeEach
    void open() {
        server.start();
        house = House.open(folder, "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + server.getPortAllocated());
    }

    @AfterEach
    void close() {
        house.close();
        server.stop();
    }

    private void send(int times) {
        try (Mailer mailer = house.get(MailRoom.class).open()) {
            for (int i = 0; i < times; i++) {
                assertThat(mailer.send(LETTER)).isInstanceOf(Receipt.Accepted.class);
            }
        }
    }

    private MimeMessage arrived() throws Exception {
        send(1);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mails.get(0)));
    }

    @Test
    void both_parts_arrive_plain_text_first() throws Exception {
        MimeMessage mail = arrived();
        var parts = (MimeMultipart) mail.getContent();

        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(lines(parts.getBodyPart(0).getContent())).isEqualTo(TEXT);
        assertThat(lines(parts.getBodyPart(1).getContent())).isEqualTo(HTML);
    }

    private static String lines(Object content) {
        return content.toString().replace("\r\n", "\n");
    }

    @Test
    void the_headers_arrive_as_given() throws Exception {
        MimeMessage mail = arrived();

        assertThat(mail.getHeader("Message-ID")).containsExactly("<ukraine-talks.2026-03-10.7@briefing.example>");
        assertThat(mail.getHeader("List-Unsubscribe"))
                .containsExactly(LETTER.headers().get("List-Unsubscribe"));
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("answers@briefing.example"));
        assertThat(mail.getSentDate()).isEqualTo("2026-03-10T10:00:00Z");
    }

    @Test
    void names_and_subject_of_any_script_are_read_as_written() throws Exception {
        MimeMessage mail = arrived();

        assertThat(mail.getSubject()).isEqualTo(SUBJECT);
        assertThat(mail.getFrom())
                .extracting(from -> ((InternetAddress) from).getPersonal())
                .containsExactly("Zürcher Tagblatt für Süd");
        assertThat(mail.getRecipients(RecipientType.TO))
                .extracting(to -> ((InternetAddress) to).getPersonal())
                .containsExactly("Олена Шевченко");
    }

    @Test
    void what_goes_over_the_wire_is_short_lines_of_ascii_with_crlf() {
        send(1);
        String wire = new String(mails.get(0), StandardCharsets.ISO_8859_1);

        assertThat(wire.chars()).allMatch(c -> c < 128);
        assertThat(wire.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(wire.lines()).allMatch(line -> line.length() <= 200);
        assertThat(wire.lines().filter(line -> line.contains("=?")))
                .hasSizeGreaterThan(3)
                .allMatch(line -> line.length() <= 76);
        assertThat(wire)
                .containsPattern("(?s)Content-Transfer-Encoding: quoted-printable.*"
                        + "Content-Transfer-Encoding: quoted-printable");
    }

    @Test
    void several_letters_share_one_connection() {
        send(3);

        assertThat(mails).hasSize(3);
        assertThat(connections).hasSize(1);
    }

    @Test
    void the_check_passes_when_the_server_answers() {
        house.get(MailRoom.class).check();

        assertThat(house.get(MailRoom.class).destination()).isEqualTo("127.0.0.1:" + server.getPortAllocated());
    }
}
