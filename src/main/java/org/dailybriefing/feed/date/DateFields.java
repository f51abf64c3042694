package org.dailybriefing.feed.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The one place where numbers become a moment: what is out of range makes none, and nothing rolls over. */
final class DateFields {

    static final int FIRST_YEAR = 1970;
    static final int LAST_YEAR = 2200;

    private DateFields() {}

    /** @return null if the year is not 1970 to 2200, or there is no such day */
    static @Nullable LocalDate date(int year, int month, int day) {
        boolean exists = year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(Year.isLeap(year));
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /**
     * Seconds since midnight. 24:00 is the midnight that follows (ISO 8601), and a leap second, :60, the second that follows
     * (POSIX).
     *
     * @return -1 if there is no such time
     */
    static int secondOfDay(int hour, int minute, int second) {
        if (hour == 24 && minute == 0 && second == 0) {
            return 86_400;
        }
        return hour < 24 && minute < 60 && second <= 60 ? hour * 3600 + minute * 60 + second : -1;
    }

    /** @param sign 1 or -1 */
    static @Nullable ZoneOffset offset(int sign, int hours, int minutes) {
        return hours < 18 && minutes < 60 ? ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60)) : null;
    }

    static Instant instant(LocalDate date, int secondOfDay, int nano, ZoneId zone) {
        long local = date.toEpochDay() * 86_400 + secondOfDay;
        ZoneOffset offset = zone instanceof ZoneOffset fixed
                ? fixed
                : zone.getRules().getOffset(LocalDateTime.ofEpochSecond(local, nano, ZoneOffset.UTC));
        return Instant.ofEpochSecond(local - offset.getTotalSeconds(), nano);
    }

    /** Two digits as RFC 5322 §4.3 reads them: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999; three digits count from 1900. */
    static int fullYear(int value, int digits) {
        return switch (digits) {
            case 2 -> value < 50 ? 2000 + value : 1900 + value;
            case 3 -> 1900 + value;
            default -> value;
        };
    }
}
