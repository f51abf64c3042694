package org.dailybriefing.feed.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The two ways in which nearly all feeds write dates, character by character, because a feed has a hundred of them:
 * {@code Sat, 31 Jan 2026 10:15:00 GMT} and {@code 2026-01-31T10:15:00.123Z}. Whatever differs in the least is left to
 * {@link LooseDates}.
 */
final class CommonDates {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String WEEKDAYS = "MonTueWedThuFriSatSun";

    private CommonDates() {}

    /** @return null if the text is not written in one of the two ways, or the date does not exist */
    static @Nullable Instant read(String text) {
        if (text.length() < 19) {
            return null;
        }
        return text.charAt(4) == '-' ? rfc3339(text) : rfc5322(text);
    }

    private static @Nullable Instant rfc3339(String text) {
        boolean separated = text.charAt(7) == '-' && text.charAt(10) == 'T';
        int second = clock(text, 11);
        LocalDate date = date(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
        if (!separated || second < 0 || date == null) {
            return null;
        }
        int zone = 19;
        int nano = 0;
        if (zone < text.length() && text.charAt(zone) == '.') {
            zone++;
            int unit = 100_000_000;
            while (zone < text.length() && isDigit(text.charAt(zone))) {
                nano += (text.charAt(zone) - '0') * unit;
                unit /= 10;
                zone++;
            }
        }
        boolean zulu = zone == text.length() - 1 && text.charAt(zone) == 'Z';
        ZoneOffset offset = zulu ? ZoneOffset.UTC : offset(text, zone);
        return offset == null ? null : DateFields.instant(date, second, nano, offset);
    }

    private static @Nullable Instant rfc5322(String text) {
        int day = 0;
        if (text.charAt(3) == ',' && text.charAt(4) == ' ') {
            if (name(WEEKDAYS, text, 0) < 0) {
                return null;
            }
            day = 5;
        }
        int month = text.charAt(day + 1) == ' ' ? day + 2 : day + 3;
        int zone = month + 18;
        if (text.length() < zone + 1
                || text.charAt(month - 1) != ' '
                || text.charAt(month + 3) != ' '
                || text.charAt(month + 8) != ' '
                || text.charAt(zone - 1) != ' ') {
            return null;
        }
        int second = clock(text, month + 9);
        LocalDate date =
                date(number(text, month + 4, 4), name(MONTHS, text, month) + 1, number(text, day, month - 1 - day));
        boolean greenwich = text.length() == zone + 3 && (text.startsWith("GMT", zone) || text.startsWith("UTC", zone));
        ZoneOffset offset = greenwich ? ZoneOffset.UTC : offset(text, zone);
        return second < 0 || date == null || offset == null ? null : DateFields.instant(date, second, 0, offset);
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        return year < 0 || month < 0 || day < 0 ? null : DateFields.date(year, month, day);
    }

    /** @return second of the day of hh:mm:ss; -1 if that is not what stands there */
    private static int clock(String text, int at) {
        int hour = number(text, at, 2);
        int minute = number(text, at + 3, 2);
        int second = number(text, at + 6, 2);
        boolean written =
                hour >= 0 && minute >= 0 && second >= 0 && text.charAt(at + 2) == ':' && text.charAt(at + 5) == ':';
        return written ? DateFields.secondOfDay(hour, minute, second) : -1;
    }

    /** +hhmm or +hh:mm up to the end of the text. */
    private static @Nullable ZoneOffset offset(String text, int at) {
        int length = text.length() - at;
        boolean colon = length == 6 && text.charAt(at + 3) == ':';
        if (length != 5 && !colon) {
            return null;
        }
        int sign = text.charAt(at) == '+' ? 1 : text.charAt(at) == '-' ? -1 : 0;
        int hours = number(text, at + 1, 2);
        int minutes = number(text, colon ? at + 4 : at + 3, 2);
        return sign == 0 || hours < 0 || minutes < 0 ? null : DateFields.offset(sign, hours, minutes);
    }

    /** @return -1 if one of the characters is no digit or the text ends before */
    private static int number(String text, int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            if (i >= text.length() || !isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int name(String names, String text, int at) {
        for (int i = 0; i < names.length(); i += 3) {
            if (text.regionMatches(at, names, i, 3)) {
                return i / 3;
            }
        }
        return -1;
    }
}
