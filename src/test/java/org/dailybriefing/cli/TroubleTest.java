package org.dailybriefing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.delivery.Accounting;
import org.dailybriefing.delivery.AccountingStore;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What feeds, mail servers, lists and typing errors can do to a verb, and what it says then. */
@Execution(ExecutionMode.CONCURRENT)
class TroubleTest {

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();

    @BeforeEach
    void write() {
        Wire.write(folder, feeds);
    }

    @AfterEach
    void close() {
        feeds.close();
    }

    private Program run(int code, String... words) {
        Program program = Program.run(folder, words);
        assertThat(program.code()).as(program.toString()).isEqualTo(code);
        assertThat(program.out() + program.err()).doesNotContain("Exception", "\tat ");
        return program;
    }

    @Test
    void feeds_that_cannot_be_read() {
        feeds.answer("/b.xml", exchange -> FeedServer.send(exchange, 500, new byte[0]));
        assertThat(run(3, "collect").out())
                .contains("2 items, 2 new")
                .contains("Outlet B answered 500 (" + feeds.url("/b.xml") + ").");

        House.writeEdition(folder, List.of("http://127.0.0.1:9/nothing.xml"));
        assertThat(run(1, "collect").out())
                .hasLineCount(1)
                .contains("Outlet A cannot be reached: ", "(http://127.0.0.1:9/nothing.xml).");
    }

    @Test
    void a_mail_server_that_is_away_costs_nobody_his_mail() {
        String away = "--spring.mail.host=127.0.0.1";
        run(0, "collect");
        run(0, "compile");
        run(0, "approve");

        Program send = run(1, "send", away, "--spring.mail.port=9");

        assertThat(send.err())
                .hasLineCount(1)
                .startsWith("The mail server 127.0.0.1:9 cannot be reached: ")
                .endsWith(".\n");
        assertThat(send.out())
                .contains("is being sent: 0 accepted, 0 rejected, 0 expired, 0 skipped, 0 uncertain, 3 pending");
        assertThat(run(1, "check", away, "--spring.mail.port=9").out())
                .contains("problem: The mail server 127.0.0.1:9 cannot be reached");

        assertThat(run(0, "send").out()).contains("is sent: 3 accepted");
        try (House house = House.open(folder)) {
            Issue issue = house.get(IssueStore.class).latest(House.EDITION).orElseThrow();
            assertThat(issue.status()).isEqualTo(IssueStatus.SENT);
            assertThat(house.get(AccountingStore.class).accounting(issue.id()))
                    .isEqualTo(new Accounting(3, 3, 0, 0, 0, 0, 0));
        }
    }

    @Test
    void a_list_with_a_subscriber_who_has_no_address() {
        House.write(
                folder.resolve("subscribers.yml"),
                "subscribers:\n  - { email: a@example.org }\n  - { name: Nobody }\n");
        Program check = run(1, "check");
        assertThat(check.err()).isEmpty();
        assertThat(check.out().lines().filter(line -> line.startsWith("problem: ")))
                .singleElement()
                .asString()
                .matches("problem: .*subscribers\\.yml 3:\\d+: .*email is missing.*\\.");

        run(0, "collect");
        run(0, "compile");
        run(0, "approve");
        assertThat(run(1, "send").err())
                .hasLineCount(1)
                .contains("email is missing")
                .endsWith("waits until there is somebody to send it to.\n");
        assertThat(Steps.mails(folder)).isEmpty();
    }

    @Test
    void a_mail_template_without_the_unsubscribe_link() {
        House.write(
                folder.resolve("templates").resolve(House.EDITION).resolve("briefing.txt"),
                "[(${briefing.edition})]\n");
        run(0, "collect");
        run(0, "compile");
        assertThat(run(1, "approve").err())
                .hasLineCount(1)
                .contains("briefing.txt has no unsubscribe link; put ${links.unsubscribe} into it.");
    }

    @Test
    void a_thin_issue_can_be_neither_approved_nor_sent() {
        run(0, "compile");
        assertThat(run(1, "approve").err()).hasLineCount(1).contains("fewer than the 3 of timetable.minimum-stories");
        assertThat(run(1, "send").err()).hasLineCount(1).contains("is thin; only an approved issue can be sent.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sned",
                "preview",
                "send --dry-run --to=a@example.org",
                "status --edition",
                "compile now",
                "replay --date=2026-02-31"
            })
    void a_typing_error_shows_the_usage(String line) {
        Program program = run(2, line.split(" "));
        assertThat(program.err()).contains("Usage: daily-briefing").doesNotContain("java.");
        assertThat(program.out()).isEmpty();
    }
}
