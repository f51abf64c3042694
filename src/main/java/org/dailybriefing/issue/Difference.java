package org.dailybriefing.issue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What sets two compiles of one day apart.
 *
 * @param items how many the window had, in one or the other
 * @param before how many stories were printed
 * @param after how many are now
 * @param changes items with another fate, by their number; a reason in other words is no change
 * @param stories what became of printed stories, by their number
 */
public record Difference(int items, int before, int after, List<ItemChange> changes, List<StoryChange> stories) {

    /** @param before null where the item was not in the window, as {@code after} where it is not any more */
    public record ItemChange(
            @Nullable ItemFate before, @Nullable ItemFate after) {

        public ItemFate item() {
            return Objects.requireNonNull(after == null ? before : after);
        }

        private static boolean isChange(@Nullable ItemFate before, @Nullable ItemFate after) {
            return before == null
                    || after == null
                    || before.kind() != after.kind()
                    || !Objects.equals(before.story(), after.story());
        }
    }

    /**
     * @param story as it is called now, or was when it is gone; below 0 = it has no number yet
     * @param others for merged: those that it was made of; for split: those that it became
     * @param words the change, as an editor reads it
     */
    public record StoryChange(Kind kind, long story, String headline, Set<Long> others, String words) {

        /** As people call it. */
        public String name() {
            return ItemFate.name(story);
        }

        /** Gone and new: none of its items is printed any more, or was before. */
        public enum Kind {
            NEW,
            GONE,
            MERGED,
            SPLIT,
            MOVED
        }
    }

    static Difference between(
            List<Entry> entriesBefore,
            List<ItemFate> fatesBefore,
            List<Entry> entriesAfter,
            List<ItemFate> fatesAfter) {
        Map<Long, ItemFate> before = byItem(fatesBefore);
        Map<Long, ItemFate> after = byItem(fatesAfter);
        var all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<ItemChange> changes = all.stream()
                .map(item -> new ItemChange(before.get(item), after.get(item)))
                .filter(change -> ItemChange.isChange(change.before(), change.after()))
                .toList();
        return new Difference(
                all.size(),
                entriesBefore.size(),
                entriesAfter.size(),
                changes,
                new StoryChanges(entriesBefore, before, entriesAfter, after).all());
    }

    private static Map<Long, ItemFate> byItem(List<ItemFate> fates) {
        return fates.stream().collect(Collectors.toMap(ItemFate::item, Function.identity()));
    }

    public long count(StoryChange.Kind kind) {
        return stories.stream().filter(change -> change.kind() == kind).count();
    }
}
