package org.dailybriefing.issue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.dailybriefing.base.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * Where an item ended up in one issue, or that it has been in none.
 *
 * @param outlet by its name, or the address of its feed, whose name the edition knows
 * @param place null if it is in no issue yet
 */
public record Whereabouts(
        long item,
        String outlet,
        String title,
        String link,
        Instant published,
        Instant collected,
        @Nullable Place place) {

    /** Oldest first; of one item by the date of the issue. */
    static final Comparator<Whereabouts> ORDER = Comparator.comparing(Whereabouts::published)
            .thenComparing(Whereabouts::item)
            .thenComparing(w -> w.place() == null ? "" : w.place().date().toString());

    /** @param number of the issue, null while it is thin */
    public record Place(LocalDate date, @Nullable Integer number, IssueStatus status, ItemFate fate) {}

    public String words() {
        if (place == null) {
            return "collected at " + Timestamps.text(collected).replaceFirst("\\.\\d+Z$", "Z") + ", in no issue yet";
        }
        String issue = place.date() + (place.number() == null ? "" : " (No " + place.number() + ")");
        return place.fate().words() + ", " + told(place) + " " + issue;
    }

    private static String told(Place place) {
        if (!place.fate().kind().isPrinted()) {
            return "not in issue";
        }
        return place.status().isOpen() ? "in the " + place.status().label() + " issue" : "told in issue";
    }
}
