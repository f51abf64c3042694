package org.dailybriefing.feed.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import org.dailybriefing.feed.date.DateTokens.Token;
import org.jspecify.annotations.Nullable;

/** Dates in which all is numbers, but for a month's name between two dashes: ISO 8601, dots, slashes, compact forms. */
final class NumericDates {

    /** @param date null if the numbers stand as in a date, but there is no such day */
    record Found(@Nullable LocalDate date, int tokens) {}

    private NumericDates() {}

    /** A text that is nothing but one figure: a Unix time, a compact or truncated ISO 8601 date, a year, a month of a year. */
    static @Nullable Instant whole(DateTokens tokens) {
        Token first = tokens.at(0);
        Token second = tokens.at(1);
        if (tokens.size() == 1 && first.isNumber()) {
            return number(first.text());
        }
        if (tokens.size() == 2 && first.is("-") && second.isNumber(4, 4)) {
            return midnight(2000 + second.value() / 100, second.value() % 100, 1);
        }
        if (tokens.size() == 4 && first.is("-") && tokens.at(2).is("-")) {
            Token month = tokens.at(3);
            return second.isNumber(2, 2) && month.isNumber(2, 2)
                    ? midnight(2000 + second.value(), month.value(), 1)
                    : null;
        }
        boolean yearAndMonth = tokens.size() == 3
                && first.isNumber(4, 4)
                && second.is("-")
                && tokens.at(2).isNumber(2, 2);
        return yearAndMonth ? midnight(first.value(), tokens.at(2).value(), 1) : null;
    }

    private static @Nullable Instant number(String digits) {
        return switch (digits.length()) {
            case 4 -> midnight(Integer.parseInt(digits), 1, 1);
            case 5 -> midnight(ordinal(year(digits, 2), tail(digits, 2)));
            case 6 -> midnight(year(digits, 2), tail(digits, 2) / 100, tail(digits, 2) % 100);
            case 7 -> midnight(ordinal(year(digits, 4), tail(digits, 4)));
            // from 2001 to 2033; what begins with 2 may be a date and an hour
            case 10 -> digits.charAt(0) == '1' ? Instant.ofEpochSecond(Long.parseLong(digits)) : null;
            case 13 -> digits.charAt(0) == '1' ? Instant.ofEpochMilli(Long.parseLong(digits)) : null;
            default -> null;
        };
    }

    private static int year(String digits, int length) {
        return DateFields.fullYear(Integer.parseInt(digits.substring(0, length)), length);
    }

    private static int tail(String digits, int start) {
        return Integer.parseInt(digits.substring(start));
    }

    private static @Nullable Instant midnight(int year, int month, int day) {
        return midnight(DateFields.date(year, month, day));
    }

    private static @Nullable Instant midnight(@Nullable LocalDate date) {
        return date == null ? null : date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** @return null if what begins at {@code i} is not written as one of these dates */
    static @Nullable Found at(DateTokens tokens, int i) {
        Token first = tokens.at(i);
        if (first.isNumber(8, 8)) {
            return new Found(compact(first.value()), 1);
        }
        Token mark = tokens.at(i + 1);
        Token middle = tokens.at(i + 2);
        Token again = tokens.at(i + 3);
        Token last = tokens.at(i + 4);
        if (!first.isNumber(1, 4)) {
            return null;
        }
        if (mark.is("w") || mark.is("-") && middle.is("w")) {
            return week(tokens, i, mark.is("w") ? i + 2 : i + 3);
        }
        boolean triple = mark.is(again.text())
                && (mark.is(".") || mark.is("-") || mark.is("/"))
                && mark.glued()
                && again.glued()
                && (mark.is(".") || middle.glued() && last.glued())
                && last.isNumber(1, 4);
        if (triple && middle.isNumber(1, 3)) {
            return new Found(numbers(first, mark.text(), middle, last), 5);
        }
        if (triple && middle.isWord() && !mark.is(".")) {
            return new Found(named(first, DateNames.month(middle.text()), last), 5);
        }
        boolean ordinal = mark.is("-") && mark.glued() && middle.glued() && middle.isNumber(3, 3);
        return ordinal && (first.isNumber(2, 2) || first.isNumber(4, 4))
                ? new Found(ordinal(year(first.text(), first.text().length()), middle.value()), 3)
                : null;
    }

    private static @Nullable LocalDate compact(int figure) {
        return DateFields.date(figure / 10_000, figure / 100 % 100, figure % 100);
    }

    private static @Nullable LocalDate ordinal(int year, int day) {
        boolean exists = DateFields.date(year, 1, 1) != null
                && day >= 1
                && day <= Year.of(year).length();
        return exists ? LocalDate.ofYearDay(year, day) : null;
    }

    /** 2003-W52-3 and 2003W523. */
    private static Found week(DateTokens tokens, int start, int i) {
        Token year = tokens.at(start);
        Token number = tokens.at(i);
        boolean dashed = number.isNumber(2, 2)
                && tokens.at(i + 1).is("-")
                && tokens.at(i + 2).isNumber(1, 1);
        if (!year.isNumber(4, 4) || !dashed && !number.isNumber(3, 3)) {
            return new Found(null, 0);
        }
        int week = dashed ? number.value() : number.value() / 10;
        int day = dashed ? tokens.at(i + 2).value() : number.value() % 10;
        return new Found(weekDate(year.value(), week, day), i + (dashed ? 3 : 1) - start);
    }

    private static @Nullable LocalDate weekDate(int year, int week, int day) {
        LocalDate midyear = DateFields.date(year, 7, 1);
        boolean exists = midyear != null
                && day >= 1
                && day <= 7
                && IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(midyear).isValidValue(week);
        return midyear == null || !exists
                ? null
                : midyear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(ChronoField.DAY_OF_WEEK, day);
    }

    private static @Nullable LocalDate numbers(Token first, String mark, Token middle, Token last) {
        int a = first.value();
        int b = middle.value();
        if (middle.isNumber(3, 3) && !(first.isNumber(4, 4) && mark.equals("-") && b <= 12)) {
            // 2003-012-31 is known from Google, and nothing else of that kind
            return null;
        }
        if (first.isNumber(4, 4)) {
            return last.isNumber(1, 2) ? DateFields.date(a, b, last.value()) : null;
        }
        boolean yearFirst = mark.equals("-") && first.isNumber(2, 2) && last.isNumber(1, 2);
        if (yearFirst) {
            return DateFields.date(year(first.text(), 2), b, last.value());
        }
        if (!first.isNumber(1, 2) || !last.isNumber(2, 2) && !last.isNumber(4, 4)) {
            return null;
        }
        int year = year(last.text(), last.text().length());
        boolean monthFirst = mark.equals("/") && a <= 12;
        return monthFirst ? DateFields.date(year, a, b) : DateFields.date(year, b, a);
    }

    private static @Nullable LocalDate named(Token first, int month, Token last) {
        if (first.isNumber(4, 4)) {
            return last.isNumber(1, 2) ? DateFields.date(first.value(), month, last.value()) : null;
        }
        boolean dayFirst = first.isNumber(1, 2) && (last.isNumber(2, 2) || last.isNumber(4, 4));
        return dayFirst ? DateFields.date(year(last.text(), last.text().length()), month, first.value()) : null;
    }
}
