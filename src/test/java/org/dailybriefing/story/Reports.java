package org.dailybriefing.story;

import java.time.Instant;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;

/** Items for tests, of the outlet and the hour that a test gives. */
final class Reports {

    private Reports() {}

    static Item of(String outlet, String published, String title, String summary) {
        return of(outlet, published, title, summary, Ownership.PRIVATE, "https://news.example/world/");
    }

    static Item of(String outlet, String published, String title, String summary, Ownership ownership, String folder) {
        return new Item(
                0,
                outlet,
                "GB",
                ownership,
                folder + outlet + "/" + published,
                title,
                summary,
                null,
                Instant.parse(published),
                null,
                0);
    }
}
