package org.dailybriefing.issue;

import java.time.Duration;
import java.time.Instant;
import org.dailybriefing.feed.Item;

/**
 * What an issue tells of: items published in {@code (from, to]}.
 *
 * @param to when it is compiled
 */
record Window(Instant from, Instant to) {

    /** So far back are items looked at to know a story that goes on. */
    private static final Duration MEMORY = Duration.ofHours(96);

    boolean contains(Item item) {
        return item.published().isAfter(from) && !item.published().isAfter(to);
    }

    /** The window, and the days before it in which its stories may have begun. */
    Window withMemory() {
        Instant start = to.minus(MEMORY);
        return start.isBefore(from) ? new Window(start, to) : this;
    }
}
