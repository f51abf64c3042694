package org.dailybriefing.subscriber;

import java.time.ZoneId;
import org.dailybriefing.feed.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may set himself. He is anybody who holds a mail of his, so his words are as hostile as a feed's.
 *
 * @param name he is greeted by, at most {@value #LONGEST_NAME} characters on one line; longer ones are cut
 * @param zone in which he reads times; without one it is the edition's
 */
public record Preferences(@Nullable String name, @Nullable ZoneId zone) {

    public static final int LONGEST_NAME = 50;

    public Preferences {
        name = name == null ? null : visible(name);
    }

    /** Without the marks of direction too, which plain text keeps: a name stands in the middle of the mail's own words. */
    static @Nullable String visible(String name) {
        String clean = PlainText.clean(name.replaceAll("[\\u061C\\u200E\\u200F]", ""), LONGEST_NAME);
        return clean.replaceAll("[\\p{Cf}\\p{M}\\s]", "").isEmpty() ? null : clean;
    }
}
