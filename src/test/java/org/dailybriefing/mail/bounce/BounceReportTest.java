package org.dailybriefing.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dailybriefing.Bounced;
import org.dailybriefing.mail.Cause;
import org.dailybriefing.mail.ReplyRules;
import org.dailybriefing.mail.bounce.BounceReport.Action;
import org.dailybriefing.mail.bounce.BounceReport.Kind;
import org.dailybriefing.mail.bounce.BounceReport.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as the mail servers of the world write them, and what is none. */
class BounceReportTest {

    private static final String TO = "reader1@there.example";
    private static final String RETURN = "bounce+12-0123456789abcdef0123@news.example";
    private static final String ID = "ukraine-talks.2026-03-10.12@news.example";
    private static final String LINK = "https://news.example/unsubscribe/7-abcdefghijklmnopqrstuv";
    private static final Bounced MAIL = new Bounced(TO, RETURN, ID, LINK);

    private static Optional<BounceReport> read(String mail) {
        return BounceReader.read(mail.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "postfix, STATUS, FAILED, 5.1.1, MAILBOX",
        "postfix-delayed, STATUS, DELAYED, 4.2.2, FULL_OR_TEMPORARY",
        "exim, STATUS, FAILED, 5.0.0, MAILBOX",
        "sendmail, STATUS, FAILED, 5.2.2, FULL_OR_TEMPORARY",
        "exchange, STATUS, FAILED, 5.1.10, MAILBOX",
        "gmail, STATUS, FAILED, 5.1.1, MAILBOX",
        "policy, STATUS, FAILED, 5.7.1, POLICY",
        "qmail, LETTER, FAILED, , MAILBOX",
        "exim-letter, LETTER, FAILED, , MAILBOX",
    })
    void the_reader_the_status_and_the_words_are_found(
            String style, Kind kind, Action action, String status, Cause cause) {
        BounceReport report = read(MAIL.by(style)).orElseThrow();

        assertThat(report.kind()).isEqualTo(kind);
        assertThat(report.arrivedAt()).contains(RETURN);
        assertThat(report.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.addresses()).containsExactly(TO);
            assertThat(recipient.action()).isEqualTo(action);
            assertThat(recipient.status()).isEqualTo(status);
            assertThat(recipient.words()).doesNotContain("\n").isNotEmpty();
            assertThat(ReplyRules.shipped().cause(recipient.status(), recipient.words()))
                    .isEqualTo(cause);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix", "exim", "sendmail", "exchange", "gmail", "complaint"})
    void the_mail_that_is_returned_names_itself(String style) {
        BounceReport report = read(MAIL.by(style)).orElseThrow();

        assertThat(report.messageId()).isEqualTo(ID);
        assertThat(report.unsubscribe()).contains(LINK);
    }

    @Test
    void each_of_several_readers_has_a_fate_of_his_own() {
        assertThat(read(MAIL.by("several")).orElseThrow().recipients())
                .extracting(
                        Recipient::action, recipient -> recipient.addresses().get(0))
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Action.DELIVERED, "colleague@there.example"),
                        org.assertj.core.api.Assertions.tuple(Action.FAILED, TO),
                        org.assertj.core.api.Assertions.tuple(Action.RELAYED, "third@elsewhere.example"),
                        org.assertj.core.api.Assertions.tuple(Action.DELAYED, "fourth@elsewhere.example"));
    }

    @Test
    void a_complaint_says_which_mail_it_is_about() {
        BounceReport report = read(MAIL.by("complaint")).orElseThrow();

        assertThat(report.kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(report.arrivedAt()).contains(RETURN);
        assertThat(report.recipients())
                .singleElement()
                .extracting(Recipient::addresses)
                .isEqualTo(List.of("redacted@big.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-spam", "auth-failure", "dmarc", ""})
    void praise_and_reports_on_forgers_are_no_complaints(String type) {
        assertThat(read(MAIL.by("complaint").replace("Feedback-Type: abuse", "Feedback-Type: " + type)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"holiday", "read-receipt"})
    void what_readers_programs_answer_is_no_bounce(String style) {
        assertThat(read(MAIL.by(style))).isEmpty();
    }

    static Stream<String> letters() {
        String qmail = MAIL.by("qmail");
        return Stream.of(
                qmail.replace("From: MAILER-DAEMON@", "From: reader1@"),
                qmail.replace("From: MAILER-DAEMON@", "From: not-a-mailer-daemon@"),
                qmail.replace("failure notice", "Warning: message delayed 24 hours"),
                qmail.replace("failure notice", "Automatic reply: the talks"),
                qmail.replace("To: ", "X-Autoreply: yes\r\nTo: "),
                qmail.replace(" (#5.1.1)", ""),
                qmail.replace("<" + TO + ">:", "somebody:"),
                // what the returned mail says is not what the server says
                qmail.replace("Sorry, no mailbox here by that name. (#5.1.1)", "Sorry.")
                        .replace("The briefing.", "<" + TO + "> 550 5.1.1 user unknown"));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("letters")
    void a_letter_is_only_taken_for_a_report_when_all_of_it_says_so(String mail) {
        assertThat(read(mail)).isEmpty();
    }

    @Test
    void a_report_within_other_parts_is_found_but_not_one_that_somebody_attaches() {
        String report = MAIL.by("postfix");
        String body = report.substring(report.indexOf("\r\n\r\n") + 4);
        String type = "Content-Type: multipart/report; boundary=\"4A0B11C003E.1773118812/mx.news.example\"\r\n\r\n";
        String wrapped = "To: " + RETURN + "\r\nContent-Type: multipart/mixed; boundary=out\r\n\r\n"
                + "--out\r\nContent-Type: text/plain\r\n\r\nScanned.\r\n--out\r\n" + type + body + "\r\n--out--\r\n";
        String attached = "To: " + RETURN + "\r\nContent-Type: multipart/mixed; boundary=out\r\n\r\n"
                + "--out\r\nContent-Type: message/rfc822\r\n\r\n" + report + "\r\n--out--\r\n";

        assertThat(read(wrapped).orElseThrow().recipients())
                .singleElement()
                .satisfies(recipient -> assertThat(recipient.status()).isEqualTo("5.1.1"));
        assertThat(read(attached)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, true", "8, false"})
    void parts_are_followed_as_deep_as_anybody_nests_them(int depth, boolean found) {
        String body =
                "Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; " + TO + "\r\nStatus: 5.1.1\r\n";
        for (int i = 0; i < depth; i++) {
            body = "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n%s\r\n--b%d--\r\n"
                    .formatted(i, i, body, i);
        }
        assertThat(read("To: " + RETURN + "\r\n" + body).isPresent()).isEqualTo(found);
    }

    @Test
    void of_many_addresses_the_first_are_looked_at() {
        String many = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> "a%d@x.example".formatted(i))
                .collect(java.util.stream.Collectors.joining(", "));
        String mail = MAIL.by("postfix")
                .replace("\r\nTo: " + RETURN, "\r\nCc: " + many + "\r\nTo: " + many.replace("@x", "@y"));

        assertThat(read(mail).orElseThrow().arrivedAt()).hasSize(50).contains(RETURN);
    }

    @Test
    void what_is_missing_is_done_without() {
        String whole = MAIL.by("postfix");
        String cut = whole.substring(0, whole.indexOf("Content-Description: Undelivered Message Headers"));
        String nameless = whole.replaceAll("(Final|Original)-Recipient: .*\r\n", "");
        String actionless = whole.replace("Action: failed\r\n", "");
        String run = whole.replace("(EET)\r\n\r\nFinal-Recipient", "(EET)\r\nFinal-Recipient");
        String otherType = whole.replace("multipart/report; report-type=delivery-status", "multipart/mixed");

        assertThat(read(cut).orElseThrow().messageId()).isNull();
        assertThat(read(cut).orElseThrow().recipients()).hasSize(1);
        assertThat(read(nameless).orElseThrow().recipients())
                .singleElement()
                .satisfies(recipient -> assertThat(recipient.addresses()).isEmpty());
        assertThat(read(actionless).orElseThrow().recipients().get(0).action()).isEqualTo(Action.FAILED);
        assertThat(read(actionless.replace("Status: 5", "Status: 4"))
                        .orElseThrow()
                        .recipients()
                        .get(0)
                        .action())
                .isEqualTo(Action.DELAYED);
        assertThat(read(run).orElseThrow().recipients()).hasSize(1);
        assertThat(read(otherType).orElseThrow().recipients()).hasSize(1);
        assertThat(read(whole.replace("Status: 5.1.1\r\n", "").replace("Action: failed\r\n", "")))
                .as("nothing that could be judged")
                .isEmpty();
    }

    @Test
    void other_line_ends_charsets_and_encodings_are_read_too() {
        String mail = MAIL.by("postfix");
        String status =
                mail.substring(mail.indexOf("Reporting-MTA"), mail.indexOf("--4A0B", mail.indexOf("Reporting-MTA")));
        String encoded = mail.replace(
                        "Content-Type: message/delivery-status\r\n",
                        "Content-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n")
                .replace(
                        status,
                        java.util.Base64.getMimeEncoder().encodeToString(status.getBytes(StandardCharsets.UTF_8))
                                + "\r\n");

        assertThat(read(mail.replace("\r\n", "\n"))).isEqualTo(read(mail));
        assertThat(read(encoded)).isEqualTo(read(mail));
        assertThat(read(MAIL.by("qmail")
                        .replace("Subject:", "Content-Type: text/plain; charset=x-klingon\r\nSubject:")))
                .isEqualTo(read(MAIL.by("qmail")));
        assertThat(BounceReader.read(
                        mail.replace("User", "B\u00e9n\u00e9voleUser").getBytes(StandardCharsets.ISO_8859_1)))
                .isPresent();
    }
}
