package org.dailybriefing.feed.parse;

import java.util.Locale;
import java.util.Objects;
import org.dailybriefing.feed.parse.XmlEvents.Attributes;
import org.dailybriefing.feed.text.PlainText;

/**
 * Which of the dialects a document is in, by its first element.
 *
 * @param format such as {@code rss_2.0}
 * @param rdf whether its first element is not the feed's own
 */
record Dialect(String format, boolean atom, boolean rdf) {

    /** @throws NoFeedException if it is none of them */
    static Dialect of(String namespace, String name, Attributes attributes) {
        String version =
                Objects.requireNonNullElse(attributes.get("version"), "").strip();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "rss" -> new Dialect("rss_" + (version.matches("[0-9.]{1,6}") ? version : "2.0"), false, false);
            case "rdf" -> new Dialect("rss_1.0", false, true);
            case "channel" -> new Dialect(name.equals("CHANNEL") ? "cdf" : "rss_2.0", false, false);
            case "feed" ->
                new Dialect(
                        version.equals("0.3") || namespace.contains("purl.org/atom/") ? "atom_0.3" : "atom_1.0",
                        true,
                        false);
            case "html" -> throw new NoFeedException("is a web page, not a feed");
            case "opml" -> throw new NoFeedException("is a list of feeds (OPML), which `import` takes, and no feed");
            default ->
                throw new NoFeedException("is XML, but no feed: it begins with <" + PlainText.clean(name, 40) + ">");
        };
    }
}
