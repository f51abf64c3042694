package org.dailybriefing.feed.parse;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.dailybriefing.feed.text.Charsets;
import org.dailybriefing.feed.text.DecodedText;
import org.dailybriefing.feed.text.Links;
import org.jspecify.annotations.Nullable;

/**
 * Makes a feed of a document: its charset is found out, its XML read strictly or else mended, all but the elements that the desk
 * uses dropped, and the clean rest built by Rome.
 */
public final class FeedParser {

    private FeedParser() {}

    /**
     * @param contentType of the answer that brought it, which may name a charset
     * @param address where it was found, which its links may be relative to; null for a file
     */
    public static ParseResult parse(byte[] bytes, @Nullable String contentType, @Nullable URI address) {
        try {
            DecodedText document = Charsets.decode(bytes, contentType);
            HttpUrl base = address == null ? null : HttpUrl.get(address);
            String text = document.text();
            if (text.isBlank()) {
                return new ParseResult.NoFeed("is empty", List.of());
            }
            return isJson(text) ? JsonFeed.read(document, base) : xml(document, base);
        } catch (NoFeedException e) {
            return new ParseResult.NoFeed(e.why(), List.of());
        } catch (FeedException | RuntimeException e) {
            return new ParseResult.NoFeed("could not be read as a feed: " + firstLine(e), List.of());
        }
    }

    private static boolean isJson(String text) {
        int i = 0;
        while (i < text.length() && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\uFEFF')) {
            i++;
        }
        return text.charAt(Math.min(i, text.length() - 1)) == '{';
    }

    private static ParseResult xml(DecodedText document, @Nullable HttpUrl base) throws FeedException {
        XmlDocument xml;
        try {
            xml = XmlDocument.read(document.text(), base);
        } catch (NoFeedException e) {
            List<URI> alternates = WebPage.alternates(document.text(), base);
            return new ParseResult.NoFeed(e.why(), alternates);
        }
        FeedDraft draft = xml.feed();
        SyndFeed feed = new SyndFeedImpl(new WireFeedInput(false, Locale.ROOT).build(CleanDocument.of(draft, base)));
        List<FeedEntry> entries = Identity.assign(
                feed.getEntries().stream().map(FeedParser::entry).toList());
        return new ParseResult.Feed(
                Objects.requireNonNullElse(feed.getTitle(), ""),
                draft.format,
                document.charset().name(),
                xml.repaired(),
                xml.problems(),
                CleanDocument.language(draft.head.language),
                hub(draft, base),
                draft.hints(),
                entries);
    }

    private static @Nullable URI hub(FeedDraft draft, @Nullable HttpUrl base) {
        String hub = Links.absolute(draft.hub, base);
        HttpUrl url = hub == null ? null : HttpUrl.parse(hub);
        return url == null ? null : url.uri();
    }

    private static FeedEntry entry(SyndEntry entry) {
        ItemDetails details = ItemDetails.of(entry.getForeignMarkup());
        String title = Objects.requireNonNullElse(entry.getTitle(), "");
        SyndContent summary = entry.getDescription();
        String author = entry.getAuthor();
        String link = entry.getLink();
        var outlet = Outlet.of(title, link, details.source());
        return new FeedEntry(
                entry.getUri() == null || entry.getUri().equals(link) ? "" : entry.getUri(),
                link,
                outlet.title(),
                summary == null ? "" : summary.getValue(),
                author == null || author.isEmpty() ? null : author,
                outlet.name(),
                details.published() == null ? details.updated() : details.published(),
                details.updated(),
                details.image(),
                details.words(),
                details.language(),
                entry.getCategories().stream().map(SyndCategory::getName).toList());
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("no reason given").replaceAll("[.:]\\s*$", "");
    }
}
