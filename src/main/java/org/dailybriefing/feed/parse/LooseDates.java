package org.dailybriefing.feed.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dailybriefing.feed.parse.DateTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the tokens of a date, in whatever order its parts come. Each token must find its place: one that has none,
 * or whose place is taken, means that the text is not understood.
 */
final class LooseDates {

    private static final int FAILED = -1;
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private final DateTokens tokens;

    private @Nullable LocalDate date;
    private int year = -1;
    private int month;
    private int day;

    private int second = -1;
    private int nano;
    private boolean afternoonAhead;
    private boolean morningAhead;

    private @Nullable ZoneId zone;
    private boolean zoneIsNumber;

    /** Whether the zone is a GMT that a number may follow, as in GMT+0300. */
    private boolean open;

    private boolean korean;

    private LooseDates(DateTokens tokens) {
        this.tokens = tokens;
    }

    static @Nullable Instant read(String text) {
        DateTokens tokens = DateTokens.of(text);
        Instant whole = NumericDates.whole(tokens);
        return whole == null ? new LooseDates(separate(tokens)).read() : whole;
    }

    /** 20260131101500 as 20260131T101500. */
    private static DateTokens separate(DateTokens tokens) {
        Token first = tokens.at(0);
        if (!first.isNumber(12, 12) && !first.isNumber(14, 14)) {
            return tokens;
        }
        List<Token> list = new ArrayList<>();
        list.add(Token.number(first.text().substring(0, 8)));
        list.add(new Token(DateTokens.Kind.WORD, "t", true));
        list.add(Token.number(first.text().substring(8)));
        list.addAll(tokens.list().subList(1, tokens.size()));
        return new DateTokens(list, tokens.comment());
    }

    private @Nullable Instant read() {
        int i = 0;
        while (i != FAILED && i < tokens.size()) {
            i = switch (tokens.at(i).kind()) {
                case NUMBER -> number(i);
                case WORD -> word(i);
                case MARK -> mark(i);
            };
        }
        LocalDate read = date();
        if (i == FAILED || read == null || afternoonAhead || morningAhead) {
            return null;
        }
        return DateFields.instant(read, Math.max(second, 0), nano, zone());
    }

    private @Nullable LocalDate date() {
        if (date != null || year < 0) {
            return date;
        }
        boolean monthOnly = day == 0 && second < 0 && !korean;
        return DateFields.date(year, month, monthOnly ? 1 : day);
    }

    /** A text without a zone is in UTC, unless its comment names one or it is Korean. */
    private ZoneId zone() {
        if (zone != null) {
            return zone;
        }
        ZoneId commented = tokens.comment() == null ? null : DateNames.zone(tokens.comment());
        return commented != null ? commented : korean ? KOREA : ZoneOffset.UTC;
    }

    private int number(int i) {
        Token next = tokens.at(i + 1);
        if (tokens.at(i).isNumber(1, 2) && (next.is(":") || next.is("h") && next.glued())) {
            return time(i);
        }
        NumericDates.Found found = hasDatePart() ? null : NumericDates.at(tokens, i);
        if (found != null) {
            date = found.date();
            return date == null ? FAILED : i + found.tokens();
        }
        if (date != null) {
            return hour(i);
        }
        return DateNames.is("year", next.text())
                        || DateNames.is("month", next.text())
                        || DateNames.is("day", next.text())
                ? koreanPart(i)
                : part(i);
    }

    private boolean hasDatePart() {
        return date != null || year >= 0 || month > 0 || day > 0;
    }

    private int koreanPart(int i) {
        Token number = tokens.at(i);
        String unit = tokens.at(i + 1).text();
        korean = true;
        if (DateNames.is("year", unit) && year < 0 && number.isNumber(4, 4)) {
            year = number.value();
        } else if (DateNames.is("month", unit) && month == 0 && number.isNumber(1, 2)) {
            month = number.value();
        } else if (DateNames.is("day", unit) && day == 0 && number.isNumber(1, 2)) {
            day = number.value();
        } else {
            return FAILED;
        }
        return i + 2;
    }

