package org.dailybriefing.issue;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an item ended up in an issue, as an editor reads it.
 *
 * @param story null if it is in none
 * @param outlet by its name, or the address of its feed, whose name the edition knows
 */
public record ItemFate(
        long item,
        Fate.Kind kind,
        @Nullable Long story,
        String verdict,
        String reason,
        String title,
        String link,
        String outlet,
        Instant published) {

    static ItemFate of(Fate fate) {
        return new ItemFate(
                fate.item().id(),
                fate.kind(),
                fate.story(),
                fate.verdict().kind().name().toLowerCase(Locale.ROOT),
                fate.reason(),
                fate.item().title(),
                fate.item().link(),
                fate.item().outlet(),
                fate.item().published());
    }

    /** The fate in words: the rule, the story or the editor. */
    public String words() {
        return switch (kind) {
            case LEADS -> "leads story " + story;
            case MERGED -> "merged into story " + story;
            case OFF -> "off the beat: " + reason;
            case EDGE -> "close to the beat: " + reason;
            case BELOW_CUT -> "below the cut with story " + story;
            case PRINTED_BEFORE -> "part of story " + story + ", which an earlier issue has told";
            case DROPPED -> "part of story " + story + ", " + reason;
        };
    }
}
