package org.dailybriefing.issue;

import java.util.List;
import org.dailybriefing.feed.Item;

/**
 * All that a compile reads beside the edition's rules. The same material and rules give the same draft.
 *
 * @param items of the window and of the days before it, as they stood then
 */
record Material(Window window, List<Item> items, Past past, Corrections corrections) {

    /** The items whose fates the issue accounts for. */
    List<Item> inWindow() {
        return items.stream().filter(window::contains).toList();
    }
}
