package org.dailybriefing.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.dailybriefing.Bounced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Anybody can write to the mailbox: nothing that he writes breaks the reading, or takes long. */
@Timeout(120)
class HostileReportTest {

    private static final Duration SHORT = Duration.ofSeconds(5);

    private static final Bounced MAIL = new Bounced(
            "reader1@there.example",
            "bounce+12-0123456789abcdef0123@news.example",
            "ukraine-talks.2026-03-10.12@news.example",
            "https://news.example/unsubscribe/7-abcdefghijklmnopqrstuv");

    static Stream<String> hostile() {
        String report = MAIL.by("postfix");
        String status =
                "Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n";
        return Stream.of(
                "",
                "\r\n",
                "\0\0\0",
                "no header at all",
                "Content-Type: multipart/report\r\n\r\nno boundary",
                "Content-Type: multipart/report; boundary=\r\n\r\n--\r\n\r\n--\r\n",
                "Content-Type: multipart/report; boundary=\"" + "b".repeat(100_000) + "\"\r\n\r\n",
                "Content-Type: " + "multipart/".repeat(50_000) + "\r\n\r\n",
                "Content-Type: multipart/report; boundary=x\r\n\r\n" + "--x\r\n\r\n\r\n".repeat(200_000),
                nested(20_000),
                status + "\r\n".repeat(2_000_000),
                status + "Action: failed\r\nStatus: 5.1.1\r\n\r\n".repeat(300_000),
                status + "Final-Recipient: rfc822; " + "a@".repeat(1_000_000),
                status + "Diagnostic-Code: smtp; " + "550 ".repeat(1_000_000) + "\r\nAction: failed\r\n",
                "From: mailer-daemon@x.example\r\nSubject: failure\r\n\r\n" + "\n \n".repeat(500_000),
                "From: mailer-daemon@x.example\r\nSubject: failure\r\n\r\n" + "<a@b.example> #5.".repeat(200_000),
                "To: " + "<a@b.example>, ".repeat(200_000) + "\r\n\r\n",
                "X: y\r\n".repeat(500_000),
                "a".repeat(30_000_000),
                report.replace("us-ascii", "\"utf-7\"")
                        .replace("message/delivery-status", "message/delivery-status; charset"),
                report.replace(
                        "Content-Type: text/rfc822-headers",
                        "Content-Transfer-Encoding: base64\r\nContent-Type: message/rfc822"),
                report.replace(
                        "Content-Type: message/delivery-status",
                        "Content-Transfer-Encoding: uuencode\r\nContent-Type: message/delivery-status"));
    }

    private static String nested(int depth) {
        var mail = new StringBuilder("Content-Type: multipart/report; boundary=b0\r\n\r\n");
        for (int i = 1; i < depth; i++) {
            mail.append("--b%d\r\nContent-Type: multipart/report; boundary=b%d\r\n\r\n".formatted(i - 1, i));
        }
        return mail.toString();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_is_meant_to_break_the_reading_is_read_in_no_time(String mail) {
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();

        BounceReader.read(bytes).ifPresent(HostileReportTest::small);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT);
    }

    private static void small(BounceReport report) {
        assertThat(report.arrivedAt()).hasSizeLessThanOrEqualTo(50);
        assertThat(report.unsubscribe()).hasSizeLessThanOrEqualTo(50);
        assertThat(report.recipients()).hasSizeBetween(0, 50).allSatisfy(recipient -> {
            assertThat(recipient.words()).hasSizeLessThanOrEqualTo(500);
            assertThat(recipient.words().chars().noneMatch(Character::isISOControl))
                    .isTrue();
            assertThat(recipient.addresses()).hasSizeLessThanOrEqualTo(100);
        });
    }

    @Test
    void reports_with_bytes_changed_at_random_are_read_or_left() {
        var random = new Random(6);
        for (String style :
                new String[] {"postfix", "exim", "sendmail", "exchange", "gmail", "qmail", "complaint", "several"}) {
            byte[] mail = MAIL.by(style).getBytes(StandardCharsets.UTF_8);
            for (int round = 0; round < 300; round++) {
                byte[] changed = mail.clone();
                for (int i = 0; i < 1 + round % 40; i++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                BounceReader.read(changed).ifPresent(HostileReportTest::small);
                BounceReader.read(java.util.Arrays.copyOf(mail, random.nextInt(mail.length)))
                        .ifPresent(HostileReportTest::small);
            }
        }
    }

    @Test
    void lines_in_the_words_of_a_server_stay_one_line() {
        String mail = MAIL.by("postfix")
                .replace("Recipient address rejected", "rejected\0\u0007\u2028\u0085 2026-03-10 WARN forged")
                .replace("unknown in local", "\r\n\tX: y");

        assertThat(BounceReader.read(mail.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .recipients()
                        .get(0)
                        .words())
                .matches("[^\\p{Cntrl}\\u2028\\u0085]+");
    }
}
