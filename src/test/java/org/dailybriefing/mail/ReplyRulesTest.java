package org.dailybriefing.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dailybriefing.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What replies in the style of the large receivers and the common servers mean. */
class ReplyRulesTest {

    private static final ReplyRules RULES = ReplyRules.shipped();

    @ParameterizedTest
    @CsvFileSource(resources = "/mail/replies.txt", delimiter = '|', numLinesToSkip = 1)
    void what_a_server_says_in_the_conversation(Cause cause, String reply) {
        assertThat(RULES.cause(reply)).as(reply).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            MAILBOX           | 5.1.1  | smtp; 550 5.1.1 <a@example.org>: Recipient address rejected: User unknown
            MAILBOX           | 5.1.1  | ''
            MAILBOX           | 5.0.0  | smtp; 550 5.1.1 no such user here
            MAILBOX           | 5.0.0  | smtp; 550 Unrouteable address
            MAILBOX           | -      | x-qmail; Sorry, no mailbox here by that name. (#5.1.1)
            MAILBOX           | 5.4.4  | X-Postfix; Host or domain name not found. Name service error for name=nowhere.example
            MAILBOX           | 5.1.10 | smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
            FULL_OR_TEMPORARY | 5.2.2  | smtp; 552 5.2.2 Mailbox full
            FULL_OR_TEMPORARY | 4.4.1  | smtp; connect to mx.example.org[192.0.2.5]:25: Connection timed out
            FULL_OR_TEMPORARY | 4.4.7  | ''
            FULL_OR_TEMPORARY | 5.0.0  | smtp; 550 Requested action not taken: mailbox unavailable
            FULL_OR_TEMPORARY | -      | ''
            FULL_OR_TEMPORARY | rubbish| ''
            POLICY            | 5.1.1  | smtp; 550 5.7.1 rejected, see our policy
            POLICY            | 5.7.1  | smtp; 550 no such user
            POLICY            | 5.0.0  | smtp; 550 no such user for blocked senders
            CONTENT           | 5.3.4  | smtp; 552 5.3.4 Message size exceeds fixed limit
            CONNECTION        | 4.7.28 | smtp; 421-4.7.28 unusual rate of mail
            CONFIGURATION     | 5.7.8  | smtp; 535 5.7.8 authentication failed""")
    void what_a_report_says_of_a_recipient(Cause cause, String status, String diagnostic) {
        assertThat(RULES.cause(status, diagnostic)).isEqualTo(cause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <greylisted.spam@blocked.example>: user unknown",
                "550 5.1.1 spam@policy.example no such user",
                "550-5.1.1 The account does not exist, see https://help.example/blocked-spam for 550 5.1.1 more"
            })
    void what_a_reader_chose_for_his_address_means_nothing(String reply) {
        assertThat(RULES.cause(reply)).isEqualTo(Cause.MAILBOX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 host 5.1.1.7 is not wanted",
                "550 mailer 5.1.1-rc3 is not wanted",
                "550 mailer v5.1.1 is not wanted",
                "450 5.1.1 user unknown in a moment",
                "450 user unknown"
            })
    void what_only_looks_like_an_address_that_is_gone_suppresses_nobody(String reply) {
        assertThat(RULES.cause(reply)).isEqualTo(Cause.FULL_OR_TEMPORARY);
    }

    @Test
    void a_reply_without_end_takes_no_time() {
        String reply = "550 5.1.1 user unknown " + "a@".repeat(2_000_000) + " 5.1.1.".repeat(500_000);

        long start = System.nanoTime();
        assertThat(RULES.cause(reply)).isEqualTo(Cause.MAILBOX);
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        assertThat(RULES.cause("\0\uFFFF\uD800 550 \r\n5.1.1")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules: [{ status: [5.1], cause: mailbox }]        | "5.1" is no status such as 5.1.1 or "4.*.*".
            rules: [{ code: ["600"], cause: mailbox }]        | "600" is no code such as "550" or "4**".
            rules: [{ cause: mailbox }]                       | status, code or words must say when the rule fits.
            rules: [{ code: ["550"] }]                        | cause is missing
            rules: [{ code: ["550"], cause: bad }]            | "bad", which does not fit; use one of mailbox, full-or-temporary
            rules: [{ code: ["550"], cause: mailbox, x: y }]| rules[0].x is not known here; check its spelling.
            rules: []                                         | rules is missing
            rules: [                                          | not valid YAML""")
    void a_file_that_does_not_fit_is_told_in_one_sentence(String content, String sentence, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("rules.yml");
        Files.writeString(file, content.replace("[5.1]", "[\"5.1\"]"));

        assertThatThrownBy(() -> ReplyRules.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rules.yml")
                .hasMessageContaining(sentence.strip());
    }

    @Test
    void rules_of_one_s_own_decide_in_their_order(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rules.yml");
        Files.writeString(file, """
                rules:
                  - { status: ["5.1.*"], words: [Elsewhere], cause: policy }
                  - { status: ["5.1.*"], cause: mailbox }
                """);
        ReplyRules rules = ReplyRules.read(file);

        assertThat(rules.cause("550 5.1.7 gone ELSEWHERE")).isEqualTo(Cause.POLICY);
        assertThat(rules.cause("550 5.1.7 gone")).isEqualTo(Cause.MAILBOX);
        assertThat(rules.cause("550 5.2.7 gone")).isEqualTo(Cause.FULL_OR_TEMPORARY);
    }
}
