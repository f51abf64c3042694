package org.dailybriefing.issue;

import java.util.List;
import org.dailybriefing.feed.Item;

/**
 * Items that belong together, under the identity of their story.
 *
 * @param story below 0 while it is new and has no row yet
 */
record Cluster(long story, List<Item> items) {}
