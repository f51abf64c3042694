package org.dailybriefing.feed.parse;

import org.jspecify.annotations.Nullable;

/**
 * The picture of an item, as its feed tells of it: none of it is proven.
 *
 * @param url http or https
 * @param width in pixels, as {@code height}; 0 = not said
 * @param caption plain text
 * @param credit who took it, plain text
 */
public record Image(
        String url,
        int width,
        int height,
        @Nullable String caption,
        @Nullable String credit) {}
