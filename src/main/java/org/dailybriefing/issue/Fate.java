package org.dailybriefing.issue;

import org.dailybriefing.beat.Verdict;
import org.dailybriefing.feed.Item;
import org.jspecify.annotations.Nullable;

/**
 * Where an item of an issue's window ended up; every item has exactly one.
 *
 * @param storyIndex its story in the draft, or null if it is in none
 */
public record Fate(
        Item item, Kind kind, Verdict verdict, @Nullable Integer storyIndex) {

    public enum Kind {
        LEADS,
        MERGED,
        /** Off the beat. */
        OFF,
        /** Close to the beat, not printed. */
        EDGE,
        /** Its story was less important than those that fit. */
        BELOW_CUT,
        /** An earlier issue has printed it. */
        PRINTED_BEFORE
    }
}
