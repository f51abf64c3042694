package org.dailybriefing.feed.parse;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document turned out to be. */
public sealed interface ParseResult {

    /**
     * @param format such as {@code rss_2.0}, {@code rss_1.0}, {@code atom_1.0}, {@code json_1.1}
     * @param charset its name in Java
     * @param repaired whether the document was broken and had to be mended
     * @param problems what was wrong with it, a sentence each
     * @param hub the WebSub hub it names
     */
    record Feed(
            String title,
            String format,
            String charset,
            boolean repaired,
            List<String> problems,
            @Nullable String language,
            @Nullable URI hub,
            UpdateHints hints,
            List<FeedEntry> entries)
            implements ParseResult {}

    /**
     * @param why a sentence without its subject, such as "is a web page"
     * @param alternates feeds that the page links to
     */
    record NoFeed(String why, List<URI> alternates) implements ParseResult {}
}
