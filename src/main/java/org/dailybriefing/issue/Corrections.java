package org.dailybriefing.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dailybriefing.feed.Item;
import org.dailybriefing.issue.Correction.Pin;
import org.dailybriefing.issue.Correction.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What editors' corrections come to: those in force, done again in order, so that for each item and each story the last one
 * holds.
 */
final class Corrections {

    private final Map<Long, Long> pins = new HashMap<>();
    private final Map<Long, Long> merged = new HashMap<>();
    private final Set<Long> splitOff = new HashSet<>();
    /** Stories that a merge had taken in which was taken back. */
    private final Set<Long> freed = new HashSet<>();

    private final Map<Long, Correction> moved = new HashMap<>();
    private final Map<Long, Correction> dropped = new HashMap<>();

    private Corrections() {}

    /** @param all in the order in which they were made, with those that were taken back */
    static Corrections of(List<Correction> all) {
        var corrections = new Corrections();
        Set<Long> undone = undone(all);
        all.stream().filter(correction -> !undone.contains(correction.id())).forEach(corrections::take);
        all.stream()
                .filter(correction -> correction.verb() == Verb.MERGE && undone.contains(correction.id()))
                .flatMap(merge -> merge.moving().stream())
                .filter(pin -> pin.was() != pin.story())
                .forEach(pin -> corrections.freed.add(pin.was()));
        all.stream()
                .filter(correction -> correction.verb() == Verb.SPLIT && undone.contains(correction.id()))
                .forEach(corrections::giveBack);
        return corrections;
    }

    /** The numbers of those that are not in force. An undo may be undone too. */
    static Set<Long> undone(List<Correction> all) {
        var undone = new HashSet<Long>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Correction correction = all.get(i);
            Long target = correction.undone();
            if (target != null && !undone.contains(correction.id())) {
                undone.add(target);
            }
        }
        return undone;
    }

    private void take(Correction correction) {
        if (correction.story() == null) {
            return;
        }
        long story = story(correction.story());
        if (correction.verb() == Verb.MERGE) {
            correction.moving().forEach(pin -> join(story(pin.was()), story));
        }
        if (correction.verb() == Verb.SPLIT) {
            correction.moving().forEach(pin -> splitOff.add(pin.story()));
        }
        for (Pin pin : correction.pins()) {
            if (correction.stays(pin)) {
                pins.putIfAbsent(pin.item(), story(pin.was()));
            } else {
                pins.put(pin.item(), story(pin.story()));
            }
        }
        if (correction.verb() == Verb.MOVE) {
            moved.put(story, correction);
        }
        if (correction.verb() == Verb.DROP) {
            dropped.put(story, correction);
        }
    }

    /** What a split that was taken back had made a story goes back to where it came from, unless it is part of another by now. */
    private void giveBack(Correction split) {
        long story = story(Objects.requireNonNull(split.story()));
        split.moving().stream()
                .map(Pin::story)
                .filter(own -> !merged.containsKey(own))
                .forEach(own -> join(own, story));
    }

    /** All that was one story is another from now on. */
    private void join(long was, long story) {
        if (was != story) {
            pins.replaceAll((item, pin) -> pin == was ? story : pin);
            merged.replaceAll((one, into) -> into == was ? story : into);
            merged.put(was, story);
            if (splitOff.contains(was)) {
                splitOff.add(story);
            }
        }
    }

    /** The story that a story has become part of, or itself. */
    long story(long story) {
        return merged.getOrDefault(story, story);
    }

    /** Where an item is by now. */
    long storyOf(long item, Past.Origin origin) {
        return pinned(item).orElseGet(() -> ofItsOwn(toldIn(origin), origin));
    }

    /** The story that editors have put the item into. */
    Optional<Long> pinned(long item) {
        return Optional.ofNullable(pins.get(item));
    }

    /** The story that an item speaks for in its cluster. One that editors have split off goes on by itself. */
    long origin(Past.Origin origin) {
        return splitOff.contains(origin.story()) && story(origin.story()) != story(origin.cluster())
                ? origin.story()
                : origin.cluster();
    }

    /** The story that an item was in, unless a merge had brought it there that was taken back. */
    private long toldIn(Past.Origin origin) {
        return story(freed.contains(origin.cluster()) ? origin.cluster() : origin.story());
    }

    /** Whether editors have made it of another's items. */
    boolean isSplitOff(long story) {
        return splitOff.contains(story);
    }

    /** The one that says under which topic the story stands. */
    Optional<Correction> moved(long story) {
        return Optional.ofNullable(moved.get(story));
    }

    /** The one that keeps the story out. */
    Optional<Correction> dropped(long story) {
        return Optional.ofNullable(dropped.get(story));
    }

    /**
     * Pinned items leave their cluster for the story that they are pinned to. The others go where most of the cluster belongs, by its
     * pins and by the stories that its items were in before; in a tie to the older one. What was told as another story does not go
     * with a dropped one.
     *
     * @param origins where items were before, by the item's id
     * @return one cluster a story, in the order of their first items here
     */
    List<Cluster> applied(List<Cluster> clusters, Map<Long, Past.Origin> origins) {
        var stories = new LinkedHashMap<Long, List<Item>>();
        for (Cluster cluster : clusters) {
            long home = home(cluster, origins);
            for (Item item : cluster.items()) {
                long story = pinned(item.id()).orElseGet(() -> ofItsOwn(home, origins.get(item.id())));
                stories.computeIfAbsent(story, id -> new ArrayList<>()).add(item);
            }
        }
        return stories.entrySet().stream()
                .map(story -> new Cluster(story.getKey(), story.getValue()))
                .toList();
    }

    private long ofItsOwn(long home, Past.@Nullable Origin origin) {
        return origin == null || !dropped.containsKey(home) || dropped.containsKey(story(origin.story()))
                ? home
                : story(origin.story());
    }

    private long home(Cluster cluster, Map<Long, Past.Origin> origins) {
        if (cluster.items().stream().noneMatch(item -> pins.containsKey(item.id()))) {
            return story(cluster.story());
        }
        var counts = new TreeMap<Long, Integer>();
        for (Item item : cluster.items()) {
            pinned(item.id())
                    .or(() -> Optional.ofNullable(origins.get(item.id())).map(this::toldIn))
                    .ifPresent(story -> counts.merge(story, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(story(cluster.story()));
    }
}
