package org.dailybriefing.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;

/**
 * The items that report one event.
 *
 * @param lead the item that represents it
 * @param items all of them with the lead, oldest first
 */
public record Story(Item lead, List<Item> items) {

    /** One item an outlet, the lead's first, then by time. */
    public List<Item> byOutlet() {
        var seen = new HashSet<String>();
        return Stream.concat(Stream.of(lead), items.stream())
                .filter(item -> seen.add(item.outlet()))
                .toList();
    }

    /** Whose words to take first: reports before live blogs and opinions, outlets that no state owns first, then the lead. */
    Stream<Item> voices() {
        return Stream.concat(Stream.of(lead), items.stream())
                .sorted(Comparator.comparing((Item item) -> Genre.of(item) != Genre.REPORT)
                        .thenComparing(item -> item.ownership() == Ownership.STATE));
    }

    /** Whether its lead tells news, rather than an opinion, a live blog or a round-up. */
    public boolean isReport() {
        return Genre.of(lead) == Genre.REPORT;
    }

    /** What readers are told: said of nobody whose owner is unknown. */
    public boolean stateOnly() {
        return items.stream().allMatch(item -> item.ownership() == Ownership.STATE);
    }

    public Instant updated() {
        return items.stream()
                .map(Item::published)
                .max(Comparator.naturalOrder())
                .orElse(lead.published());
    }
}
