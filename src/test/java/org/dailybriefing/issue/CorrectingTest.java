package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dailybriefing.Stores;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.issue.Newsroom.Event;
import org.dailybriefing.ops.Approval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Editors' corrections from the desk to the issue, today's and those of the days after, on both databases. */
class CorrectingTest {

    private static final String TUESDAY = "2026-03-10T10:00:00Z";
    private static final String LATER = "2026-03-10T10:20:00Z";
    private static final String WEDNESDAY = "2026-03-11T10:00:00Z";

    @TempDir
    Path folder;

    private static Correcting correcting(Newsroom room) {
        return room.get(Correcting.class);
    }

    private static Issue now(Newsroom room, Issue issue) {
        return room.get(IssueStore.class).get(issue.id());
    }

    private static void refused(ThrowingCallable act, String sentence) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(sentence);
    }

    @ParameterizedTest
    @EnumSource
    void a_merge_is_in_the_draft_at_once_and_new_reports_of_both_join_it(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.compile(TUESDAY);
            long talks = room.story(tuesday, Event.TALKS);
            long prisoners = room.story(tuesday, Event.PRISONERS);

            var done = correcting(room).merge(room.house().edition(), List.of(talks, prisoners), "anna");

            assertThat(done.correction().what()).isEqualTo("merged %d into story %d", prisoners, talks);
            assertThat(done.compiled().orElseThrow().changed()).isTrue();
            assertThat(room.entries(tuesday))
                    .extracting(Entry::story)
                    .hasSize(2)
                    .contains(talks);
            assertThat(room.story(tuesday, Event.PRISONERS)).isEqualTo(talks);

            room.report(Event.PRISONERS, "2026-03-11T08:00:00Z", "E").report(Event.TALKS, "2026-03-11T08:10:00Z", "F");
            Issue wednesday = room.compile(WEDNESDAY);
            assertThat(room.fates(wednesday)).extracting(ItemFate::story).containsOnly(talks);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_falls_out_of_the_issue_because_it_is_corrected_late(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store).report(Event.TALKS, "2026-03-09T10:01:00Z", "D")) {
            Issue tuesday = room.compile(TUESDAY);
            List<Long> items = room.items(tuesday, Event.TALKS);
            assertThat(items).hasSize(4);
            room.house().clock().set(LATER);

            correcting(room).drop(room.house().edition(), room.story(tuesday, Event.OIL), "anna");

            assertThat(room.items(tuesday, Event.TALKS)).isEqualTo(items);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_dropped_story_is_not_merged_back_in(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.compile(TUESDAY);
            long talks = room.story(tuesday, Event.TALKS);
            long oil = room.story(tuesday, Event.OIL);
            correcting(room).drop(room.house().edition(), oil, "anna");

            refused(
                    () -> correcting(room).merge(room.house().edition(), List.of(talks, oil), "boris"),
                    "Story %d was dropped by anna (correction 1); undo that before you merge it.".formatted(oil));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_split_goes_on_by_itself_for_as_long_as_it_is_reported(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.compile(TUESDAY);
            long talks = room.story(tuesday, Event.TALKS);
            List<Long> items = room.items(tuesday, Event.TALKS);

            var split = correcting(room).split(room.house().edition(), talks, items.subList(0, 2), "anna");

            assertThat(room.fates(tuesday, Event.TALKS))
                    .extracting(ItemFate::story)
                    .containsOnlyOnce(talks)
                    .hasSize(3);
            long own = split.correction().pins().get(0).story();
            assertThat(split.correction().what())
                    .isEqualTo("split items %d, %d off story %d as story %d", items.get(0), items.get(1), talks, own);
            String time = "2026-03-%dT08:00:00Z";
            for (int day = 11; day < 18; day++) {
                room.report(Event.TALKS, time.formatted(day), "E");
                Issue later = room.compile("2026-03-%dT10:00:00Z".formatted(day));
                assertThat(room.story(later, Event.TALKS))
                        .as("on the %dth", day)
                        .isEqualTo(own);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_story_that_was_dropped_stays_out_and_the_fate_names_the_editor(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.compile(TUESDAY);
            long talks = room.story(tuesday, Event.TALKS);
            correcting(room).drop(room.house().edition(), talks, "anna");
            room.report(Event.TALKS, "2026-03-11T08:00:00Z", "D", "E");
            room.report(Event.OIL, "2026-03-11T08:00:00Z", "E");
            Issue wednesday = room.compile(WEDNESDAY);

            for (Issue issue : List.of(tuesday, wednesday)) {
                assertThat(room.entries(issue)).extracting(Entry::story).doesNotContain(talks);
                assertThat(room.fates(issue, Event.TALKS)).isNotEmpty().allSatisfy(fate -> {
                    assertThat(fate.kind()).isEqualTo(Fate.Kind.DROPPED);
                    assertThat(fate.reason()).isEqualTo("dropped by anna");
                    assertThat(fate.words()).isEqualTo("part of story %d, dropped by anna", talks);
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_story_that_was_moved_stays_under_its_new_topic(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.compile(TUESDAY);
            long oil = room.story(tuesday, Event.OIL);
            correcting(room).move(room.house().edition(), oil, "territory", "anna");
            room.report(Event.OIL, "2026-03-11T08:00:00Z", "E");
            Issue wednesday = room.compile(WEDNESDAY);

            assertThat(Stream.of(tuesday, wednesday).flatMap(issue -> room.entries(issue).stream()))
                    .filteredOn(entry -> entry.story() == oil)
                    .hasSize(2)
                    .allSatisfy(entry -> {
                        assertThat(entry.topic()).isEqualTo("territory");
                        assertThat(entry.topicReason()).isEqualTo("moved by anna");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_approved_issue_is_reopened_first_and_then_nothing_changes_but_what_was_corrected(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.approve(room.compile(TUESDAY));
            long talks = room.story(tuesday, Event.TALKS);
            room.house().clock().set(LATER);
            refused(
                    () -> correcting(room).drop(room.house().edition(), talks, "anna"),
                    "The issue ukraine-talks 2026-03-10 is approved; reopen it before you correct it.");
            assertThat(correcting(room).list(room.house().edition())).isEmpty();

            Issue reopened = room.get(Approval.class).reopen(tuesday, "anna");
            List<Entry> before = room.entries(tuesday);
            room.report(Event.OIL, "2026-03-10T10:05:00Z", "F").compile(LATER);
            correcting(room).drop(room.house().edition(), talks, "anna");

            List<String> headlines = before.stream()
                    .filter(entry -> entry.story() != talks)
                    .map(Entry::headline)
                    .toList();
            assertThat(room.entries(tuesday)).extracting(Entry::headline).containsExactlyElementsOf(headlines);
            assertThat(room.fates(tuesday)).as("without what came later").hasSize(6);
            assertThatThrownBy(() -> room.approve(reopened))
                    .as("an old look at it")
                    .isInstanceOf(Refusal.class);
            assertThat(room.approve(now(room, tuesday)).status()).isEqualTo(IssueStatus.APPROVED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_issue_that_is_held_is_corrected_and_waits_on(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.compile(TUESDAY);
            room.get(IssueStore.class).move(tuesday, IssueStatus.HELD, "test", "held");
            long talks = room.story(tuesday, Event.TALKS);

            correcting(room).drop(room.house().edition(), talks, "anna");

            assertThat(now(room, tuesday).status()).isEqualTo(IssueStatus.HELD);
            assertThat(room.entries(tuesday))
                    .extracting(Entry::story)
                    .hasSize(2)
                    .doesNotContain(talks);
            assertThat(room.approve(now(room, tuesday)).stories()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_mistake_is_told_in_one_sentence_that_says_what_there_is(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            var edition = room.house().edition();
            refused(
                    () -> correcting(room).drop(edition, 1, "anna"),
                    "There is no story 1; the edition has no stories yet; compile makes them.");
            Issue tuesday = room.compile(TUESDAY);
            long talks = room.story(tuesday, Event.TALKS);
            long prisoners = room.story(tuesday, Event.PRISONERS);
            long stranger = room.get(StoryStore.class)
                    .add("elsewhere", room.house().clock().instant());
            String offer = "; the issue ukraine-talks 2026-03-10 has 1, 2, 3.";

            refused(() -> correcting(room).drop(edition, 99, "anna"), "There is no story 99" + offer);
            refused(
                    () -> correcting(room).merge(edition, List.of(talks, stranger), "anna"),
                    "Story %d is one of elsewhere, not of ukraine-talks".formatted(stranger) + offer);
            refused(
                    () -> correcting(room).merge(edition, List.of(talks, talks), "anna"),
                    "A merge takes two stories or more, and %d is one".formatted(talks) + offer);
            List<Long> items = room.items(tuesday, Event.PRISONERS);
            refused(
                    () -> correcting(room).split(edition, prisoners, room.items(tuesday, Event.OIL), "anna"),
                    "Story %d has no item %d; it has %d, %d."
                            .formatted(prisoners, room.items(tuesday, Event.OIL).get(0), items.get(0), items.get(1)));
            refused(
                    () -> correcting(room).split(edition, prisoners, items, "anna"),
                    "Story %d has no items but %d, %d; a split must leave it at least one."
                            .formatted(prisoners, items.get(0), items.get(1)));
            assertThatThrownBy(() -> correcting(room).move(edition, talks, "weather", "anna"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageMatching("There is no topic \"weather\"; ukraine-talks has territory, .*\\.");
            refused(
                    () -> correcting(room).undo(edition, 5, "anna"),
                    "There is no correction 5; ukraine-talks has none.");
            assertThat(room.get(JdbcClient.class)
                            .sql("select count(*) from correction")
                            .query(Long.class)
                            .single())
                    .isZero();

            correcting(room).merge(edition, List.of(talks, prisoners), "anna");
            assertThatThrownBy(() -> correcting(room).drop(edition, prisoners, "anna"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("Story %d has become part of story %d; ", prisoners, talks);
            correcting(room).undo(edition, 1, "anna");
            refused(
                    () -> correcting(room).undo(edition, 1, "anna"),
                    "Correction 1 was taken back before; corrections lists them all.");
        }
    }

    @Test
    void on_postgresql_a_second_editor_waits_for_the_first() {
        try (Newsroom room = Newsroom.onTuesday(folder, Stores.POSTGRESQL)) {
            Issue tuesday = room.compile(TUESDAY);
            var stories = List.of(room.story(tuesday, Event.TALKS), room.story(tuesday, Event.OIL));

            var second = room.get(TransactionTemplate.class).execute(status -> {
                room.get(CorrectionStore.class).alone();
                var merge = CompletableFuture.supplyAsync(
                        () -> correcting(room).merge(room.house().edition(), stories, "boris"));
                assertThatThrownBy(() -> merge.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return merge;
            });

            assertThat(second).succeedsWithin(Duration.ofSeconds(30));
        }
    }
}
