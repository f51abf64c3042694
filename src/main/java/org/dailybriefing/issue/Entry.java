package org.dailybriefing.issue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as printed in an issue: a copy, so that what happens to the items later changes nothing.
 *
 * @param position 1 = first in the mail
 * @param topic slug of the section it stands in
 * @param deck a sentence or two word for word from {@code deckOutlet}, or empty
 * @param outlets who reports it, the lead's first
 * @param minutes how long its lead's article takes to read; 0 where its feed does not carry it
 * @param feature of the first entry only
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
        int minutes,
        @Nullable Feature feature,
        String importance,
        String topicReason) {

    /** Of an adult reading news on a screen, in words a minute. */
    public static final int READING_SPEED = 230;

    public enum Placement {
        LEAD,
        SECTION,
        ALSO
    }

    public record Outlet(String name, String link) {}
}
