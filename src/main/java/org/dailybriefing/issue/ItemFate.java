package org.dailybriefing.issue;

import static org.dailybriefing.base.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** @param row with columns of the tables fate and item, and outlet */
    static ItemFate of(ResultSet row) throws SQLException {
        long story = row.getLong("story_id");
        boolean none = row.wasNull();
        return new ItemFate(
                row.getLong("item_id"),
                Fate.Kind.of(row.getString("kind")),
                none ? null : story,
                row.getString("verdict"),
                row.getString("reason"),
                row.getString("title"),
                row.getString("link"),
                row.getString("outlet"),
                instant(row.getString("published")));
    }

    /** The fate in words: the rule, the story or the editor. */
    public String words() {
        return switch (kind) {
            case LEADS -> "leads " + named();
            case MERGED ->
                verdict.equals("edge")
                        ? "joined " + named() + ", which tells the same event; close to the beat: " + reason
                        : "merged into " + named();
            case OFF -> "off the beat: " + reason;
            case EDGE -> "close to the beat: " + reason;
            case BELOW_CUT -> "below the cut with " + named();
            case PRINTED_BEFORE -> "part of " + named() + ", which an earlier issue has told";
            case DROPPED -> "part of " + named() + ", " + reason;
        };
    }

    private String named() {
        return story == null ? "no story" : name(story);
    }

    /** A story as people call it; one without a number has not been kept. */
    static String name(long story) {
        return story < 0 ? "a new story (" + -story + ")" : "story " + story;
    }
}
