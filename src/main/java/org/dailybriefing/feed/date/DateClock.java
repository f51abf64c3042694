package org.dailybriefing.feed.date;

import static org.dailybriefing.feed.date.DateTokens.NOWHERE;

import org.dailybriefing.feed.date.DateTokens.Token;

/** The time of day in a date text, with its AM or PM; each method returns the index of the token after it. */
final class DateClock {

    private final DateTokens tokens;
    private int second = -1;
    private int nano;
    private boolean afternoonAhead;
    private boolean morningAhead;

    DateClock(DateTokens tokens) {
        this.tokens = tokens;
    }

    boolean isSet() {
        return second >= 0;
    }

    /** Whether an AM or PM stands before a time that did not come. */
    boolean isAwaited() {
        return afternoonAhead || morningAhead;
    }

    /** Seconds since midnight, 0 if the text has no time. */
    int second() {
        return Math.max(second, 0);
    }

    int nano() {
        return nano;
    }

    /** Korean has AM and PM before the time. */
    void await(boolean afternoon) {
        afternoonAhead |= afternoon;
        morningAhead |= !afternoon;
    }

    static boolean isHalf(Token token) {
        return DateNames.is("am", token.text()) || DateNames.is("pm", token.text());
    }

    /** 10:15, 10:15:00.123456789, 10h15, 10h. */
    int read(int i) {
        int hour = tokens.at(i).value();
        boolean french = tokens.at(i + 1).is("h");
        Token minutes = tokens.at(i + 2);
        if (french && !(minutes.isNumber(2, 2) && minutes.glued())) {
            return set(hour, 0, 0, i + 2);
        }
        if (!minutes.isNumber(1, 2)) {
            return NOWHERE;
        }
        int next = i + 3;
        int seconds = 0;
        if (tokens.at(next).is(":") && !french) {
            if (!tokens.at(next + 1).isNumber(1, 2)) {
                return NOWHERE;
            }
            seconds = tokens.at(next + 1).value();
            next = fraction(next + 2);
        }
        boolean strange = tokens.at(next).is(":")
                || tokens.at(next).is(".")
                        && tokens.at(next + 1).isNumber()
                        && tokens.at(next + 1).glued();
        return strange ? NOWHERE : set(hour, minutes.value(), seconds, next);
    }

    /** Nine digits are kept, the rest is cut off. */
    private int fraction(int i) {
        Token digits = tokens.at(i + 1);
        boolean point = tokens.at(i).is(".") || tokens.at(i).is(",");
        if (!point || !tokens.at(i).glued() || !digits.isNumber() || !digits.glued()) {
            return i;
        }
        nano = Integer.parseInt((digits.text() + "000000000").substring(0, 9));
        return i + 2;
    }

    int set(int hour, int minute, int seconds, int next) {
        Token half = tokens.at(next);
        boolean pm = afternoonAhead || DateNames.is("pm", half.text());
        boolean am = morningAhead || DateNames.is("am", half.text());
        boolean contradiction = am && pm || pm && hour == 0 || am && hour > 12 || isSet();
        int full = pm && hour < 12 ? hour + 12 : am && hour == 12 ? 0 : hour;
        second = contradiction ? -1 : DateFields.secondOfDay(full, minute, seconds);
        afternoonAhead = false;
        morningAhead = false;
        return second < 0 ? NOWHERE : isHalf(half) ? next + 1 : next;
    }

    /** What follows the T of ISO 8601: 101500, 1015, 10; hours with colons come as everywhere. */
    int iso(int i) {
        Token digits = tokens.at(i);
        if (!digits.isNumber(1, 6) || tokens.at(i + 1).is(":")) {
            return digits.isNumber(1, 2) ? i : NOWHERE;
        }
        if (digits.text().length() % 2 != 0) {
            return NOWHERE;
        }
        String text = (digits.text() + "0000").substring(0, 6);
        int next = digits.isNumber(6, 6) ? fraction(i + 1) : i + 1;
        return set(
                Integer.parseInt(text.substring(0, 2)),
                Integer.parseInt(text.substring(2, 4)),
                Integer.parseInt(text.substring(4)),
                next);
    }
}
