package org.dailybriefing.issue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dailybriefing.issue.Difference.StoryChange;
import org.dailybriefing.issue.Difference.StoryChange.Kind;

/** What became of printed stories between two compiles, told by the items that they have in common and not by their numbers. */
final class StoryChanges {

    private final Map<Long, Entry> before;
    private final Map<Long, Entry> after;
    /** For each story, those of the other compile that have an item of it in print. */
    private final Map<Long, Set<Long>> made = new HashMap<>();

    private final Map<Long, Set<Long>> became = new HashMap<>();

    StoryChanges(
            List<Entry> before, Map<Long, ItemFate> fatesBefore, List<Entry> after, Map<Long, ItemFate> fatesAfter) {
        this.before = byStory(before);
        this.after = byStory(after);
        for (ItemFate now : fatesAfter.values()) {
            ItemFate then = fatesBefore.get(now.item());
            if (then != null && then.kind().isPrinted() && now.kind().isPrinted()) {
                long old = story(then);
                long fresh = story(now);
                made.computeIfAbsent(fresh, story -> new TreeSet<>()).add(old);
                became.computeIfAbsent(old, story -> new TreeSet<>()).add(fresh);
            }
        }
    }

    private static Map<Long, Entry> byStory(List<Entry> entries) {
        var stories = new TreeMap<Long, Entry>();
        entries.forEach(entry -> stories.put(entry.story(), entry));
        return stories;
    }

    private static long story(ItemFate fate) {
        Long story = fate.story();
        if (story == null) {
            throw new IllegalStateException("item " + fate.item() + " is printed and in no story");
        }
        return story;
    }

    List<StoryChange> all() {
        var changes = new ArrayList<StoryChange>();
        for (Entry entry : after.values()) {
            Set<Long> sources = made.getOrDefault(entry.story(), Set.of());
            if (sources.isEmpty()) {
                changes.add(change(Kind.NEW, entry, sources, "is new"));
            } else if (sources.size() > 1) {
                changes.add(change(Kind.MERGED, entry, sources, "is made of " + names(sources)));
            }
            Entry same = before.get(entry.story());
            if (same != null && !same.topic().equals(entry.topic())) {
                changes.add(change(
                        Kind.MOVED, entry, Set.of(), "is under " + entry.topic() + " instead of " + same.topic()));
            }
        }
        for (Entry entry : before.values()) {
            Set<Long> parts = became.getOrDefault(entry.story(), Set.of());
            if (parts.isEmpty()) {
                changes.add(change(Kind.GONE, entry, parts, "is gone"));
            } else if (parts.size() > 1) {
                changes.add(change(Kind.SPLIT, entry, parts, "became " + names(parts)));
            }
        }
        return changes;
    }

    private static StoryChange change(Kind kind, Entry entry, Set<Long> others, String words) {
        return new StoryChange(kind, entry.story(), entry.headline(), others, words);
    }

    private static String names(Set<Long> stories) {
        return stories.stream().map(ItemFate::name).collect(Collectors.joining(" and "));
    }
}
