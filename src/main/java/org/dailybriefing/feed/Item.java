package org.dailybriefing.feed;

import java.time.Instant;
import org.dailybriefing.edition.Source.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed, as published, in plain text.
 *
 * @param outlet who wrote it: the feed's source, or whom an aggregator names
 * @param link http or https
 * @param published as the feed says; the time first seen where it says nothing
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
        Instant published) {

    /** Title and summary, what beat, stories and topics read. */
    public String text() {
        return title + " . " + summary;
    }
}
