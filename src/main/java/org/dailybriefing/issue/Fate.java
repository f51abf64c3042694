package org.dailybriefing.issue;

import java.util.Locale;
import org.dailybriefing.beat.Verdict;
import org.dailybriefing.feed.Item;
import org.jspecify.annotations.Nullable;

/**
 * Where an item of an issue's window ended up; every item has exactly one.
 *
 * @param reason of the rule, or of the editor
 * @param story its story, or null if it is in none
 * @param cluster the story that it would be in if editors had corrected nothing, or null
 */
public record Fate(
        Item item,
        Kind kind,
        Verdict verdict,
        String reason,
        @Nullable Long story,
        @Nullable Long cluster) {

    public enum Kind {
        LEADS("Leads a story"),
        MERGED("Merged into a story"),
        /** Off the beat. */
        OFF("Off the beat"),
        /** Close to the beat, and no story that is on it tells the same event. */
        EDGE("Close to the beat"),
        /** Its story was less important than those that fit. */
        BELOW_CUT("Below the cut"),
        /** An earlier issue has printed it, or its story, and too little of it is new. */
        PRINTED_BEFORE("Printed in an earlier issue"),
        /** An editor keeps its story out. */
        DROPPED("Dropped by an editor");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        /** As the store and programs write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Kind of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Above a list of such items. */
        public String heading() {
            return heading;
        }

        /** Whether readers get it. */
        public boolean isPrinted() {
            return this == LEADS || this == MERGED;
        }
    }
}
