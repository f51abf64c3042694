package org.dailybriefing.feed.parse;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the items of a document apart: by guid, else by link, else by a hash of title and date. A guid that several items with
 * different links share says nothing alone, nor does a link under which there are several titles.
 */
final class Identity {

    /** A database refuses to index a long text. */
    private static final int LONGEST = 500;

    private final Map<String, Set<String>> linksOfGuid = new HashMap<>();
    private final Map<String, Set<String>> titlesOfLink = new HashMap<>();

    private Identity() {}

    /**
     * @param entries with their guid as id, empty where there is none
     * @return the entries with their identity as id, each once, as it was first named
     */
    static List<FeedEntry> assign(List<FeedEntry> entries) {
        var identity = new Identity();
        entries.forEach(identity::count);
        var distinct = new LinkedHashMap<String, FeedEntry>();
        for (FeedEntry entry : entries) {
            String id = indexable(identity.of(entry));
            distinct.putIfAbsent(id, entry.withId(id));
        }
        return List.copyOf(distinct.values());
    }

    private void count(FeedEntry entry) {
        linksOfGuid.computeIfAbsent(entry.id(), guid -> new HashSet<>(2)).add(linkOrTitle(entry));
        if (entry.link() != null) {
            titlesOfLink.computeIfAbsent(entry.link(), l -> new HashSet<>(2)).add(entry.title());
        }
    }

    private static String linkOrTitle(FeedEntry entry) {
        return entry.link() == null ? entry.title() : entry.link();
    }

    private String of(FeedEntry entry) {
        String guid = entry.id();
        @Nullable String link = entry.link();
        if (!guid.isEmpty()) {
            return linksOfGuid.getOrDefault(guid, Set.of()).size() == 1 ? guid : guid + " " + linkOrTitle(entry);
        }
        return link != null && titlesOfLink.getOrDefault(link, Set.of()).size() == 1
                ? link
                : hash(entry.title() + "\n" + entry.published() + "\n"
                        + (entry.title().isEmpty() ? entry.summary() : ""));
    }

    private static String indexable(String id) {
        return id.length() <= LONGEST ? id : hash(id);
    }

    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
