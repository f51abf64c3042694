package org.dailybriefing.issue;

import java.util.Map;
import java.util.Set;

/**
 * What earlier compiles of the edition made of the items, as far as it bears on this one.
 *
 * @param origins where items were in the last compile that had them, by the item's id
 * @param printedItems those that an approved issue has printed
 * @param printedOutlets how many outlets reported a story when an approved issue of the last days printed it, by the story's id
 */
record Past(Map<Long, Origin> origins, Set<Long> printedItems, Map<Long, Integer> printedOutlets) {

    /**
     * @param story where the item was, with what editors had corrected
     * @param cluster where it would have been without
     * @param sameIssue whether that was in an earlier compile of the issue itself
     */
    record Origin(long story, long cluster, boolean sameIssue) {}
}
