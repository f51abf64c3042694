package org.dailybriefing.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of one item, cleaned to plain text.
 *
 * @param guid identifies it within its feed
 * @param outlet whom an aggregator names as the author's house
 */
record FeedEntry(
        String guid,
        String link,
        String title,
        String summary,
        @Nullable String author,
        @Nullable String outlet,
        @Nullable Instant published) {}
