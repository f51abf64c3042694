package org.dailybriefing.edition;

import static org.dailybriefing.base.Required.required;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The day of an edition, in its own zone. An hour that a change to summer time leaves out is the hour after it.
 *
 * @param compile when the draft is made
 * @param deadline the last moment to approve it
 * @param send when it goes out
 * @param unapproved what happens at the deadline to a draft that nobody approved
 * @param window items of the last {@code window} before the compile are used, 1 h to 7 days; once an issue has gone out, those
 *     since it, up to three windows
 * @param minimumStories with fewer stories nothing is sent, 1 to 100
 * @param freshFor for how long a missed send is made up, 1 minute to 24 h
 */
public record Timetable(
        ZoneId zone,
        Set<DayOfWeek> weekdays,
        LocalTime compile,
        LocalTime deadline,
        LocalTime send,
        @DefaultValue("hold") Unapproved unapproved,
        @DefaultValue("24h") Duration window,
        @DefaultValue("3") int minimumStories,
        @DefaultValue("6h") Duration freshFor) {

    public enum Unapproved {
        /** It waits for an editor. */
        HOLD,
        /** It goes out as compiled. */
        SEND_UNEDITED,
        /** It goes out as compiled if every story in it is reported by an outlet known to be no state's. */
        SEND_WELL_SOURCED
    }

    public Timetable {
        required("zone", zone);
        required("weekdays", weekdays);
        required("compile", compile);
        required("deadline", deadline);
        required("send", send);
        if (compile.isAfter(deadline) || deadline.isAfter(send)) {
            throw new IllegalArgumentException("the times are out of order: compile " + compile + ", deadline "
                    + deadline + ", send " + send + " must follow one another");
        }
        within("window", window, Duration.ofHours(1), Duration.ofDays(7));
        within("fresh-for", freshFor, Duration.ofMinutes(1), Duration.ofHours(24));
        if (minimumStories < 1 || minimumStories > 100) {
            throw new IllegalArgumentException("minimum-stories is " + minimumStories + ", but must be 1 to 100");
        }
        weekdays = Set.copyOf(weekdays);
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " is " + value.toMinutes() + " minutes, but must be "
                    + least.toMinutes() + " to " + most.toMinutes() + " minutes");
        }
    }

    public LocalDate date(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    public boolean appearsOn(LocalDate date) {
        return weekdays.contains(date.getDayOfWeek());
    }

    public Instant compileAt(LocalDate date) {
        return at(date, compile);
    }

    public Instant deadlineAt(LocalDate date) {
        return at(date, deadline);
    }

    public Instant sendAt(LocalDate date) {
        return at(date, send);
    }

    /** After this moment the issue of a date is stale and is not sent any more. */
    public Instant staleAt(LocalDate date) {
        return sendAt(date).plus(freshFor);
    }

    /** The next time after {@code now} at which the edition's clock shows {@code time} on a day it appears. */
    public Instant next(LocalTime time, Instant now) {
        LocalDate date = date(now);
        while (!appearsOn(date) || !at(date, time).isAfter(now)) {
            date = date.plusDays(1);
        }
        return at(date, time);
    }

    private Instant at(LocalDate date, LocalTime time) {
        return ZonedDateTime.of(date, time, zone).toInstant();
    }
}
