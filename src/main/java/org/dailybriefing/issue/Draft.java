package org.dailybriefing.issue;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dailybriefing.feed.Item;
import org.dailybriefing.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * What a compile makes of the wire.
 *
 * @param window the items collected in the window
 * @param stories those that could be told, in the order of their importance
 * @param fates one for each item in the window, in the same order
 */
record Draft(List<Item> window, List<Placed> stories, List<Fate> fates) {

    /**
     * @param id of the story, below 0 while it is new and has no row yet
     * @param story the items that are told
     * @param topicReason why it is under this topic, or empty
     * @param printed whether it is above the cut
     */
    record Placed(long id, Story story, String topic, String topicReason, Importance importance, boolean printed) {

        Placed numbered(long number) {
            return new Placed(number, story, topic, topicReason, importance, printed);
        }

        Placed printed(boolean above) {
            return new Placed(id, story, topic, topicReason, importance, above);
        }
    }

    Draft {
        if (!fates.stream().map(Fate::item).toList().equals(window)) {
            throw new IllegalStateException(
                    window.size() + " items were collected in the window, and " + fates.size() + " have a fate");
        }
    }

    long printed() {
        return stories.stream().filter(Placed::printed).count();
    }

    /** Of the stories that items of the window belong to, those that have no row yet, the more important first. */
    LongStream fresh() {
        Stream<Long> told = stories.stream().map(Placed::id);
        Stream<Long> others = fates.stream()
                .flatMap(fate -> Stream.concat(Stream.ofNullable(fate.story()), Stream.ofNullable(fate.cluster())));
        return Stream.concat(told, others)
                .mapToLong(Long::longValue)
                .filter(id -> id < 0)
                .distinct();
    }

    /** The same with other numbers for the stories. */
    Draft numbered(LongUnaryOperator number) {
        return new Draft(
                window,
                stories.stream()
                        .map(placed -> placed.numbered(number.applyAsLong(placed.id())))
                        .toList(),
                fates.stream()
                        .map(fate -> new Fate(
                                fate.item(),
                                fate.kind(),
                                fate.verdict(),
                                fate.reason(),
                                numbered(number, fate.story()),
                                numbered(number, fate.cluster())))
                        .toList());
    }

    private static @Nullable Long numbered(LongUnaryOperator number, @Nullable Long story) {
        return story == null ? null : Long.valueOf(number.applyAsLong(story));
    }
}
