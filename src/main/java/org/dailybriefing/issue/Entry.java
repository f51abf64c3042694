package org.dailybriefing.issue;

import java.time.Instant;
import java.util.List;

/**
 * A story as printed in an issue: a copy, so that what happens to the items later changes nothing.
 *
 * @param position 1 = first in the mail
 * @param topic slug of the section it stands in
 * @param deck a sentence or two word for word from {@code deckOutlet}, or empty
 * @param outlets who reports it, the lead's first
 * @param importance why it stands where it stands
 * @param topicReason why it is under this topic, or empty
 */
public record Entry(
        int position,
        long story,
        Placement placement,
        String topic,
        String headline,
        String deck,
        String deckOutlet,
        String link,
        List<Outlet> outlets,
        Instant updated,
        boolean stateOnly,
        String importance,
        String topicReason) {

    public enum Placement {
        LEAD,
        SECTION,
        ALSO
    }

    public record Outlet(String name, String link) {}
}
