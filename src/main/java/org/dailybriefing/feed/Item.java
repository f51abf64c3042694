package org.dailybriefing.feed;

import java.time.Instant;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.parse.Image;
import org.dailybriefing.feed.text.Trailer;
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

    /** The summary without what its feed puts behind every item. */
    public String body() {
        return Trailer.cut(summary);
    }

    /** Title and body, what beat, stories and topics read. */
    public String text() {
        return title + " . " + body();
    }
}
