package org.dailybriefing.beat;

/**
 * Whether an item is on the beat, and why.
 *
 * @param reason the rule that decided, and the words it found
 */
public record Verdict(Kind kind, String reason) {

    public enum Kind {
        ON,
        EDGE,
        OFF
    }
}
