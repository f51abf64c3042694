package org.dailybriefing.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dailybriefing.feed.parse.FeedEntry;
import org.dailybriefing.feed.parse.UpdateHints;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed's document changes, by its own account.
 *
 * @param span from its oldest item to its newest: what is asked for less often than that loses items; null if it has no dates
 */
public record Rhythm(@Nullable Duration span, UpdateHints hints) {

    /** The oldest tenth does not count: it may be pinned. */
    static Rhythm of(List<FeedEntry> entries, UpdateHints hints, Instant now) {
        List<Instant> dates = dates(entries, now);
        Duration span =
                dates.isEmpty() ? null : Duration.between(dates.get(dates.size() / 10), dates.get(dates.size() - 1));
        return new Rhythm(span, hints);
    }

    /** Of the newest item; null if no item has a date. */
    static @Nullable Instant newest(List<FeedEntry> entries, Instant now) {
        List<Instant> dates = dates(entries, now);
        return dates.isEmpty() ? null : dates.get(dates.size() - 1);
    }

    private static List<Instant> dates(List<FeedEntry> entries, Instant now) {
        return entries.stream()
                .map(entry -> entry.published() == null ? entry.updated() : entry.published())
                .filter(Objects::nonNull)
                .map(date -> date.isAfter(now) ? now : date)
                .sorted()
                .toList();
    }
}
