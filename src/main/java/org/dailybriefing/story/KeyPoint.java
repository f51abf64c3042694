package org.dailybriefing.story;

import org.dailybriefing.feed.Item;

/**
 * A sentence that tells more of a story than its headline and deck.
 *
 * @param text word for word from the item's summary
 */
public record KeyPoint(String text, Item item) {}
