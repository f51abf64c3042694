package org.dailybriefing.feed.parse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of one item, in plain text.
 *
 * @param id identifies it within its feed: its guid, else its link, else a hash of title and date
 * @param link http or https, without tracking parameters; null if it has none
 * @param source the outlet that an aggregator names
 * @param words of its whole text; 0 where the feed does not carry that
 * @param language IETF tag
 */
public record FeedEntry(
        String id,
        @Nullable String link,
        String title,
        String summary,
        @Nullable String author,
        @Nullable String source,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable Image image,
        int words,
        @Nullable String language,
        List<String> categories) {

    FeedEntry withId(String identity) {
        return new FeedEntry(
                identity, link, title, summary, author, source, published, updated, image, words, language, categories);
    }
}
