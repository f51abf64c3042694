package org.dailybriefing.feed.date;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of feeds, as their programs really write them: RFC 822, 1123 and 5322 (§3.3 and the obsolete forms of
 * §4.3), RFC 850, asctime, RFC 3339, W3C-DTF, ISO 8601, and what people write in a dozen languages. A date that is not
 * understood to its last character is none: no date is better than a wrong one.
 *
 * <ul>
 *   <li>Nothing rolls over: 31 February, a 13th month, 25:00 are no dates. 24:00 is the end of the day, :60 a leap second.
 *   <li>Years are 1970 to 2200. Two digits are 2000 to 2049 and 1950 to 1999, three digits count from 1900 (RFC 5322 §4.3).
 *       A day without a year is no date; 2026, 2026-01 and January 2026 are their first day.
 *   <li>31.01.2026 and 31-01-2026 have the day first; 01/31/2026 has the month first, unless the first number is above 12;
 *       26-01-31 has the year first (ISO 8601:2000), as has 2026 wherever it stands in front.
 *   <li>The weekday is not looked at, and may be wrong.
 *   <li>Without a zone a time is in UTC, a Korean one in Korea's. Abbreviations that several zones share mean what they mean in
 *       mail: EST, CST, MST, PST and AST in North America, BST in Britain, IST in India. Military letters are UTC (RFC 5322
 *       §4.3). A zone that is not known makes no date; a number beside an abbreviation wins.
 *   <li>Comments in parentheses do not count, unless they hold the only zone (RFC 5322 §3.2.2).
 *   <li>Fractions keep nine digits. Ten digits alone that begin with 1 are Unix seconds, thirteen are milliseconds.
 * </ul>
 */
public final class DateReader {

    private static final int LONGEST = 100;

    private DateReader() {}

    /** @return null if the text is no date, or none that is understood without doubt */
    public static @Nullable Instant read(@Nullable String text) {
        String date = text == null ? "" : text.strip();
        if (date.length() > LONGEST) {
            return null;
        }
        Instant common = CommonDates.read(date);
        return common == null ? LooseDates.read(date) : common;
    }
}
