package org.dailybriefing.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dailybriefing.feed.parse.UpdateHints;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked again: as often as a briefing needs and no more often than its server wants. What differs from feed to
 * feed by chance is derived from the address, so that feeds that were asked together don't stay together.
 */
final class CheckSchedule {

    /** Between two questions that may be answered by 304. */
    static final Duration FLOOR = Duration.ofHours(1);
    /** No interval that is hinted at and no failure makes a feed wait for longer. */
    static final Duration CEILING = Duration.ofHours(24);

    /** Nor do days on which it is not updated, even if it claims that of nearly all. */
    private static final Duration LONGEST_SKIP = Duration.ofHours(48);

    /** A whole document is fetched once a day if that loses nothing: if it reaches back for two. */
    private static final Duration LONG_SPAN = Duration.ofDays(2);

    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 8;
    private static final Set<Integer> HOURS = IntStream.range(0, 24).boxed().collect(Collectors.toUnmodifiableSet());

    private CheckSchedule() {}

    /**
     * @param conditional whether the server gave validators, and so can answer 304
     * @param maxAge for how long it says that its answer is fresh
     */
    static Instant afterSuccess(
            String url, Instant now, boolean conditional, Rhythm rhythm, @Nullable Duration maxAge) {
        Duration interval = interval(conditional, rhythm, maxAge);
        Duration spread = interval.dividedBy(6).multipliedBy(share(url, 0)).dividedBy(1000);
        Instant allowed = allowed(url, now.plus(least(interval.plus(spread), CEILING)), rhythm.hints());
        Instant latest = now.plus(LONGEST_SKIP);
        return allowed.isAfter(latest) ? latest : allowed;
    }

    /** The floor, or what the feed or its server wants beyond it; 1 to 24 hours. */
    static Duration interval(boolean conditional, Rhythm rhythm, @Nullable Duration maxAge) {
        Duration interval = conditional ? FLOOR : unconditional(rhythm.span());
        Duration hint = rhythm.hints().interval();
        interval = hint == null ? interval : greatest(interval, hint);
        interval = maxAge == null ? interval : greatest(interval, maxAge);
        return least(interval, CEILING);
    }

    private static Duration unconditional(@Nullable Duration span) {
        if (span == null || span.compareTo(LONG_SPAN) >= 0) {
            return CEILING;
        }
        return greatest(FLOOR, span.dividedBy(2));
    }

    /**
     * Twice as late each time, 24 hours at most, up to a tenth sooner or later.
     *
     * @param failures in a row, with this one; 1 or more
     * @param status 0 if there was no answer; a 4xx is not a passing trouble and starts at the floor
     */
    static Instant afterFailure(String url, Instant now, int failures, int status) {
        Duration first = status / 100 == 4 ? FLOOR : FIRST_BACK_OFF;
        Duration pause = least(first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS)), CEILING);
        long percent = 90 + share(url, failures) * 20 / 1000;
        return now.plus(least(pause.multipliedBy(percent).dividedBy(100), CEILING));
    }

    /** What a server asks for is kept, but for no longer than a day. */
    static Instant kept(Instant retryAfter, Instant now) {
        Instant latest = now.plus(CEILING);
        return retryAfter.isBefore(latest) ? retryAfter : latest;
    }

    /** The moment itself, or one in the next hour that is not skipped. Hints that leave no hour are nonsense. */
    private static Instant allowed(String url, Instant at, UpdateHints hints) {
        ZonedDateTime then = at.atZone(ZoneOffset.UTC);
        Set<Integer> hours = hints.skipHours().containsAll(HOURS) ? Set.of() : hints.skipHours();
        Set<DayOfWeek> days = hints.skipDays().size() == DayOfWeek.values().length ? Set.of() : hints.skipDays();
        while (hours.contains(then.getHour()) || days.contains(then.getDayOfWeek())) {
            then = start(url, then.plusHours(1));
        }
        return then.toInstant();
    }

    private static ZonedDateTime start(String url, ZonedDateTime hour) {
        return hour.truncatedTo(ChronoUnit.HOURS).plusMinutes(share(url, 0) * 60 / 1000);
    }

    /** Chance without surprise: 0 to 999, always the same for the same address and count. */
    private static int share(String url, int count) {
        return Math.floorMod((url + " " + count).hashCode() * 0x9E3779B1 >>> 8, 1000);
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration greatest(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
