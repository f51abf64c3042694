package org.dailybriefing.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Documents as feeds, read as the collector would. */
final class Feeds {

    static final URI ADDRESS = URI.create("https://outlet.example/news/feed.xml");

    private Feeds() {}

    static ParseResult.Feed feed(byte[] document, @Nullable String contentType) {
        ParseResult result = FeedParser.parse(document, contentType, ADDRESS);
        assertThat(result).isInstanceOf(ParseResult.Feed.class);
        return (ParseResult.Feed) result;
    }

    static ParseResult.Feed feed(String document) {
        return feed(document.getBytes(StandardCharsets.UTF_8), null);
    }

    /** The only item of a document. */
    static FeedEntry only(String document) {
        assertThat(feed(document).entries()).hasSize(1);
        return feed(document).entries().get(0);
    }

    static ParseResult.NoFeed noFeed(String document) {
        ParseResult result = FeedParser.parse(document.getBytes(StandardCharsets.UTF_8), null, ADDRESS);
        assertThat(result).isInstanceOf(ParseResult.NoFeed.class);
        return (ParseResult.NoFeed) result;
    }

    static String rss(String elements) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" " + NAMESPACES
                + "><channel><title>Harbour Post</title><link>https://outlet.example/</link>" + elements
                + "</channel></rss>";
    }

    static String item(String elements) {
        return rss("<item>" + elements + "</item>");
    }

    static String atom(String elements) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" " + NAMESPACES
                + "><title>Harbour Post</title>" + elements + "</feed>";
    }

    static String entry(String elements) {
        return atom("<entry>" + elements + "</entry>");
    }

    private static final String NAMESPACES = "xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
            + " xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\""
            + " xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\" xmlns:atom=\"http://www.w3.org/2005/Atom\""
            + " xmlns:feedburner=\"http://rssnamespace.org/feedburner/ext/1.0\" xmlns:slash=\"http://purl.org/rss/1.0/modules/slash/\""
            + " xmlns:georss=\"http://www.georss.org/georss\"";
}
