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

    private final Map<Long, Pin> pins = new HashMap<>();
    private final Map<Long, Long> merged = new HashMap<>();
    private final Set<Long> splitOff = new HashSet<>();
    private final Map<Long, Correction> moved = new HashMap<>();
    private final Map<Long, Correction> dropped = new HashMap<>();

    private Corrections() {}

    /** @param all in the order in which they were made, with those that were taken back */
    static Corrections of(List<Correction> all) {
        var corrections = new Corrections();
        Set<Long> undone = undone(all);
        all.stream().filter(correction -> !undone.contains(correction.id())).forEach(corrections::take);
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
                pins.putIfAbsent(pin.item(), new Pin(pin.item(), pin.was(), story(pin.was())));
            } else {
                pins.put(pin.item(), new Pin(pin.item(), pin.was(), story(pin.story())));
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
            pins.replaceAll((item, pin) -> pin.story() == was ? new Pin(item, pin.was(), story) : pin);
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

    /** Where an item is, if it was in {@code story} before. */
    long storyOf(long item, long story) {
        return pinned(item).orElse(story(story));
    }

    /** The story that editors have put the item into. */
    Optional<Long> pinned(long item) {
        return Optional.ofNullable(pins.get(item)).map(Pin::story);
    }

    /**
     * The story whose cluster an item was in. One that editors have split off goes on by itself.
     *
     * @param story where the item was
     * @param cluster where it would have been if editors had corrected nothing
     */
    long origin(long story, long cluster) {
        return splitOff.contains(story) ? story : cluster;
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
     * Pinned items leave their cluster for the story that they are pinned to. The others go where those of them go that are
     * pinned and were in the cluster's story when they were, in a tie with those of the older story; who was pinned elsewhere and
     * comes into the cluster takes nobody along. What was told as another story does not go with a dropped one.
     *
     * @param before the story that an item was in before, by the item's id
     * @return one cluster a story, in the order of their first items here
     */
    List<Cluster> applied(List<Cluster> clusters, Map<Long, Long> before) {
        var stories = new LinkedHashMap<Long, List<Item>>();
        for (Cluster cluster : clusters) {
            long home = home(cluster);
            for (Item item : cluster.items()) {
                long story = pinned(item.id()).orElseGet(() -> ofItsOwn(home, before.get(item.id())));
                stories.computeIfAbsent(story, id -> new ArrayList<>()).add(item);
            }
        }
        return stories.entrySet().stream()
                .map(story -> new Cluster(story.getKey(), story.getValue()))
                .toList();
    }

    private long ofItsOwn(long home, @Nullable Long before) {
        return before == null || !dropped.containsKey(home) || dropped.containsKey(story(before))
                ? home
                : story(before);
    }

    private long home(Cluster cluster) {
        var counts = new TreeMap<Long, Integer>();
        for (Item item : cluster.items()) {
            Pin pin = pins.get(item.id());
            if (pin != null && speaksFor(pin, cluster)) {
                counts.merge(pin.story(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(story(cluster.story()));
    }

    private boolean speaksFor(Pin pin, Cluster cluster) {
        long story = story(cluster.story());
        return cluster.story() < 0 || pin.was() == cluster.story() || pin.was() == story || pin.story() == story;
    }
}
