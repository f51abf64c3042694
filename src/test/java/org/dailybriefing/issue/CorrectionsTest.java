package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.dailybriefing.issue.Correction.Pin;
import org.dailybriefing.issue.Correction.Verb;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What corrections do to clusters, without a store. */
class CorrectionsTest {

    private static Correction of(long id, Verb verb, @Nullable Long story, @Nullable Long undone, Pin... pins) {
        String topic = verb == Verb.MOVE ? "ceasefire" : null;
        return new Correction(
                id, Instant.parse("2026-03-10T07:00:00Z"), "anna", verb, story, topic, undone, List.of(pins));
    }

    private static Pin pin(long item, long was, long story) {
        return new Pin(item, was, story);
    }

    private static Cluster cluster(long story, long... items) {
        return new Cluster(story, LongStream.of(items).mapToObj(Reports::item).toList());
    }

    /** The numbers of the items of each story. */
    private static Map<Long, List<Long>> applied(List<Correction> corrections, Cluster... clusters) {
        return applied(Map.of(), corrections, clusters);
    }

    private static Map<Long, List<Long>> applied(
            Map<Long, Past.Origin> origins, List<Correction> corrections, Cluster... clusters) {
        return Corrections.of(corrections).applied(List.of(clusters), origins).stream()
                .collect(Collectors.toMap(
                        Cluster::story,
                        story -> story.items().stream()
                                .map(item -> item.id())
                                .sorted()
                                .toList()));
    }

    private static final Correction MERGE = of(1, Verb.MERGE, 7L, null, pin(1, 7, 7), pin(2, 8, 7));
    private static final Correction DROP = of(4, Verb.DROP, 7L, null, pin(1, 7, 7), pin(2, 7, 7));
    private static final Correction SPLIT = of(2, Verb.SPLIT, 7L, null, pin(1, 7, 7), pin(2, 7, 9), pin(3, 7, 7));

    @Test
    void without_corrections_nothing_changes() {
        assertThat(applied(List.of(), cluster(7, 1, 2), cluster(-3, 3)))
                .isEqualTo(Map.of(7L, List.of(1L, 2L), -3L, List.of(3L)));
    }

    @Test
    void what_was_merged_is_one_story_and_new_reports_join_it_from_both_sides() {
        assertThat(applied(List.of(MERGE), cluster(7, 1, 11), cluster(8, 2, 12), cluster(-3, 3)))
                .isEqualTo(Map.of(7L, List.of(1L, 2L, 11L, 12L), -3L, List.of(3L)));
    }

    @Test
    void a_merge_lasts_when_the_items_that_it_named_are_gone() {
        assertThat(applied(List.of(MERGE), cluster(7, 11), cluster(8, 12))).isEqualTo(Map.of(7L, List.of(11L, 12L)));
    }

    @Test
    void what_was_split_stays_apart_and_new_reports_stay_with_the_most() {
        assertThat(applied(List.of(SPLIT), cluster(7, 1, 2, 3, 11)))
                .isEqualTo(Map.of(7L, List.of(1L, 3L, 11L), 9L, List.of(2L)));
    }

    @Test
    void in_a_tie_new_reports_go_to_the_older_story() {
        assertThat(applied(List.of(SPLIT), cluster(-5, 1, 2, 11))).containsEntry(7L, List.of(1L, 11L));
    }

    @Test
    void for_each_item_the_last_one_holds() {
        var back = of(3, Verb.MERGE, 7L, null, pin(1, 7, 7), pin(2, 9, 7), pin(3, 7, 7));

        assertThat(applied(List.of(SPLIT, back), cluster(7, 1, 2, 3))).isEqualTo(Map.of(7L, List.of(1L, 2L, 3L)));
    }

    @Test
    void a_chain_of_merges_ends_in_one_story() {
        var second = of(3, Verb.MERGE, 5L, null, pin(1, 7, 5), pin(6, 5, 5));

        assertThat(applied(List.of(MERGE, second), cluster(7, 1), cluster(8, 2, 12), cluster(5, 6)))
                .isEqualTo(Map.of(5L, List.of(1L, 2L, 6L, 12L)));
    }

    @Test
    void what_is_taken_back_counts_no_more_and_taking_that_back_lets_it_count_again() {
        var undo = of(3, Verb.UNDO, null, 1L);
        var redo = of(4, Verb.UNDO, null, 3L);

        assertThat(applied(List.of(MERGE, undo), cluster(7, 1), cluster(8, 2))).hasSize(2);
        assertThat(applied(List.of(MERGE, undo, redo), cluster(7, 1), cluster(8, 2)))
                .hasSize(1);
    }

    @Test
    void a_move_and_a_drop_go_with_the_story_that_it_has_become_part_of() {
        var made = Corrections.of(List.of(MERGE, of(2, Verb.MOVE, 8L, null), of(3, Verb.DROP, 8L, null)));

        assertThat(made.moved(7))
                .hasValueSatisfying(move -> assertThat(move.topic()).isEqualTo("ceasefire"));
        assertThat(made.dropped(7)).isPresent();
        assertThat(made.dropped(8)).isEmpty();
    }

