package org.dailybriefing.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the timetable makes of a day, with the bell rung at chosen moments. */
class AgendaTest {

    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-03-11");
    /** Kyiv is two hours ahead of UTC in March. */
    private static final String COMPILE = "2026-03-11T03:30:00Z";

    private static final String DEADLINE = "2026-03-11T04:45:00Z";
    private static final String SEND = "2026-03-11T05:00:00Z";
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
        return issue(house);
    }

    private static Optional<Issue> issue(House house) {
        return house.get(IssueStore.class).find(House.EDITION, WEDNESDAY);
    }

    private static IssueStatus status(House house, String time) {
        return attend(house, time).orElseThrow().status();
    }

    private static Accounting sent(House house) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> issue(house).orElseThrow().status() == IssueStatus.SENT);
        return house.get(AccountingStore.class)
                .accounting(issue(house).orElseThrow().id());
    }

    private static List<String> log(House house) {
        return house.get(JdbcClient.class)
                .sql("select who || ': ' || what from issue_log order by id")
                .query(String.class)
                .list();
    }

    @Test
    void nothing_happens_before_the_compile_time() {
        try (House house = house()) {
            assertThat(attend(house, "2026-03-11T03:29:59Z")).isEmpty();
            assertThat(feeds.requests()).isEmpty();
        }
    }

    @Test
    void however_often_the_bell_rings_there_is_one_draft() {
        try (House house = house()) {
            Issue draft = attend(house, COMPILE).orElseThrow();
            assertThat(draft.status()).isEqualTo(IssueStatus.DRAFT);
            assertThat(draft.number()).isEqualTo(1);

            assertThat(attend(house, COMPILE)).contains(draft);
            assertThat(attend(house, "2026-03-11T04:44:59Z")).contains(draft);
            assertThat(log(house)).containsExactly("compile: compiled 4 stories");
        }
    }

    @Test
    void a_draft_that_somebody_made_before_the_hour_is_made_anew_at_the_hour() {
        try (House house = house()) {
            house.clock().set("2026-03-11T03:00:00Z");
            Issue early = Steps.draft(house);
            assertThat(attend(house, "2026-03-11T03:29:59Z")).contains(early);

            Issue draft = attend(house, COMPILE).orElseThrow();

            assertThat(draft.compiled()).isEqualTo(house.clock().instant());
            assertThat(draft.number()).isEqualTo(early.number());
        }
    }

    @Test
    void a_draft_that_nobody_approved_is_held_at_the_deadline() {
        try (House house = house("unapproved: hold")) {
            attend(house, COMPILE);

            assertThat(status(house, DEADLINE)).isEqualTo(IssueStatus.HELD);
            assertThat(status(house, SEND)).isEqualTo(IssueStatus.HELD);
            assertThat(log(house)).last().asString().startsWith("timetable: held");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "send-unedited, state, APPROVED",
        "send-well-sourced, private, APPROVED",
        "send-well-sourced, public, APPROVED",
        "send-well-sourced, state, HELD",
        "send-well-sourced, unknown, HELD"
    })
    void the_policy_decides_at_the_deadline(String policy, String ownership, IssueStatus expected) {
        try (House house = house("unapproved: " + policy)) {
            Steps.edit(folder, "(name: Outlet B.*ownership: )private", "$1" + ownership);
            assertThat(status(house, COMPILE)).isEqualTo(IssueStatus.DRAFT);

            assertThat(status(house, DEADLINE)).isEqualTo(expected);
        }
    }

    @Test
    void what_the_timetable_approved_goes_out_at_the_send_time() {
        try (House house = house("unapproved: send-unedited")) {
            attend(house, COMPILE);
            assertThat(status(house, DEADLINE)).isEqualTo(IssueStatus.APPROVED);
            assertThat(log(house)).last().isEqualTo("timetable: approved");
            assertThat(status(house, "2026-03-11T04:59:59Z")).isEqualTo(IssueStatus.APPROVED);

            attend(house, SEND);

            assertThat(sent(house)).isEqualTo(ALL_THREE);
        }
    }

    @Test
    void a_missed_compile_is_made_up_once_and_late() {
        try (House house = house("unapproved: send-unedited", "window: 48h")) {
            attend(house, "2026-03-11T10:59:59Z");
            assertThat(sent(house)).isEqualTo(ALL_THREE);

            assertThat(status(house, "2026-03-11T10:59:59Z")).isEqualTo(IssueStatus.SENT);
            assertThat(log(house))
                    .hasSize(4)
                    .startsWith("compile: compiled 4 stories", "timetable: approved", "timetable: sending begun");
        }
    }

    /** The feeds have no validators and reach back for hours: they are due again after one or two. */
    @Test
    void a_compile_asks_the_feeds_that_are_an_hour_old_and_no_others() {
        try (House house = house()) {
            house.clock().set("2026-03-11T02:30:00Z");
            house.get(Agenda.class).collect(House.EDITION);
            house.get(Agenda.class).collect(House.EDITION);
            assertThat(feeds.requests()).as("the second time nothing is due").hasSize(2);

            attend(house, COMPILE);
            attend(house, COMPILE);

            assertThat(feeds.requests()).hasSize(4);
        }
    }
}
