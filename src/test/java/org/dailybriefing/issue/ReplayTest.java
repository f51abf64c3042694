package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.Difference.StoryChange;
import org.dailybriefing.issue.Difference.StoryChange.Kind;
import org.dailybriefing.issue.Newsroom.Event;
import org.dailybriefing.issue.Replay.Replayed;
import org.dailybriefing.ops.Approval;
import org.dailybriefing.render.BriefingRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A past day compiled once more: the same under the same rules, whatever has happened since. */
class ReplayTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-03-10");
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-03-11");
    private static final Comparator<ItemFate> BY_ITEM = Comparator.comparing(ItemFate::item);

    @TempDir
    Path folder;

    /** What the store keeps of a fate: titles are read from the wire as it is now. */
    private record Kept(long item, Fate.Kind kind, @Nullable Long story, String verdict, String reason) {

        static List<Kept> of(List<ItemFate> fates) {
            return fates.stream()
                    .sorted(BY_ITEM)
                    .map(fate -> new Kept(fate.item(), fate.kind(), fate.story(), fate.verdict(), fate.reason()))
                    .toList();
        }
    }

    private static Replayed replay(Newsroom room, LocalDate date) {
        return room.get(Replay.class).replay(room.house().edition(), date);
    }

    private static byte[] mail(RenderedIssue rendered) {
        return (rendered.subject() + "\0" + rendered.preheader() + "\0" + rendered.html() + "\0" + rendered.text())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Two days of news with corrections on both; everything that may change has changed after the first compile. */
    private static Issue twoDays(Newsroom room) {
        Edition edition = room.house().edition();
        room.report(Event.TALKS, "2026-03-09T09:00:00Z", "A", "B").approve(room.compile("2026-03-09T10:00:00Z"));
        room.report(Event.TALKS, "2026-03-10T06:00:00Z", "C")
                .report(Event.PRISONERS, "2026-03-10T06:30:00Z", "A", "B", "C")
                .report(Event.OIL, "2026-03-10T07:00:00Z", "D", "E")
                .report(Event.CUP, "2026-03-10T07:00:00Z", "D");
        Issue tuesday = room.compile("2026-03-10T10:00:00Z");
        Correcting correcting = room.get(Correcting.class);
        correcting.split(
                edition,
                room.story(tuesday, Event.PRISONERS),
                room.items(tuesday, Event.PRISONERS).subList(0, 1),
                "anna");
        correcting.move(edition, room.story(tuesday, Event.OIL), "territory", "anna");
        room.approve(room.get(IssueStore.class).get(tuesday.id()));

        room.retitle("A", " (updated)").retitle("D", ": a correction");
        room.report(Event.OIL, "2026-03-10T09:50:00Z", "F").report(Event.PRISONERS, "2026-03-11T07:00:00Z", "D", "E");
        room.report(Event.TALKS, "2026-03-11T07:30:00Z", "A", "B", "C", "D", "E");
        Issue wednesday = room.compile("2026-03-11T10:00:00Z");
        correcting.drop(edition, room.story(wednesday, Event.OIL), "boris");
        correcting.undo(edition, 1, "boris");
        return tuesday;
    }

    @ParameterizedTest
    @EnumSource
    void under_the_same_rules_a_day_is_what_it_was_to_the_byte(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            Issue tuesday = twoDays(room);
            RenderedIssue sent = room.get(Approval.class).preview(tuesday);
            assertThat(room.fates(tuesday))
                    .extracting(fate -> fate.kind().label())
                    .contains("leads", "merged", "off", "printed-before");

            Replayed again = replay(room, TUESDAY);

            assertThat(again.entries()).isEqualTo(room.entries(tuesday));
            assertThat(Kept.of(again.fates())).isEqualTo(Kept.of(room.fates(tuesday)));
            assertThat(mail(room.get(BriefingRenderer.class)
                            .render(room.house().edition(), again.issue(), again.entries())))
                    .isEqualTo(mail(sent));
            assertThat(room.get(Replay.class).compare(again)).satisfies(difference -> {
                assertThat(difference.changes()).isEmpty();
                assertThat(difference.stories()).isEmpty();
                assertThat(difference.items()).isEqualTo(7);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void that_holds_for_a_day_that_knew_what_was_printed_and_was_corrected_itself(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            twoDays(room);
            Issue wednesday =
                    room.get(IssueStore.class).find(House.EDITION, WEDNESDAY).orElseThrow();
            List<Entry> entries = room.entries(wednesday);
            List<Kept> fates = Kept.of(room.fates(wednesday));
            assertThat(fates).extracting(Kept::kind).contains(Fate.Kind.DROPPED, Fate.Kind.PRINTED_BEFORE);
            room.approve(wednesday);
            room.retitle("B", " (again)").report(Event.TALKS, "2026-03-12T07:30:00Z", "F");
            room.compile("2026-03-12T10:00:00Z");

            Replayed again = replay(room, WEDNESDAY);

            assertThat(again.entries()).isEqualTo(entries);
            assertThat(Kept.of(again.fates())).isEqualTo(fates);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_says_when_items_were_compared_in_another_way_then(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.TALKS, "2026-03-10T06:00:00Z", "C").compile("2026-03-10T10:00:00Z");
            assertThat(replay(room, TUESDAY).caution()).isEmpty();
            room.get(JdbcClient.class)
                    .sql("update issue set comparison = 'words'")
                    .update();

            assertThat(replay(room, TUESDAY).caution())
                    .hasValue("Items were compared by words alone then and are by words and meaning now"
                            + " (briefing.sentence-model); stories can differ for that alone.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_approved_too_late_to_be_known_is_not_known(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.TALKS, "2026-03-09T09:00:00Z", "A", "B");
            Issue monday = room.compile("2026-03-09T10:00:00Z");
            room.report(Event.TALKS, "2026-03-10T06:00:00Z", "C");
            List<Entry> entries = room.entries(room.compile("2026-03-10T10:00:00Z"));
            assertThat(entries).hasSize(1);
            room.house().clock().set("2026-03-10T10:30:00Z");
            room.approve(monday);

            assertThat(replay(room, TUESDAY).entries()).isEqualTo(entries);
        }
    }

    @ParameterizedTest
    @EnumSource
    void under_other_rules_it_tells_exactly_what_is_different_and_keeps_nothing(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            Issue tuesday = twoDays(room);
            List<Entry> entries = room.entries(tuesday);
            List<ItemFate> fates = room.fates(tuesday);
            long stories = stories(room);
            Steps.edit(folder, "(?m)^  exclude:.*$", "$0\n    - { rule: no oil, all: [oil-words] }\n");
            Steps.edit(folder, "(?m)^  words:.*$", "$0\n    oil-words: [oil]\n");
            Edition other =
                    room.get(Editions.class).read(House.EDITION, folder.resolve("templates/ukraine-talks/edition.yml"));

            Difference difference =
                    room.get(Replay.class).compare(room.get(Replay.class).replay(other, TUESDAY));

            assertThat(difference.changes())
                    .extracting(change -> change.item().item())
                    .containsExactlyElementsOf(room.items(tuesday, Event.OIL));
            assertThat(difference.changes()).allSatisfy(change -> {
                assertThat(Objects.requireNonNull(change.before()).kind().isPrinted())
                        .isTrue();
                assertThat(Objects.requireNonNull(change.after()).words()).isEqualTo("off the beat: no oil: oil");
            });
            assertThat(difference.stories())
                    .extracting(StoryChange::kind, StoryChange::story, StoryChange::words)
                    .containsExactly(tuple(Kind.GONE, room.story(tuesday, Event.OIL), "is gone"));
            assertThat(difference.after()).isEqualTo(difference.before() - 1);
            assertThat(room.entries(tuesday)).isEqualTo(entries);
            assertThat(room.fates(tuesday)).isEqualTo(fates);
            assertThat(stories(room)).isEqualTo(stories);
        }
    }

    private static long stories(Newsroom room) {
        return room.get(JdbcClient.class)
                .sql("select count(*) from story")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void a_day_that_cannot_be_replayed_is_refused_in_one_sentence(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            assertThatThrownBy(() -> replay(room, TUESDAY))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("There is no issue of ukraine-talks for 2026-03-10; it has none yet.");
            room.report(Event.TALKS, "2026-03-10T06:00:00Z", "C").compile("2026-03-10T10:00:00Z");
            assertThatThrownBy(() -> replay(room, WEDNESDAY))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("There is no issue of ukraine-talks for 2026-03-11; its issues are from 2026-03-10 to"
                            + " 2026-03-10.");
            room.get(JdbcClient.class)
                    .sql("update issue set window_from = null")
                    .update();
            assertThatThrownBy(() -> replay(room, TUESDAY))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("The issue ukraine-talks 2026-03-10 was compiled by a version that did not keep what it"
                            + " was made of, so it cannot be replayed.");
        }
    }
}
