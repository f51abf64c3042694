package org.dailybriefing.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dailybriefing.feed.Item;

/**
 * Items that say the same to the letter within the news window: of each such text only the first are compared, and the others
 * go where those go. An agency's text stands in twenty papers; more is a feed that repeats itself, and the work of clustering
 * what is all alike grows with the cube of its number.
 */
final class Copies {

    static final int COMPARED = 20;

    private record Text(String title, String summary) {}

    private final Map<Text, Deque<Item>> latest = new HashMap<>();
    private final Map<Item, List<Item>> others = new HashMap<>();
    private final List<Item> compared = new ArrayList<>();

    /** @param ordered oldest first */
    Copies(List<Item> ordered) {
        ordered.forEach(this::sort);
    }

    private void sort(Item item) {
        Deque<Item> same = latest.computeIfAbsent(new Text(item.title(), item.summary()), text -> new ArrayDeque<>());
        while (!same.isEmpty() && isOver(same.peek(), item)) {
            same.remove();
        }
        if (same.size() < COMPARED) {
            same.add(item);
            compared.add(item);
        } else {
            others.computeIfAbsent(same.getLast(), copy -> new ArrayList<>()).add(item);
        }
    }

    private static boolean isOver(Item then, Item now) {
        return (now.published().getEpochSecond() - then.published().getEpochSecond()) / 60 > NewsWindow.SPAN;
    }

    /** Those that are compared, oldest first. */
    List<Item> compared() {
        return compared;
    }

    /** The item, and the copies that go where it goes. */
    Stream<Item> with(Item item) {
        return Stream.concat(Stream.of(item), others.getOrDefault(item, List.of()).stream());
    }
}
