package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.dailybriefing.feed.Item;
import org.dailybriefing.issue.Past.Origin;
import org.dailybriefing.story.Story;
import org.junit.jupiter.api.Test;

/** Which cluster goes on with which story. */
class IdentitiesTest {

    private static final Corrections NONE = Corrections.of(List.of());

    private static Story of(long... ids) {
        List<Item> items = LongStream.of(ids).mapToObj(Reports::item).toList();
        return new Story(items.get(0), items);
    }

    /** @param stories the item's number, then that of the story it was in */
    private static Past past(long... stories) {
        var origins = new HashMap<Long, Origin>();
        for (int i = 0; i < stories.length; i += 2) {
            origins.put(stories[i], new Origin(stories[i + 1], stories[i + 1], false));
        }
        return new Past(origins, Set.of(), Map.of());
    }

    private static List<Long> stories(Past past, Story... clusters) {
        return Identities.of(List.of(clusters), past, NONE).stream()
                .map(Cluster::story)
                .toList();
    }

    @Test
    void a_story_goes_on_where_most_of_its_items_are() {
        assertThat(stories(past(1, 7, 2, 7, 3, 7), of(1), of(2, 3))).containsExactly(-1L, 7L);
    }

    @Test
    void where_two_stories_meet_the_one_with_more_items_goes_on() {
        assertThat(stories(past(1, 7, 2, 8, 3, 8), of(1, 2, 3))).containsExactly(8L);
    }

    @Test
    void in_a_tie_the_older_story_goes_on_in_the_earlier_cluster() {
        assertThat(stories(past(1, 8, 2, 7), of(1, 2))).containsExactly(7L);
        assertThat(stories(past(1, 7, 2, 7), of(1), of(2))).containsExactly(7L, -2L);
    }

    @Test
    void who_loses_the_first_choice_takes_the_second() {
        assertThat(stories(past(1, 7, 2, 7, 3, 7, 4, 7, 5, 7, 6, 8), of(1, 2, 6), of(3, 4, 5)))
                .containsExactly(8L, 7L);
    }

    @Test
    void new_stories_are_told_apart() {
        assertThat(stories(past(), of(1), of(2))).doesNotHaveDuplicates().allMatch(story -> story < 0);
    }
}
