package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.House;
import org.dailybriefing.Stores;
import org.dailybriefing.issue.Newsroom.Event;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Corrections that are taken back, at once or days later, on both databases. */
class UndoTest {

    private static final String TUESDAY = "2026-03-10T10:00:00Z";

    @TempDir
    Path folder;

    private static Correcting correcting(Newsroom room) {
        return room.get(Correcting.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_merge_can_be_taken_back_to_what_was_before(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.compile(TUESDAY);
            List<Entry> before = room.entries(tuesday);
            List<ItemFate> fates = room.fates(tuesday);
            long talks = room.story(tuesday, Event.TALKS);
            long oil = room.story(tuesday, Event.OIL);
            var merge = correcting(room).merge(room.house().edition(), List.of(oil, talks), "anna");
            assertThat(room.entries(tuesday)).isNotEqualTo(before);

            correcting(room).undo(room.house().edition(), merge.correction().id(), "boris");

            assertThat(room.entries(tuesday)).isEqualTo(before);
            assertThat(room.fates(tuesday)).isEqualTo(fates);
            assertThat(correcting(room).list(room.house().edition()))
                    .extracting(listed -> listed.correction().who() + " "
                            + listed.correction().what() + " " + listed.inForce())
                    .containsExactly(
                            "anna merged %d into story %d false".formatted(talks, oil),
                            "boris took correction 1 back true");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_first_of_two_merges_can_be_taken_back(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.compile(TUESDAY);
            long talks = room.story(tuesday, Event.TALKS);
            long prisoners = room.story(tuesday, Event.PRISONERS);
            long oil = room.story(tuesday, Event.OIL);
            var first = correcting(room).merge(room.house().edition(), List.of(talks, prisoners), "anna");
            correcting(room).merge(room.house().edition(), List.of(talks, oil), "anna");

            correcting(room).undo(room.house().edition(), first.correction().id(), "boris");

            assertThat(room.story(tuesday, Event.PRISONERS)).isEqualTo(prisoners);
            assertThat(room.story(tuesday, Event.OIL)).isEqualTo(talks);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_merge_is_taken_back_though_the_story_was_split_since(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.compile(TUESDAY);
            long talks = room.story(tuesday, Event.TALKS);
            long prisoners = room.story(tuesday, Event.PRISONERS);
            var merge = correcting(room).merge(room.house().edition(), List.of(talks, prisoners), "anna");
            List<Long> one = room.items(tuesday, Event.TALKS).subList(0, 1);
            correcting(room).split(room.house().edition(), talks, one, "anna");

            correcting(room).undo(room.house().edition(), merge.correction().id(), "boris");

            assertThat(room.story(tuesday, Event.PRISONERS)).isEqualTo(prisoners);
            assertThat(room.fates(tuesday, Event.TALKS).filter(fate -> !one.contains(fate.item())))
                    .extracting(ItemFate::story)
                    .containsOnly(talks);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_split_is_taken_back_days_later(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.compile(TUESDAY);
            long talks = room.story(tuesday, Event.TALKS);
            List<Long> most = room.items(tuesday, Event.TALKS).subList(0, 2);
            var split = correcting(room).split(room.house().edition(), talks, most, "anna");
            for (int day = 11; day < 17; day++) {
                room.report(Event.TALKS, "2026-03-%dT08:00:00Z".formatted(day), "E")
                        .compile("2026-03-%dT10:00:00Z".formatted(day));
            }
            Issue latest = room.get(IssueStore.class).latest(House.EDITION).orElseThrow();
            assertThat(room.story(latest, Event.TALKS)).isNotEqualTo(talks);

            correcting(room).undo(room.house().edition(), split.correction().id(), "boris");

            assertThat(room.story(latest, Event.TALKS)).isEqualTo(talks);
            room.report(Event.TALKS, "2026-03-17T08:00:00Z", "F");
            assertThat(room.story(room.compile("2026-03-17T10:00:00Z"), Event.TALKS))
                    .isEqualTo(talks);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_taken_back_after_the_issue_was_sent_is_known_to_the_next_correction(Stores store) {
        try (Newsroom room = Newsroom.onTuesday(folder, store)) {
            Issue tuesday = room.compile(TUESDAY);
            long talks = room.story(tuesday, Event.TALKS);
            long oil = room.story(tuesday, Event.OIL);
            var merge = correcting(room).merge(room.house().edition(), List.of(talks, oil), "anna");
            room.approve(room.get(IssueStore.class).get(tuesday.id()));
            room.get(JdbcClient.class).sql("update issue set status = 'sent'").update();
            correcting(room).undo(room.house().edition(), merge.correction().id(), "boris");

            var drop = correcting(room).drop(room.house().edition(), oil, "anna");

            assertThat(drop.correction().pins())
                    .extracting(Correction.Pin::item)
                    .containsExactlyElementsOf(room.items(tuesday, Event.OIL));
        }
    }
}
