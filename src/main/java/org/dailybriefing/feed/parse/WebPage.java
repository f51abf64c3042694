package org.dailybriefing.feed.parse;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.dailybriefing.feed.text.Links;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page that came in place of a feed, and the feeds that it links to. */
final class WebPage {

    private static final int MOST_ALTERNATES = 5;
    private static final int HEAD = 200_000;

    private WebPage() {}

    /** Feeds named by {@code <link rel="alternate">}, as browsers find them. */
    static List<URI> alternates(String page, @Nullable HttpUrl address) {
        var document = Jsoup.parse(
                page.length() <= HEAD ? page : page.substring(0, HEAD), address == null ? "" : address.toString());
        return document.select("link[rel~=(?i)\\balternate\\b][href]").stream()
                .filter(WebPage::isFeed)
                .map(link -> Links.absolute(
                        link.attr("href"),
                        Optional.ofNullable(HttpUrl.parse(link.baseUri())).orElse(address)))
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_ALTERNATES)
                .flatMap(WebPage::uri)
                .toList();
    }

    private static boolean isFeed(Element link) {
        return link.attr("type")
                .matches("(?i)\\s*application/(?:rss\\+xml|atom\\+xml|rdf\\+xml|feed\\+json|json)\\b.*");
    }

    private static Stream<URI> uri(String link) {
        return Stream.ofNullable(HttpUrl.parse(link)).map(HttpUrl::uri);
    }
}
