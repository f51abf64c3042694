package org.dailybriefing.story;

import java.util.regex.Pattern;

/** The place, day and agency that a report begins with: "KYIV, Jan 2 (Agency) – ". They stand before its first sentence. */
final class Dateline {

    private static final String PLACE = "\\p{Lu}[\\p{Lu} .'’/-]{2,40}";
    private static final String REGION_OR_DAY = "(, [\\p{L}\\p{N}.]{1,20}( [\\p{L}\\p{N}]{1,15})?){0,2}";
    private static final String DASH = " ?(--|[–—]) ?";
    private static final String AGENCY = " ?\\([^)]{2,40}\\)(" + DASH + "| - )";

    private static final Pattern START = Pattern.compile("^("
            // KYIV – , KYIV, Ukraine (Agency) -- , ABUJA, Nigeria—
            + PLACE + REGION_OR_DAY + "(" + DASH + "|" + AGENCY + ")"
            // Kyiv (Agency) -
            + "|\\p{Lu}[\\p{L} .,'’-]{1,40}" + AGENCY
            // MOSCOW, January 3. /AGENCY/.
            + "|" + PLACE + REGION_OR_DAY + "\\.? /[\\p{Lu} .]{2,20}/\\.? (- )?"
            // GENEVA.
            + "|\\p{Lu}{4,20}\\. "
            + ")(?=[\\p{Lu}\\p{N}“\"«„‘'])");

    private Dateline() {}

    /** The report from its first sentence on. */
    static String cut(String report) {
        return START.matcher(report).replaceFirst("");
    }
}
