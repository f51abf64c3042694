package org.dailybriefing.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dailybriefing.feed.parse.FeedEntry;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a feed the entries of its new document are: by guid, else by link. Each item is one entry at most, and what has
 * nothing but its guid or its link in common with an item is news under an old name: some feeds number their items anew, some
 * keep one page for all they have to say.
 */
final class ItemMatching {

    /** An item as it stands in the store, with what may change about it. */
    record KnownItem(
            long id,
            String guid,
            @Nullable String canonicalLink,
            Instant published,
            Map<String, @Nullable Object> columns) {}

    /**
     * @param item that the entry is, null if it is new
     * @param guid that it is to be known by
     * @param canonicalLink that it is to be known by too, null if others may be at that link
     */
    record Match(
            FeedEntry entry,
            @Nullable KnownItem item,
            String guid,
            @Nullable String canonicalLink) {}

    /** A database refuses to index a long text. */
    private static final int LONGEST_LINK = 800;

    private final Map<String, KnownItem> byGuid = new HashMap<>();
    private final Map<String, KnownItem> byLink = new HashMap<>();
    private final Set<KnownItem> taken = new HashSet<>();

    private ItemMatching(List<KnownItem> items) {
        for (KnownItem item : items) {
            byGuid.put(item.guid(), item);
            if (item.canonicalLink() != null) {
                byLink.put(item.canonicalLink(), item);
            }
        }
    }

    /** @param entries with a link each */
    static List<Match> of(List<FeedEntry> entries, List<KnownItem> items) {
        var matching = new ItemMatching(items);
        Map<FeedEntry, KnownItem> found = new HashMap<>();
        for (FeedEntry entry : entries) {
            matching.take(found, entry, matching.byGuid(entry));
        }
        for (FeedEntry entry : entries) {
            if (!found.containsKey(entry)) {
                matching.take(found, entry, matching.byLink(entry));
            }
        }
        Map<String, Long> shares = entries.stream()
                .collect(Collectors.groupingBy(entry -> Objects.requireNonNull(entry.link()), Collectors.counting()));
        var matches = new ArrayList<Match>();
        for (FeedEntry entry : entries) {
            KnownItem item = found.get(entry);
            KnownItem holder = matching.byLink.get(entry.link());
            boolean own = shares.getOrDefault(entry.link(), 0L) == 1
                    && Objects.requireNonNull(entry.link()).length() <= LONGEST_LINK
                    && (holder == null || holder.equals(item));
            matches.add(new Match(entry, item, matching.guid(entry, item), own ? entry.link() : null));
        }
        return matches;
    }

    private void take(Map<FeedEntry, KnownItem> found, FeedEntry entry, @Nullable KnownItem item) {
        if (item != null && taken.add(item)) {
            found.put(entry, item);
        }
    }

    private @Nullable KnownItem byGuid(FeedEntry entry) {
        KnownItem item = byGuid.get(entry.id());
        return item == null || isOther(entry, item) ? byGuid.get(alias(entry)) : item;
    }

    /** Only where something else speaks for it: a page whose news changes every day stays at its link. */
    private @Nullable KnownItem byLink(FeedEntry entry) {
        KnownItem item = byLink.get(entry.link());
        boolean same = item != null
                && (entry.title().equals(item.columns().get("title"))
                        || entry.published() == null
                        || !entry.published().isAfter(item.published()));
        return same ? item : null;
    }

    /** Nothing but the guid is the same, and the date is newer. */
    private static boolean isOther(FeedEntry entry, KnownItem item) {
        return !entry.title().equals(item.columns().get("title"))
                && !Objects.equals(entry.link(), item.columns().get("link"))
                && entry.published() != null
                && entry.published().isAfter(item.published());
    }

    /** The guid itself, unless another item has it. */
    private String guid(FeedEntry entry, @Nullable KnownItem item) {
        KnownItem holder = byGuid.get(entry.id());
        if (holder == null || holder.equals(item)) {
            return entry.id();
        }
        return item == null ? alias(entry) : item.guid();
    }

    /** For an entry whose guid another item has. */
    static String alias(FeedEntry entry) {
        String both = entry.id() + " " + entry.link();
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
