package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.issue.Newsroom.Event;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is close to the beat stands beside a story that is on it and tells the same event, and never for itself. */
class CloseToTheBeatTest {

    private static final String TUESDAY = "2026-03-10T10:00:00Z";
    private static final String WEDNESDAY = "2026-03-11T10:00:00Z";

    @TempDir
    Path folder;

    private Newsroom room(Stores store) {
        return new Newsroom(folder, store).report(Event.TALKS, "2026-03-10T07:00:00Z", "A");
    }

    private static Entry appointment(Newsroom room, Issue issue) {
        return room.entries(issue).stream()
                .filter(entry -> entry.headline().equals(Event.APPOINTMENT.title()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Fate.Kind> kinds(Newsroom room, Issue issue, Event event) {
        return room.fates(issue, event).map(ItemFate::kind).toList();
    }

    @ParameterizedTest
    @EnumSource
    void it_is_one_more_word_for_a_story_that_another_report_leads(Stores store) {
        try (Newsroom room = room(store)
                .report(Event.APPOINTMENT_ALONE, "2026-03-10T06:00:00Z", "B")
                .report(Event.APPOINTMENT, "2026-03-10T07:30:00Z", "A")
                .report(Event.APPOINTMENT_ALONE, "2026-03-10T08:00:00Z", "C", "D")) {
            Issue issue = room.compile(TUESDAY);

            Entry entry = appointment(room, issue);
            assertThat(entry.outlets())
                    .extracting(Outlet::name)
                    .containsExactly("Outlet A", "Outlet B", "Outlet C", "Outlet D");
            assertThat(entry.position()).isEqualTo(1);
            assertThat(kinds(room, issue, Event.APPOINTMENT)).containsExactly(Fate.Kind.LEADS);
            assertThat(room.fates(issue, Event.APPOINTMENT_ALONE))
                    .extracting(ItemFate::words)
                    .hasSize(3)
                    .containsOnly(
                            "joined story " + entry.story()
                                    + ", which tells the same event; close to the beat: the war and Ukraine: Zelensky, president*");
            assertThat(room.fates(issue)).hasSize(5);

            var replayed = room.get(Replay.class).replay(room.house().edition(), LocalDate.parse("2026-03-10"));
            assertThat(replayed.entries()).isEqualTo(room.entries(issue));
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_a_report_that_is_on_the_beat_it_is_no_story(Stores store) {
        try (Newsroom room = room(store).report(Event.APPOINTMENT_ALONE, "2026-03-10T06:00:00Z", "B", "C")) {
            Issue issue = room.compile(TUESDAY);

            assertThat(room.entries(issue)).extracting(Entry::headline).containsExactly(Event.TALKS.title());
            assertThat(room.fates(issue, Event.APPOINTMENT_ALONE))
                    .extracting(ItemFate::words)
                    .containsOnly("close to the beat: the war and Ukraine: Zelensky, president*");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_readers_cannot_read_joins_nothing(Stores store) {
        try (Newsroom room = room(store)
                .report(Event.APPOINTMENT, "2026-03-10T07:30:00Z", "A")
                .report(Event.APPOINTMENT_IN_GERMAN, "2026-03-10T08:00:00Z", "B")) {
            Issue issue = room.compile(TUESDAY);

            assertThat(appointment(room, issue).outlets()).hasSize(1);
            assertThat(kinds(room, issue, Event.APPOINTMENT_IN_GERMAN)).containsExactly(Fate.Kind.EDGE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_editor_parts_it_from_the_story_and_can_think_again(Stores store) {
        try (Newsroom room = room(store)
                .report(Event.APPOINTMENT, "2026-03-10T07:30:00Z", "A")
                .report(Event.APPOINTMENT_ALONE, "2026-03-10T08:00:00Z", "C", "D")) {
            Issue issue = room.compile(TUESDAY);
            long story = appointment(room, issue).story();
            long parted = room.items(issue, Event.APPOINTMENT_ALONE).get(0);
            Correcting correcting = room.get(Correcting.class);

            correcting.split(room.house().edition(), story, List.of(parted), "anna");

            assertThat(appointment(room, issue).outlets()).hasSize(2);
            assertThat(room.entries(issue)).hasSize(2);
            assertThat(kinds(room, issue, Event.APPOINTMENT_ALONE))
                    .containsExactlyInAnyOrder(Fate.Kind.EDGE, Fate.Kind.MERGED);

            correcting.undo(room.house().edition(), 1, "anna");

            assertThat(appointment(room, issue).outlets()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_goes_with_its_story_where_editors_put_it_and_does_not_tell_it_again(Stores store) {
        try (Newsroom room = room(store)
                .report(Event.APPOINTMENT, "2026-03-10T07:30:00Z", "A")
                .report(Event.APPOINTMENT_ALONE, "2026-03-10T08:00:00Z", "C")) {
            Issue tuesday = room.compile(TUESDAY);
            long talks = room.story(tuesday, Event.TALKS);
            long named = appointment(room, tuesday).story();

            room.get(Correcting.class).merge(room.house().edition(), List.of(talks, named), "anna");

            assertThat(room.fates(tuesday)).extracting(ItemFate::story).containsOnly(talks);

            room.approve(room.get(IssueStore.class).get(tuesday.id()));
            room.report(Event.APPOINTMENT_ALONE, "2026-03-11T08:00:00Z", "E", "F");
            Issue wednesday = room.compile(WEDNESDAY);

            assertThat(room.entries(wednesday)).isEmpty();
            assertThat(room.fates(wednesday).stream()
                            .collect(Collectors.groupingBy(ItemFate::words, Collectors.counting())))
                    .containsKey("part of story " + talks + ", which an earlier issue has told")
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void where_editors_put_it_it_stays_when_the_report_that_it_joined_is_gone(Stores store) {
        try (Newsroom room = room(store)
                .report(Event.APPOINTMENT, "2026-03-10T07:30:00Z", "F")
                .report(Event.APPOINTMENT_ALONE, "2026-03-10T08:00:00Z", "C")) {
            Issue issue = room.compile(TUESDAY);
            long talks = room.story(issue, Event.TALKS);
            long named = appointment(room, issue).story();
            room.get(Correcting.class).merge(room.house().edition(), List.of(talks, named), "anna");
            Steps.edit(folder, "(?s)  - \\{ name: Outlet F.*?\\}\n", "");

            Issue again = room.compile(TUESDAY);

            assertThat(room.fates(again)).hasSize(2);
            assertThat(room.fates(again, Event.APPOINTMENT_ALONE))
                    .extracting(ItemFate::kind, ItemFate::story)
                    .containsExactly(tuple(Fate.Kind.MERGED, talks));
        }
    }
}
