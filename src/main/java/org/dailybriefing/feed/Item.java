package org.dailybriefing.feed;

import java.time.Instant;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.parse.Image;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed, as published, in plain text.
 *
 * @param outlet who wrote it: the feed's source, or whom an aggregator names
 * @param link http or https
 * @param published as the feed says; the time first seen where it says nothing
 * @param words of the whole article; 0 where its feed does not carry it
 */
public record Item(
        long id,
        String outlet,
        String country,
        Ownership ownership,
        String link,
        String title,
        String summary,
        @Nullable String author,
        Instant published,
        @Nullable Image image,
        int words) {

    /** Title and summary, what beat, stories and topics read. */
    public String text() {
        return title + " . " + summary;
    }
}
