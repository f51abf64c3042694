package org.dailybriefing.feed.parse;

import java.util.Locale;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.dailybriefing.feed.parse.XmlEvents.Attributes;
import org.jspecify.annotations.Nullable;

/** A link in the manner of Atom (RFC 4287, 4.2.7): what it is for stands in its attributes. */
final class LinkElement {

    private LinkElement() {}

    /**
     * @param attributes with a {@code href}
     * @param into whose link it is: an item's, or the head of the feed
     */
    static void read(Attributes attributes, @Nullable HttpUrl base, EntryDraft into, FeedDraft feed) {
        String href = Objects.requireNonNull(attributes.get("href"));
        String rel = relation(Objects.requireNonNullElse(attributes.get("rel"), ""));
        String type = Objects.requireNonNullElse(attributes.get("type"), "html");
        boolean ofFeed = into == feed.head;
        switch (rel) {
            case "", "alternate" -> into.link(type.contains("html") ? LinkRank.LINK : LinkRank.OTHER_TYPE, href, base);
            case "self" -> {
                feed.self = ofFeed ? href : feed.self;
                into.link(LinkRank.SELF, ofFeed ? null : href, base);
            }
            case "related", "via" -> into.link(LinkRank.RELATED, href, base);
            case "hub" -> feed.hub = href;
            case "enclosure" ->
                into.picture(
                        new PictureDraft(PictureDraft.Kind.ENCLOSURE, href, attributes.get("type"), null, null, null));
            default -> {}
        }
    }

    /** Some write it with its address in IANA's registry, or several in one. */
    private static String relation(String given) {
        String rel = given.strip().toLowerCase(Locale.ROOT).replace("http://www.iana.org/assignments/relation/", "");
        return rel.matches(".*\\balternate\\b.*") ? "alternate" : rel;
    }
}