    /** A number beside a month's name: a day or a year. */
    private int part(int i) {
        Token number = tokens.at(i);
        if (number.isNumber(4, 4) && year < 0) {
            year = number.value();
        } else if (number.isNumber(1, 2) && day == 0 && number.value() > 0) {
            day = number.value();
        } else if (number.isNumber(2, 3) && year < 0 && day > 0 && month > 0) {
            year = DateFields.fullYear(number.value(), number.text().length());
        } else {
            return hour(i);
        }
        return i + 1;
    }

    /** An hour without minutes, which only a zone or a half of the day gives away as one. */
    private int hour(int i) {
        Token number = tokens.at(i);
        if (date() == null || second >= 0 || !number.isNumber(1, 2)) {
            return FAILED;
        }
        Token next = tokens.at(i + 1);
        boolean given = (next.is("+") || next.is("-")) && tokens.at(i + 2).isNumber(4, 4)
                || isHalf(next)
                || next.isWord() && DateNames.zone(next.text()) != null;
        return given ? clock(number.value(), 0, 0, i + 1) : FAILED;
    }

    private static boolean isHalf(Token token) {
        return DateNames.is("am", token.text()) || DateNames.is("pm", token.text());
    }

    /** 10:15, 10:15:00.123456789, 10h15, 10h. */
    private int time(int i) {
        int hour = tokens.at(i).value();
        boolean french = tokens.at(i + 1).is("h");
        Token minutes = tokens.at(i + 2);
        if (french && !(minutes.isNumber(2, 2) && minutes.glued())) {
            return clock(hour, 0, 0, i + 2);
        }
        if (!minutes.isNumber(1, 2)) {
            return FAILED;
        }
        int next = i + 3;
        int seconds = 0;
        if (tokens.at(next).is(":") && !french) {
            if (!tokens.at(next + 1).isNumber(1, 2)) {
                return FAILED;
            }
            seconds = tokens.at(next + 1).value();
            next = fraction(next + 2);
        }
        boolean strange = tokens.at(next).is(":")
                || tokens.at(next).is(".")
                        && tokens.at(next + 1).isNumber()
                        && tokens.at(next + 1).glued();
        return strange ? FAILED : clock(hour, minutes.value(), seconds, next);
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

    private int clock(int hour, int minute, int seconds, int next) {
        Token half = tokens.at(next);
        boolean pm = afternoonAhead || DateNames.is("pm", half.text());
        boolean am = morningAhead || DateNames.is("am", half.text());
        boolean contradiction = am && pm || (am || pm) && hour == 0 && pm || am && hour > 12 || second >= 0;
        int full = pm && hour < 12 ? hour + 12 : am && hour == 12 ? 0 : hour;
        second = contradiction ? -1 : DateFields.secondOfDay(full, minute, seconds);
        afternoonAhead = false;
        morningAhead = false;
        return second < 0 ? FAILED : isHalf(half) ? next + 1 : next;
    }

    private int word(int i) {
        String word = tokens.at(i).text();
        String two = word + " " + tokens.at(i + 1).text();
        if (DateNames.month(two) > 0) {
            return month(DateNames.month(two), i + 2);
        }
        int named = DateNames.month(word);
        if (named > 0 && !(DateNames.isWeekday(word) && monthFollows(i + 1))) {
            return month(named, i + 1);
        }
        if (DateNames.is("am-before", word) || DateNames.is("pm-before", word)) {
            korean = true;
            morningAhead |= DateNames.is("am-before", word);
            afternoonAhead |= DateNames.is("pm-before", word);
            return i + 1;
        }
        if (word.equals("t") && date != null && second < 0) {
            return isoTime(i + 1);
        }
        boolean idle = DateNames.isWeekday(word) || DateNames.is("fillers", word);
        ZoneId known = DateNames.zone(word);
        boolean place = second >= 0
                ? !idle || hasDatePart()
                : !idle && date() != null && (word.length() > 1 || word.equals("z"));
        if (known != null && place) {
            return zone(known, word.length() > 1, i + 1);
        }
        return idle ? i + 1 : FAILED;
    }

    private int month(int number, int next) {
        boolean free = date == null && (month == 0 || month == number);
        month = number;
        return free ? next : FAILED;
    }

    /** French mar. is Tuesday and March: it is Tuesday if a month is still to come. */
    private boolean monthFollows(int start) {
        for (int i = start; i < tokens.size(); i++) {
            boolean numeric = tokens.at(i).isNumber() && NumericDates.at(tokens, i) != null;
            if (numeric || DateNames.month(tokens.at(i).text()) > 0) {
                return true;
            }
        }
        return false;
    }

    /** What follows the T of ISO 8601: 101500, 1015, 10; hours with colons come as everywhere. */
    private int isoTime(int i) {
        Token digits = tokens.at(i);
        if (!digits.isNumber(1, 6) || tokens.at(i + 1).is(":")) {
            return digits.isNumber(1, 2) ? i : FAILED;
        }
        if (digits.text().length() % 2 != 0) {
            return FAILED;
        }
        String text = (digits.text() + "0000").substring(0, 6);
        int next = digits.isNumber(6, 6) ? fraction(i + 1) : i + 1;
        return clock(
                Integer.parseInt(text.substring(0, 2)),
                Integer.parseInt(text.substring(2, 4)),
                Integer.parseInt(text.substring(4)),
                next);
    }

    private int zone(ZoneId named, boolean abbreviation, int next) {
        boolean utc = abbreviation && named.equals(ZoneOffset.UTC);
        boolean ignored = zoneIsNumber && !utc;
        if (zone != null && !ignored && !zone.equals(named)) {
            return FAILED;
        }
        open |= zone == null && utc;
        zone = zone == null ? named : zone;
        return next;
    }

    private int mark(int i) {
        Token mark = tokens.at(i);
        Token next = tokens.at(i + 1);
        if ((mark.is("+") || mark.is("-")) && next.isNumber() && next.glued()) {
            return offset(i);
        }
        boolean nameless = tokens.at(i - 1).isWord() && next.isWord();
        boolean passes = switch (mark.text()) {
            case ",", "،", ";" -> true;
            case "." -> i > 0 && mark.glued() && !(tokens.at(i - 1).isNumber(3, 3));
            case "-" -> nameless || !mark.glued() && !next.glued();
            case "|", "·", "•" -> !mark.glued() && !next.glued();
            case "/" -> nameless;
            default -> false;
        };
        return passes ? i + 1 : FAILED;
    }

    /** +03:00, +0300, -700, +3; a date without a time bears the long forms only, since the others may be something else. */
    private int offset(int i) {
        Token digits = tokens.at(i + 1);
        boolean colon = tokens.at(i + 2).is(":") && tokens.at(i + 2).glued();
        boolean plain = second >= 0
                || date() != null
                        && (digits.isNumber(4, 4) || colon && tokens.at(i).glued());
        if (!plain
                || !digits.isNumber(1, colon ? 2 : 4)
                || colon && !tokens.at(i + 3).isNumber(2, 2)) {
            return FAILED;
        }
        boolean hoursOnly = digits.isNumber(1, 2);
        int hours = hoursOnly ? digits.value() : digits.value() / 100;
        int minutes = colon ? tokens.at(i + 3).value() : hoursOnly ? 0 : digits.value() % 100;
        ZoneOffset offset = DateFields.offset(tokens.at(i).is("-") ? -1 : 1, hours, minutes);
        boolean fits = zone == null || open || zone.equals(offset);
        if (offset == null || !fits) {
            return FAILED;
        }
        open = false;
        zone = offset;
        zoneIsNumber = true;
        return i + (colon ? 4 : 2);
    }
}
