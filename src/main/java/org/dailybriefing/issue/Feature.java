package org.dailybriefing.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lead story has beside its deck, all of it from its sources.
 *
 * @param points up to three sentences, each word for word from an outlet
 */
public record Feature(
        @Nullable Picture picture,
        List<Point> points,
        @Nullable Quote quote) {

    /**
     * @param url https, a JPEG or PNG
     * @param width in pixels, as {@code height}
     * @param alt what a reader hears instead of it
     * @param credit who took it, or the outlet that shows it where its feed does not say
     */
    public record Picture(
            String url,
            int width,
            int height,
            String alt,
            @Nullable String caption,
            @Nullable String credit) {}

    /** @param link of the article that it is from */
    public record Point(String text, String outlet, String link) {}

    /**
     * @param text what was said, without quotation marks
     * @param speaker who said it, as the outlet calls him
     */
    public record Quote(String text, String speaker, String outlet, String link) {}
}
