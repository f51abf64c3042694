package org.dailybriefing.issue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an editor has put right.
 *
 * @param who an editor
 * @param story the one that it is about; for a merge the one that the others became part of; null for an undo
 * @param topic slug, of a move only
 * @param undone number of the correction that an undo takes back, null for the others
 * @param pins the items that it puts into a story
 */
public record Correction(
        long id,
        Instant at,
        String who,
        Verb verb,
        @Nullable Long story,
        @Nullable String topic,
        @Nullable Long undone,
        List<Pin> pins) {

    public enum Verb {
        MERGE,
        SPLIT,
        MOVE,
        DROP,
        UNDO;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param was the story that the item was in before; for one that a split or a drop leaves where it is, the story that it is in
     *     there for, which can be one that an earlier merge has taken in
     */
    public record Pin(long item, long was, long story) {}

    /** Of the items that it puts elsewhere; a split and a drop also pin those that stay. */
    List<Pin> moving() {
        return pins.stream().filter(pin -> !stays(pin)).toList();
    }

    boolean stays(Pin pin) {
        return (verb == Verb.SPLIT || verb == Verb.DROP) && Objects.equals(pin.story(), story);
    }

    /** What was done, as an editor reads it. */
    public String what() {
        return switch (verb) {
            case MERGE -> "merged " + numbers(moving().stream().map(Pin::was)) + " into story " + story;
            case SPLIT ->
                "split items " + numbers(moving().stream().map(Pin::item)) + " off story " + story
                        + " as story "
                        + numbers(moving().stream().map(Pin::story));
            case MOVE -> "moved story " + story + " to " + topic;
            case DROP -> "dropped story " + story;
            case UNDO -> "took correction " + undone + " back";
        };
    }

    private static String numbers(Stream<Long> ids) {
        return ids.distinct().sorted().map(Objects::toString).collect(Collectors.joining(", "));
    }
}
