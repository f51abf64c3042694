package org.dailybriefing.feed.date;

import static org.dailybriefing.feed.date.DateTokens.NOWHERE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dailybriefing.feed.date.DateTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the tokens of a date, in whatever order its parts come. Each token must find its place: one that has none,
 * or whose place is taken, means that the text is not understood.
 */
final class LooseDates {

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private final DateTokens tokens;

    private @Nullable LocalDate date;
    private int year = -1;
    private int month;
    private int day;

    private final DateClock clock;
    private final DateZone zone;
    private boolean korean;

    private LooseDates(DateTokens tokens) {
        this.tokens = tokens;
        clock = new DateClock(tokens);
        zone = new DateZone(tokens);
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
        while (i != NOWHERE && i < tokens.size()) {
            i = switch (tokens.at(i).kind()) {
                case NUMBER -> number(i);
                case WORD -> word(i);
                case MARK -> mark(i);
            };
        }
        LocalDate read = date();
        if (i == NOWHERE || read == null || clock.isAwaited()) {
            return null;
        }
        return DateFields.instant(read, clock.second(), clock.nano(), zone.or(korean ? KOREA : ZoneOffset.UTC));
    }

    private @Nullable LocalDate date() {
        if (date != null || year < 0) {
            return date;
        }
        boolean monthOnly = day == 0 && !clock.isSet() && !korean;
        return DateFields.date(year, month, monthOnly ? 1 : day);
    }

    private int number(int i) {
        Token next = tokens.at(i + 1);
        if (tokens.at(i).isNumber(1, 2) && (next.is(":") || next.is("h") && next.glued())) {
            return clock.read(i);
        }
        NumericDates.Found found = hasDatePart() ? null : NumericDates.at(tokens, i);
        if (found != null) {
            date = found.date();
            return date == null ? NOWHERE : i + found.tokens();
        }
        if (date != null) {
            return hour(i);
        }
        return DateNames.is("year", next.text())
                        || DateNames.is("month", next.text())
                        || DateNames.is("day", next.text())
                ? markedPart(i)
                : part(i);
    }

    private boolean hasDatePart() {
        return date != null || year >= 0 || month > 0 || day > 0;
    }

    private int markedPart(int i) {
        Token number = tokens.at(i);
        String unit = tokens.at(i + 1).text();
        // China and Japan write their dates alike, in different zones
        korean |= Character.UnicodeScript.of(unit.codePointAt(0)) == Character.UnicodeScript.HANGUL;
        if (DateNames.is("year", unit) && year < 0 && number.isNumber(4, 4)) {
            year = number.value();
        } else if (DateNames.is("month", unit) && month == 0 && number.isNumber(1, 2)) {
            month = number.value();
        } else if (DateNames.is("day", unit) && day == 0 && number.isNumber(1, 2)) {
            day = number.value();
        } else {
            return NOWHERE;
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
        if (date() == null || clock.isSet() || !number.isNumber(1, 2)) {
            return NOWHERE;
        }
        Token next = tokens.at(i + 1);
        boolean given = (next.is("+") || next.is("-")) && tokens.at(i + 2).isNumber(4, 4)
                || DateClock.isHalf(next)
                || next.isWord() && DateNames.zone(next.text()) != null;
        return given ? clock.set(number.value(), 0, 0, i + 1) : NOWHERE;
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
            clock.await(DateNames.is("pm-before", word));
            return i + 1;
        }
        if (word.equals("t") && date != null && !clock.isSet()) {
            return clock.iso(i + 1);
        }
        boolean idle = DateNames.isWeekday(word) || DateNames.is("fillers", word);
        ZoneId known = DateNames.zone(word);
        boolean place = clock.isSet()
                ? !idle || hasDatePart()
                : !idle && date() != null && (word.length() > 1 || word.equals("z"));
        if (known != null && place) {
            return zone.name(known, word.length() > 1) ? i + 1 : NOWHERE;
        }
        return idle ? i + 1 : NOWHERE;
    }

    private int month(int number, int next) {
        boolean free = date == null && (month == 0 || month == number);
        month = number;
        return free ? next : NOWHERE;
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

    private int mark(int i) {
        Token mark = tokens.at(i);
        Token next = tokens.at(i + 1);
        if ((mark.is("+") || mark.is("-")) && next.isNumber() && next.glued()) {
            return clock.isSet() || date() != null && DateZone.isLong(tokens, i) ? zone.number(i) : NOWHERE;
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
        return passes ? i + 1 : NOWHERE;
    }
}
