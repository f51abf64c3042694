package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dailybriefing.Stores;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.issue.Newsroom.Event;
import org.dailybriefing.ops.Approval;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stories that go on from day to day, on both databases. */
class StoriesOverDaysTest {

    private static final String TUESDAY = "2026-03-10T10:00:00Z";
    private static final String WEDNESDAY = "2026-03-11T10:00:00Z";

    @TempDir
    Path folder;

    private static List<String> outlets(Entry entry) {
        return entry.outlets().stream().map(Outlet::name).sorted().toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_story_is_known_by_reports_that_are_older_than_the_window(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.TALKS, "2026-03-10T07:00:00Z", "A").report(Event.OIL, "2026-03-10T05:00:00Z", "A");
            Issue tuesday = room.compile(TUESDAY);
            room.report(Event.TALKS, "2026-03-11T08:00:00Z", "B");
            Issue wednesday = room.compile(WEDNESDAY);

            assertThat(room.entries(wednesday)).singleElement().satisfies(entry -> {
                assertThat(entry.story()).isEqualTo(room.story(tuesday, Event.TALKS));
                assertThat(outlets(entry)).containsExactly("Outlet B");
            });
            assertThat(room.fates(wednesday))
                    .as("older items have no fate in this issue")
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void late_reports_of_what_was_printed_are_not_told_again(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.TALKS, "2026-03-10T07:00:00Z", "A", "B");
            Issue tuesday = room.approve(room.compile(TUESDAY));
            room.report(Event.TALKS, "2026-03-11T08:00:00Z", "C", "D");
            room.report(Event.OIL, "2026-03-11T08:30:00Z", "C");
            room.report(Event.CUP, "2026-03-11T08:45:00Z", "C");
            Issue wednesday = room.compile(WEDNESDAY);

            assertThat(room.entries(wednesday)).extracting(Entry::headline).containsExactly(Event.OIL.title());
            assertThat(room.fates(wednesday, Event.TALKS)).hasSize(2).allSatisfy(fate -> {
                assertThat(fate.kind()).isEqualTo(Fate.Kind.PRINTED_BEFORE);
                assertThat(fate.story()).isEqualTo(room.story(tuesday, Event.TALKS));
                assertThat(fate.words()).isEqualTo("part of story %d, which an earlier issue has told", fate.story());
            });
            assertThat(room.fates(wednesday)).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_told_again_when_more_outlets_report_it_than_before(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.TALKS, "2026-03-10T09:30:00Z", "A", "B");
            Issue tuesday = room.approve(room.compile(TUESDAY));
            room.report(Event.TALKS, "2026-03-11T08:00:00Z", "C", "D", "E");
            Issue wednesday = room.compile(WEDNESDAY);

            assertThat(room.entries(wednesday)).singleElement().satisfies(entry -> {
                assertThat(entry.story()).isEqualTo(room.story(tuesday, Event.TALKS));
                assertThat(outlets(entry)).containsExactly("Outlet C", "Outlet D", "Outlet E");
            });
            assertThat(room.fates(wednesday, Event.TALKS))
                    .as("the windows overlap by an hour, in which two were printed")
                    .hasSize(5)
                    .filteredOn(fate -> fate.kind() == Fate.Kind.PRINTED_BEFORE)
                    .extracting(ItemFate::outlet)
                    .allMatch(feed -> feed.matches(".*/[AB]\\.xml"))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_feed_showed_too_late_for_one_issue_is_in_the_next(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.OIL, "2026-03-10T07:00:00Z", "A", "B");
            room.approve(room.compile(TUESDAY));
            // B was away, C is new
            room.report(Event.TALKS, "2026-03-10T07:30:00Z", "B").report(Event.PRISONERS, "2026-03-10T07:30:00Z", "C");
            Issue wednesday = room.compile(WEDNESDAY);

            assertThat(room.fates(wednesday)).extracting(ItemFate::title).containsExactly(Event.TALKS.title());
            assertThat(room.entries(wednesday)).extracting(Entry::headline).containsExactly(Event.TALKS.title());
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_told_is_not_told_again_under_another_number(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.TALKS, "2026-03-10T09:30:00Z", "A", "B", "C");
            Issue tuesday = room.approve(room.compile(TUESDAY));
            long told = room.story(tuesday, Event.TALKS);
            room.report(Event.TALKS, "2026-03-11T08:00:00Z", "D", "E");
            // as if another number had won the vote
            long other = room.get(StoryStore.class).add(tuesday.edition(), tuesday.compiled());
            room.get(JdbcClient.class)
                    .sql("update fate set story_id = :other, cluster_id = :other where story_id = :told")
                    .param("other", other)
                    .param("told", told)
                    .update();

            Issue wednesday = room.compile(WEDNESDAY);

            assertThat(room.story(wednesday, Event.TALKS)).isEqualTo(other);
            assertThat(room.entries(wednesday)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_reopened_issue_would_have_printed_is_still_news(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.TALKS, "2026-03-10T07:00:00Z", "A", "B");
            Issue tuesday = room.approve(room.compile(TUESDAY));
            room.get(Approval.class).reopen(tuesday, "test");
            room.report(Event.TALKS, "2026-03-11T08:00:00Z", "C");

            assertThat(room.entries(room.compile(WEDNESDAY)))
                    .extracting(Entry::story)
                    .containsExactly(room.story(tuesday, Event.TALKS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_issue_stands_once_a_later_one_was_compiled(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.TALKS, "2026-03-10T07:00:00Z", "A");
            Issue tuesday = room.compile(TUESDAY);
            room.report(Event.OIL, "2026-03-10T23:00:00Z", "B");
            room.compile(WEDNESDAY);

            var again = room.get(IssueCompiler.class).compile(room.house().edition(), tuesday.date());

            assertThat(again.changed()).isFalse();
            assertThat(room.fates(tuesday)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_story_that_never_ends_is_told_anew_after_four_days(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.TALKS, "2026-03-10T07:00:00Z", "A", "B");
            Issue tuesday = room.approve(room.compile(TUESDAY));
            long talks = room.story(tuesday, Event.TALKS);
            var told = new ArrayList<Integer>();
            for (int day = 11; day < 16; day++) {
                room.report(Event.TALKS, "2026-03-%dT08:00:00Z".formatted(day), "C");
                Issue issue = room.compile("2026-03-%dT10:00:00Z".formatted(day));
                if (room.entries(issue).stream().anyMatch(entry -> entry.story() == talks)) {
                    told.add(day);
                }
            }

            assertThat(told).containsExactly(14, 15);
        }
    }
}
