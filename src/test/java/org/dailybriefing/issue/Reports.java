package org.dailybriefing.issue;

import java.time.Instant;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;

/** Items for tests, told apart by their number. */
final class Reports {

    private Reports() {}

    static Item item(long id) {
        return item(id, "Outlet " + id, Ownership.PRIVATE, "2026-03-10T07:00:00Z");
    }

    static Item item(long id, String outlet, Ownership ownership, String published) {
        return new Item(
                id,
                outlet,
                "GB",
                ownership,
                "https://outlet.example/" + id,
                "Title " + id,
                "Summary.",
                null,
                Instant.parse(published),
                null,
                0);
    }
}
