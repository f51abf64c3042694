package org.dailybriefing.issue;

import java.util.List;
import org.dailybriefing.story.Story;

/**
 * What a compile makes of the wire.
 *
 * @param stories in the order of their importance
 * @param fates one for each item in the window
 */
record Draft(List<Placed> stories, List<Fate> fates) {

    /** @param printed whether it is above the cut */
    record Placed(Story story, String topic, boolean printed) {}

    long printed() {
        return stories.stream().filter(Placed::printed).count();
    }
}
