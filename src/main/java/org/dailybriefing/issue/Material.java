package org.dailybriefing.issue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dailybriefing.feed.Item;
import org.dailybriefing.feed.Look;

/**
 * All that a compile reads beside the edition's rules. The same material and rules give the same draft.
 *
 * @param items of the window and of the days before it, as they stood then
 * @param stragglers numbers of those older than the window that could only be collected after the last issue was compiled
 * @param looks what was found by then when pictures were looked at, by address
 */
record Material(
        Window window,
        List<Item> items,
        Set<Long> stragglers,
        Past past,
        Corrections corrections,
        Map<String, Look> looks) {

    /** Whether the issue accounts for the fate of an item. */
    boolean isInWindow(Item item) {
        return window.contains(item) || stragglers.contains(item.id());
    }

    List<Item> inWindow() {
        return items.stream().filter(this::isInWindow).toList();
    }
}
