package org.dailybriefing.feed.text;

import java.util.regex.Pattern;

/** What feeds put behind a summary that is not part of it: an ellipsis, an invitation to read on, who submitted the link. */
public final class Trailer {

    private static final Pattern TRAILER = Pattern.compile(
            "\\s*(\\[?(…|\\.\\.\\.)\\]?|Continue [Rr]eading.*|Read ([Mm]ore|the full story|full article).*|READ MORE.*|"
                    + "The post .{1,200} appeared first on .*|submitted by\\s+/u/.*)$");

    private Trailer() {}

    /** @return the summary without it */
    public static String cut(String summary) {
        return TRAILER.matcher(summary.strip()).replaceFirst("");
    }
}
