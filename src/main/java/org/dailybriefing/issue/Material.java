package org.dailybriefing.issue;

import java.util.List;
import java.util.Map;
import org.dailybriefing.feed.Item;
import org.dailybriefing.feed.Look;

/**
 * All that a compile reads beside the edition's rules. The same material and rules give the same draft.
 *
 * @param items of the window and of the days before it, as they stood then
 * @param looks what was found by then when pictures were looked at, by address
 */
record Material(Window window, List<Item> items, Past past, Corrections corrections, Map<String, Look> looks) {

    /** The items whose fates the issue accounts for. */
    List<Item> inWindow() {
        return items.stream().filter(window::contains).toList();
    }
}
