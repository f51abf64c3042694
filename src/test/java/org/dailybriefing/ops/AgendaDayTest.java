package org.dailybriefing.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.Steps;
import org.dailybriefing.delivery.Accounting;
import org.dailybriefing.delivery.AccountingStore;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days on which an editor is early or late, or on which there is little news or none to send. */
class AgendaDayTest {

    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-03-11");
    private static final String COMPILE = "2026-03-11T03:30:00Z";
    private static final String DEADLINE = "2026-03-11T04:45:00Z";
    private static final String SEND = "2026-03-11T05:00:00Z";
    private static final Accounting NOBODY = new Accounting(0, 0, 0, 0, 0, 0, 0);
    private static final Accounting ALL_THREE = new Accounting(3, 3, 0, 0, 0, 0, 0);

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();

    @AfterEach
    void close() {
        feeds.close();
    }

    private House house(String... timetable) {
        House house = Samples.house(folder, feeds);
        Steps.timetable(folder, timetable);
        return house;
    }

    private static Optional<Issue> attend(House house, String time) {
        house.clock().set(time);
        house.get(Agenda.class).attend(House.EDITION);
        return house.get(IssueStore.class).find(House.EDITION, WEDNESDAY);
    }

    private static Accounting accounting(House house, Issue issue) {
        return house.get(AccountingStore.class).accounting(issue.id());
    }

    private static void awaitSent(House house, Issue issue) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> house.get(IssueStore.class).get(issue.id()).status() == IssueStatus.SENT);
    }

    @Test
    void an_approved_issue_goes_out_at_the_send_time_and_to_each_reader_once() {
        try (House house = house()) {
            Issue issue =
                    house.get(Approval.class).approve(attend(house, COMPILE).orElseThrow(), "editor");
            attend(house, DEADLINE);
            attend(house, "2026-03-11T04:59:59Z");
            assertThat(accounting(house, issue)).isEqualTo(NOBODY);

            attend(house, SEND);
            awaitSent(house, issue);
            attend(house, "2026-03-11T05:01:00Z");
            house.get(Sending.class).dispatchAll();

            assertThat(accounting(house, issue)).isEqualTo(ALL_THREE);
            assertThat(Steps.mails(folder))
                    .hasSize(3)
                    .allMatch(
                            name -> name.matches("ukraine-talks\\.2026-03-11\\.\\d+-reader[123]@example\\.org\\.eml"));
        }
    }

    @Test
    void an_approval_after_the_send_time_is_not_too_late() {
        try (House house = house("unapproved: hold")) {
            attend(house, COMPILE);
            attend(house, DEADLINE);
            Issue held = attend(house, "2026-03-11T07:00:00Z").orElseThrow();
            Issue issue = house.get(Approval.class).approve(held, "editor");
            assertThat(accounting(house, issue)).isEqualTo(NOBODY);

            attend(house, "2026-03-11T07:01:00Z");
            awaitSent(house, issue);

            assertThat(accounting(house, issue)).isEqualTo(ALL_THREE);
        }
    }

    @Test
    void a_stale_issue_is_not_sent_any_more() {
        try (House house = house("fresh-for: 2h")) {
            Issue issue =
                    house.get(Approval.class).approve(attend(house, COMPILE).orElseThrow(), "editor");

            assertThat(attend(house, "2026-03-11T07:00:00Z").orElseThrow().status())
                    .isEqualTo(IssueStatus.APPROVED);
            assertThat(accounting(house, issue)).isEqualTo(NOBODY);

            assertThat(attend(house, "2026-03-11T06:59:59Z").orElseThrow().status())
                    .as("a second earlier it is")
                    .isIn(IssueStatus.SENDING, IssueStatus.SENT);
            awaitSent(house, issue);
        }
    }

    @Test
    void a_stale_day_is_not_even_compiled() {
        try (House house = house()) {
            assertThat(attend(house, "2026-03-11T11:00:00Z")).isEmpty();
        }
    }

    @Test
    void there_is_no_issue_on_a_day_that_is_not_in_the_timetable() {
        try (House house = house("weekdays: [TUESDAY, THURSDAY]")) {
            assertThat(attend(house, SEND)).isEmpty();

            Steps.timetable(folder);
            assertThat(attend(house, SEND)).as("a Wednesday").isPresent();
        }
    }

    @Test
    void too_few_stories_are_not_sent_and_more_of_them_before_the_send_time_make_the_draft() {
        try (House house = house("unapproved: send-unedited", "window: 48h")) {
            feeds.serve("/a.xml", FeedServer.rss()).serve("/b.xml", Samples.outletB());
            Steps.edit(folder, "minimum-stories: 3", "minimum-stories: 4");
            Issue thin = attend(house, COMPILE).orElseThrow();
            assertThat(thin.status()).isEqualTo(IssueStatus.THIN);
            assertThat(thin.number()).isNull();

            feeds.serve("/a.xml", Samples.outletA());
            Issue issue = attend(house, "2026-03-11T04:30:00Z").orElseThrow();
            assertThat(issue.status()).isEqualTo(IssueStatus.DRAFT);
            assertThat(issue.id()).isEqualTo(thin.id());
            assertThat(issue.compiled()).isEqualTo(Instant.parse("2026-03-11T04:30:00Z"));
        }
    }

    @Test
    void too_few_stories_are_not_sent_and_more_of_them_after_the_send_time_go_out_late() {
        try (House house = house("unapproved: send-unedited", "window: 48h")) {
            feeds.serve("/a.xml", FeedServer.rss()).serve("/b.xml", FeedServer.rss());
            attend(house, COMPILE);
            Issue thin = attend(house, SEND).orElseThrow();
            assertThat(thin.status()).isEqualTo(IssueStatus.THIN);
            assertThat(accounting(house, thin)).isEqualTo(NOBODY);

            feeds.serve("/a.xml", Samples.outletA()).serve("/b.xml", Samples.outletB());
            attend(house, "2026-03-11T06:00:00Z");
            awaitSent(house, thin);

            assertThat(accounting(house, thin)).isEqualTo(ALL_THREE);
        }
    }
}
