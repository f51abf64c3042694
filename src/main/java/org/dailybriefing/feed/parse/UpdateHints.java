package org.dailybriefing.feed.parse;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed says that it wants to be asked.
 *
 * @param interval the longer of {@code ttl} and {@code sy:updatePeriod} over {@code sy:updateFrequency}; null if it says nothing
 *     sensible
 * @param skipHours hours of the day in GMT in which it is not updated, 0 to 23
 * @param skipDays days of the week in GMT on which it is not updated
 */
public record UpdateHints(@Nullable Duration interval, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

    public static final UpdateHints NONE = new UpdateHints(null, Set.of(), Set.of());
}