    @Test
    void a_split_does_not_hold_what_only_a_merge_had_brought() {
        var split = of(2, Verb.SPLIT, 7L, null, pin(1, 7, 7), pin(2, 8, 7), pin(3, 7, 9));
        var undo = of(3, Verb.UNDO, null, 1L);
        Cluster[] found = {cluster(7, 1, 3), cluster(8, 2, 12)};

        assertThat(applied(List.of(MERGE, split), found)).isEqualTo(Map.of(7L, List.of(1L, 2L, 12L), 9L, List.of(3L)));
        assertThat(applied(List.of(MERGE, split, undo), found))
                .isEqualTo(Map.of(7L, List.of(1L), 8L, List.of(2L, 12L), 9L, List.of(3L)));
    }

    @Test
    void a_split_that_is_taken_back_gives_back_the_story_that_has_gone_on_since() {
        var undo = of(3, Verb.UNDO, null, 2L);
        Cluster[] found = {cluster(7, 1, 3), cluster(9, 2, 12)};

        assertThat(applied(List.of(SPLIT), found)).isEqualTo(Map.of(7L, List.of(1L, 3L), 9L, List.of(2L, 12L)));
        assertThat(applied(List.of(SPLIT, undo), found)).isEqualTo(Map.of(7L, List.of(1L, 2L, 3L, 12L)));
    }

    @Test
    void what_was_split_off_and_merged_elsewhere_stays_there_when_the_split_is_taken_back() {
        var merge = of(3, Verb.MERGE, 5L, null, pin(2, 9, 5));
        var undo = of(4, Verb.UNDO, null, 2L);

        assertThat(applied(List.of(SPLIT, merge, undo), cluster(7, 1, 3), cluster(9, 2, 12), cluster(5, 6)))
                .isEqualTo(Map.of(7L, List.of(1L, 3L), 5L, List.of(2L, 6L, 12L)));
    }

    private static final Past.Origin IN_8 = new Past.Origin(8, 8, false);

    @Test
    void who_was_put_elsewhere_takes_nobody_of_another_story_along() {
        assertThat(applied(Map.of(20L, IN_8, 21L, IN_8), List.of(SPLIT), cluster(8, 2, 20, 21)))
                .isEqualTo(Map.of(9L, List.of(2L), 8L, List.of(20L, 21L)));
    }

    @Test
    void what_follows_on_a_part_that_was_split_off_stays_with_it() {
        var followed = new Past.Origin(9, 21, true);

        assertThat(applied(List.of(SPLIT), cluster(7, 1, 3), cluster(-4, 2, 12)))
                .containsEntry(9L, List.of(2L, 12L));
        assertThat(applied(Map.of(2L, followed, 12L, followed), List.of(SPLIT), cluster(7, 1, 3), cluster(21, 2, 12)))
                .containsEntry(9L, List.of(2L, 12L));
    }

    @Test
    void what_was_dropped_stays_so_whatever_it_is_grouped_with_later() {
        assertThat(applied(List.of(DROP), cluster(7, 2, 3), cluster(-3, 1))).isEqualTo(Map.of(7L, List.of(1L, 2L, 3L)));
        assertThat(applied(Map.of(5L, IN_8, 6L, IN_8), List.of(DROP), cluster(8, 1, 2, 5, 6)))
                .isEqualTo(Map.of(7L, List.of(1L, 2L), 8L, List.of(5L, 6L)));
    }

    @Test
    void a_drop_takes_no_story_along_that_was_another_before() {
        assertThat(applied(Map.of(5L, IN_8), List.of(DROP), cluster(7, 1, 2, 5, 13)))
                .isEqualTo(Map.of(7L, List.of(1L, 2L, 13L), 8L, List.of(5L)));
    }

    @Test
    void what_was_dropped_with_its_story_stays_so_when_the_same_is_compiled_again() {
        var followed = new Past.Origin(7, 30, true);
        Cluster[] found = {cluster(7, 2, 3), cluster(30, 1, 12, 13)};

        assertThat(applied(Map.of(1L, followed, 12L, followed, 13L, followed), List.of(DROP), found))
                .isEqualTo(Map.of(7L, List.of(1L, 2L, 3L, 12L, 13L)));
    }

    @Test
    void what_followed_on_a_merge_that_was_taken_back_goes_back_too() {
        var followed = new Past.Origin(7, 8, true);
        var split = of(2, Verb.SPLIT, 7L, null, pin(1, 7, 7), pin(2, 8, 7), pin(3, 7, 9));
        var undo = of(3, Verb.UNDO, null, 1L);

        assertThat(applied(
                        Map.of(12L, followed, 13L, followed),
                        List.of(MERGE, split, undo),
                        cluster(7, 1, 3),
                        cluster(8, 2, 12, 13)))
                .containsEntry(8L, List.of(2L, 12L, 13L));
    }

    @Test
    void what_was_split_off_and_merged_elsewhere_goes_on_there() {
        var made = Corrections.of(List.of(SPLIT, of(3, Verb.MERGE, 5L, null, pin(2, 9, 5))));

        assertThat(made.origin(new Past.Origin(5, 7, false))).isEqualTo(5);
        assertThat(made.origin(new Past.Origin(5, 9, false))).isEqualTo(9);
    }
}
