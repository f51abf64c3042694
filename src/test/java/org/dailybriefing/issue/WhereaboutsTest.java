package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.Stores;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.issue.Newsroom.Event;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where is this article? On both databases. */
class WhereaboutsTest {

    @TempDir
    Path folder;

    private static List<String> titled(Newsroom room, String... words) {
        return room.get(WhereaboutsStore.class).titled(room.house().edition(), List.of(words)).stream()
                .map(Whereabouts::words)
                .toList();
    }

    private static List<String> at(Newsroom room, String link) {
        return room.get(WhereaboutsStore.class).at(room.house().edition(), List.of(link)).stream()
                .map(Whereabouts::words)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void the_fate_of_an_item_is_told_for_each_issue(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.TALKS, "2026-03-10T09:30:00Z", "A").report(Event.CUP, "2026-03-10T09:10:00Z", "A");
            Issue tuesday = room.compile("2026-03-10T10:00:00Z");
            long talks = room.story(tuesday, Event.TALKS);
            assertThat(titled(room, "geneva"))
                    .containsExactly("leads story %d, in the draft issue 2026-03-10 (No 1)".formatted(talks));
            room.approve(tuesday);
            room.report(Event.TALKS, "2026-03-11T08:00:00Z", "B", "C");
            Issue wednesday = room.compile("2026-03-11T10:00:00Z");

            assertThat(titled(room, "RUSSIA", "talks,", "Peace"))
                    .containsExactlyInAnyOrder(
                            "leads story %d, told in issue 2026-03-10 (No 1)".formatted(talks),
                            "part of story %d, which an earlier issue has told, not in issue 2026-03-11 (No 2)"
                                    .formatted(talks),
                            "leads story %d, in the draft issue 2026-03-11 (No 2)".formatted(talks),
                            "merged into story %d, in the draft issue 2026-03-11 (No 2)".formatted(talks));
            assertThat(titled(room, "shoot", "cup"))
                    .containsExactly(
                            "off the beat: no rule fits, not in issue 2026-03-10 (No 1)",
                            "off the beat: no rule fits, not in issue 2026-03-11 (No 2)");
            assertThat(titled(room, "Peace", "cup")).isEmpty();
            assertThat(wednesday.number()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_found_by_its_link_and_by_words_that_it_had_before(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            room.report(Event.TALKS, "2026-03-10T09:30:00Z", "A");
            room.house().clock().set("2026-03-10T09:40:00Z");
            collect(room);
            room.retitle("A", " late");
            room.house().clock().set("2026-03-10T09:50:00Z");
            collect(room);
            room.retitle("A", " and the delegates leave");
            room.house().clock().set("2026-03-10T09:55:00Z");
            collect(room);

            String words = "collected at 2026-03-10T09:40:00Z, in no issue yet";
            assertThat(at(room, "https://outlet.example/2026-03-10T09:30:00Z/0"))
                    .containsExactly(words);
            assertThat(at(room, "https://outlet.example/2026-03-10T09:30:00Z/1"))
                    .isEmpty();
            assertThat(titled(room, "delegates")).containsExactly(words);
            assertThat(titled(room, "geneva", "late")).containsExactly(words);
        }
    }

    private static void collect(Newsroom room) {
        room.get(Collector.class).collect(room.house().edition().sources(), Round.ALL);
    }
}
