package org.dailybriefing.feed.date;

import static org.dailybriefing.feed.date.DateTokens.NOWHERE;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.dailybriefing.feed.date.DateTokens.Token;
import org.jspecify.annotations.Nullable;

/** The time zone of a date text: a name, a number, or both in agreement. */
final class DateZone {

    private final DateTokens tokens;
    private @Nullable ZoneId zone;
    private boolean isNumber;

    /** Whether the zone is a GMT that a number may follow, as in GMT+0300. */
    private boolean open;

    DateZone(DateTokens tokens) {
        this.tokens = tokens;
    }

    /** The zone, else that of the comment, else {@code otherwise}. */
    ZoneId or(ZoneId otherwise) {
        if (zone != null) {
            return zone;
        }
        ZoneId commented = tokens.comment() == null ? null : DateNames.zone(tokens.comment());
        return commented == null ? otherwise : commented;
    }

    /**
     * A number before or after an abbreviation wins, unless that is GMT: several zones share one abbreviation.
     *
     * @param abbreviation as GMT is, and Z is not
     * @return whether it agrees with what came before
     */
    boolean name(ZoneId named, boolean abbreviation) {
        boolean gmt = abbreviation && named.equals(ZoneOffset.UTC);
        if (zone == null) {
            zone = named;
            open = gmt;
            return true;
        }
        return zone.equals(named) || isNumber && !gmt;
    }

    /** +0300 and a glued +03:00 can be nothing but an offset, even where no time stands before them. */
    static boolean isLong(DateTokens tokens, int i) {
        boolean colon = tokens.at(i + 2).is(":");
        return tokens.at(i + 1).isNumber(4, 4) || colon && tokens.at(i).glued();
    }

    /** +03:00, +0300, -700, +3. */
    int number(int i) {
        Token digits = tokens.at(i + 1);
        boolean colon = tokens.at(i + 2).is(":");
        if (!digits.isNumber(1, colon ? 2 : 4) || colon && !tokens.at(i + 3).isNumber(2, 2)) {
            return NOWHERE;
        }
        boolean hoursOnly = digits.isNumber(1, 2);
        int hours = hoursOnly ? digits.value() : digits.value() / 100;
        int minutes = colon ? tokens.at(i + 3).value() : hoursOnly ? 0 : digits.value() % 100;
        ZoneOffset offset = DateFields.offset(tokens.at(i).is("-") ? -1 : 1, hours, minutes);
        boolean fits = zone == null || open || zone.equals(offset);
        if (offset == null || !fits) {
            return NOWHERE;
        }
        open = false;
        zone = offset;
        isNumber = true;
        return i + (colon ? 4 : 2);
    }
}
