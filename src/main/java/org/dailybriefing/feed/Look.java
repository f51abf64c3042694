package org.dailybriefing.feed;

import org.dailybriefing.feed.fetch.PictureSize;
import org.jspecify.annotations.Nullable;

/**
 * What was found when a picture was looked at.
 *
 * @param width in pixels, as {@code height}; 0 where it could not be told
 * @param problem why it cannot be printed, a sentence without its subject; null if it can
 */
public record Look(
        String url, int width, int height, @Nullable String problem) {

    private static final int NARROWEST = 400;
    private static final int LOWEST = 200;
    /** Of either side: a bomb, or too much for a mail. */
    private static final int LONGEST = 10_000;
    /** A banner. */
    private static final int FLATTEST = 3;

    /** Judges a picture that could be had. */
    public static Look of(String url, PictureSize size) {
        return new Look(url, size.width(), size.height(), problem(size.width(), size.height()));
    }

    private static @Nullable String problem(int width, int height) {
        String size = width + " x " + height + " pixels";
        if (width > LONGEST || height > LONGEST) {
            return "claims to have " + size;
        }
        if (width < NARROWEST || height < LOWEST) {
            return "has only " + size;
        }
        if (width < height) {
            return "is higher than it is wide: " + size;
        }
        return width > FLATTEST * height ? "is too flat: " + size : null;
    }

    /** Whether a mail may show it. */
    public boolean isPrintable() {
        return problem == null;
    }
}
