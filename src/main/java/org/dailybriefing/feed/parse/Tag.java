package org.dailybriefing.feed.parse;

import static org.dailybriefing.feed.parse.Space.ATOM;
import static org.dailybriefing.feed.parse.Space.CONTENT;
import static org.dailybriefing.feed.parse.Space.CORE;
import static org.dailybriefing.feed.parse.Space.DUBLIN_CORE;
import static org.dailybriefing.feed.parse.Space.FEEDBURNER;
import static org.dailybriefing.feed.parse.Space.ITUNES;
import static org.dailybriefing.feed.parse.Space.MEDIA;
import static org.dailybriefing.feed.parse.Space.SYNDICATION;
import static org.dailybriefing.feed.parse.Space.XHTML;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The elements that are read, whatever the dialects call them. Where several say the same, the one named first in a list goes
 * before the others.
 */
enum Tag {
    CHANNEL,
    ITEM,
    TITLE,
    LINK,
    ORIGINAL_LINK,
    ID,
    SUMMARY,
    BODY,
    AUTHOR,
    PERSON_NAME,
    PERSON_MAIL,
    PUBLISHED,
    UPDATED,
    CATEGORY,
    SOURCE,
    LANGUAGE,
    IMAGE,
    IMAGE_URL,
    ENCLOSURE,
    PICTURE,
    THUMBNAIL,
    PICTURE_GROUP,
    CAPTION,
    CREDIT,
    TIME_TO_LIVE,
    PERIOD,
    FREQUENCY,
    SKIP,
    SKIP_HOUR,
    SKIP_DAY;

    /**
     * An element's meaning.
     *
     * @param rank 0 for the name that goes before all others
     */
    record Meaning(Tag tag, int rank) {}

    private static final Map<Space, Map<String, Meaning>> MEANINGS = new EnumMap<>(Space.class);

    static {
        core(CHANNEL, "channel", "items");
        core(ITEM, "item", "entry");
        core(TITLE, "title");
        add(DUBLIN_CORE, TITLE, 1, "title");
        add(MEDIA, TITLE, 2, "title");
        core(LINK, "link");
        core(ID, "guid", "id");
        add(FEEDBURNER, ORIGINAL_LINK, 0, "origLink");
        core(SUMMARY, "description", "summary", "abstract");
        add(DUBLIN_CORE, SUMMARY, 3, "description");
        add(ITUNES, SUMMARY, 4, "summary", "subtitle");
        add(MEDIA, CAPTION, 0, "description", "text");
        core(BODY, "content", "fulltext", "body");
        add(CONTENT, BODY, 0, "encoded");
        add(XHTML, BODY, 1, "body", "div");
        core(AUTHOR, "author");
        add(DUBLIN_CORE, AUTHOR, 0, "creator");
        add(ITUNES, AUTHOR, 1, "author");
        core(PERSON_NAME, "name");
        core(PERSON_MAIL, "email");
        core(PUBLISHED, "pubDate", "published", "issued", "created", "lastmod", "date");
        add(DUBLIN_CORE, PUBLISHED, 6, "date", "issued", "created", "available");
        core(UPDATED, "updated", "modified");
        add(DUBLIN_CORE, UPDATED, 2, "modified");
        core(CATEGORY, "category");
        add(DUBLIN_CORE, CATEGORY, 0, "subject");
        core(SOURCE, "source");
        core(LANGUAGE, "language");
        add(DUBLIN_CORE, LANGUAGE, 1, "language");
        core(IMAGE, "image");
        add(ITUNES, IMAGE, 1, "image");
        core(IMAGE_URL, "url");
        core(ENCLOSURE, "enclosure");
        add(MEDIA, PICTURE, 0, "content");
        add(MEDIA, THUMBNAIL, 0, "thumbnail");
        add(MEDIA, PICTURE_GROUP, 0, "group");
        add(MEDIA, CREDIT, 0, "credit");
        core(TIME_TO_LIVE, "ttl");
        add(SYNDICATION, PERIOD, 0, "updatePeriod");
        add(SYNDICATION, FREQUENCY, 0, "updateFrequency");
        core(SKIP, "skipHours", "skipDays");
        core(SKIP_HOUR, "hour");
        core(SKIP_DAY, "day");
    }

    /** Names of the feed's own namespace; Atom's and RSS's are often mixed, and none means two things. */
    private static void core(Tag tag, String... names) {
        add(CORE, tag, 0, names);
        add(ATOM, tag, 0, names);
    }

    private static void add(Space space, Tag tag, int first, String... names) {
        for (int i = 0; i < names.length; i++) {
            var meanings = MEANINGS.computeIfAbsent(space, s -> new HashMap<>());
            var meaning = new Meaning(tag, first + i);
            meanings.put(names[i], meaning);
            meanings.put(names[i].toLowerCase(Locale.ROOT), meaning);
        }
    }

    static @Nullable Meaning meaning(Space space, String name) {
        Map<String, Meaning> meanings = MEANINGS.get(space);
        if (meanings == null) {
            return null;
        }
        Meaning meaning = meanings.get(name);
        return meaning != null ? meaning : meanings.get(name.toLowerCase(Locale.ROOT));
    }
}
