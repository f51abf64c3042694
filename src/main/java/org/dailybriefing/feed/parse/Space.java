package org.dailybriefing.feed.parse;

import java.util.Locale;
import java.util.Map;

/** The namespaces that feeds use, in the many ways their addresses are spelled. */
enum Space {
    /** That of the feed's own elements, if it has one at all. */
    CORE,
    ATOM,
    DUBLIN_CORE,
    CONTENT,
    MEDIA,
    ITUNES,
    SYNDICATION,
    RDF,
    FEEDBURNER,
    XHTML,
    OTHER;

    /** By the prefix that everybody uses, for documents that forget to declare it. */
    private static final Map<String, Space> BY_PREFIX = Map.ofEntries(
            Map.entry("atom", ATOM),
            Map.entry("atom10", ATOM),
            Map.entry("a10", ATOM),
            Map.entry("dc", DUBLIN_CORE),
            Map.entry("dcterms", DUBLIN_CORE),
            Map.entry("content", CONTENT),
            Map.entry("media", MEDIA),
            Map.entry("itunes", ITUNES),
            Map.entry("sy", SYNDICATION),
            Map.entry("rdf", RDF),
            Map.entry("feedburner", FEEDBURNER),
            Map.entry("xhtml", XHTML),
            Map.entry("rss", CORE));

    /** Stands before a prefix that no address was declared for. */
    static final String PREFIX = "prefix:";

    static Space ofAddress(String address) {
        String a = address.strip().toLowerCase(Locale.ROOT);
        if (a.startsWith(PREFIX)) {
            return BY_PREFIX.getOrDefault(a.substring(PREFIX.length()), OTHER);
        }
        if (a.isEmpty() || isRss(a)) {
            return CORE;
        }
        if (a.contains("w3.org/2005/atom") || a.contains("purl.org/atom/")) {
            return ATOM;
        }
        if (a.contains("purl.org/dc/")) {
            return DUBLIN_CORE;
        }
        if (a.contains("purl.org/rss/1.0/modules/content")) {
            return CONTENT;
        }
        if (a.contains("search.yahoo.com/mrss") || a.contains("rssboard.org/media-rss")) {
            return MEDIA;
        }
        if (a.contains("itunes.com/dtds/podcast")) {
            return ITUNES;
        }
        if (a.contains("purl.org/rss/1.0/modules/syndication")) {
            return SYNDICATION;
        }
        if (a.contains("w3.org/1999/02/22-rdf-syntax-ns")) {
            return RDF;
        }
        if (a.contains("rssnamespace.org/feedburner")) {
            return FEEDBURNER;
        }
        return a.contains("w3.org/1999/xhtml") ? XHTML : OTHER;
    }

    private static boolean isRss(String a) {
        return a.contains("purl.org/rss/") && !a.contains("/modules/")
                || a.contains("purl.org/net/rss")
                || a.contains("netscape.com/rdf/simple/")
                || a.contains("netscape.com/publish/formats/rss")
                || a.contains("backend.userland.com")
                || a.contains("blogs.law.harvard.edu/tech/rss")
                || a.contains("cyber.law.harvard.edu/rss");
    }
}
