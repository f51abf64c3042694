package org.dailybriefing.feed.parse;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads RSS and Atom with Rome and keeps what the desk uses, as plain text. */
public final class FeedParser {

    private static final int TITLE = 300;
    private static final int SUMMARY = 2_000;
    private static final int MOST_ENTRIES = 1_000;
    private static final int LONGEST_GUID = 500;

    private FeedParser() {}

    /** Rome takes time that is quadratic in the depth of a document: for a hostile one, hours. */
    private static final class ShallowInput extends WireFeedInput {
        @Override
        protected SAXBuilder createSAXBuilder() {
            SAXBuilder builder = super.createSAXBuilder();
            builder.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", "200");
            return builder;
        }
    }

    /** @param base the address of the document */
    public static ParseResult parse(byte[] bytes, @Nullable String contentType, URI address) {
        HttpUrl base = java.util.Objects.requireNonNull(HttpUrl.get(address));
        try (var reader =
                new XmlReader(new ByteArrayInputStream(bytes), contentType, true, StandardCharsets.UTF_8.name())) {
            SyndFeed feed = new SyndFeedImpl(new ShallowInput().build(reader));
            var entries = new ArrayList<FeedEntry>();
            List<SyndEntry> given =
                    feed.getEntries().stream().limit(MOST_ENTRIES).toList();
            for (SyndEntry entry : given) {
                FeedEntry read = entry(entry, base);
                if (read != null) {
                    entries.add(read);
                }
            }
            return new ParseResult.Feed("", "", "", false, List.of(), null, null, UpdateHints.NONE, entries);
        } catch (FeedException | IOException | RuntimeException e) {
            return new ParseResult.NoFeed("did not send a feed: " + firstLine(e), List.of());
        }
    }

    private static @Nullable FeedEntry entry(SyndEntry entry, HttpUrl base) {
        String title = PlainText.of(title(entry), TITLE);
        String link = link(entry, base);
        if (title.isEmpty() || link == null) {
            return null;
        }
        String outlet = outlet(entry);
        if (outlet != null && title.endsWith(" - " + outlet)) {
            title = title.substring(0, title.length() - outlet.length() - 3).strip();
        }
        String guid = entry.getUri() == null || entry.getUri().isBlank()
                ? link
                : entry.getUri().strip();
        String author = entry.getAuthor() == null ? "" : PlainText.of(entry.getAuthor(), 120);
        return new FeedEntry(
                indexable(guid),
                link,
                title,
                summary(entry),
                author.isEmpty() ? null : author,
                outlet,
                published(entry),
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    /** A database refuses to index a long text. */
    private static String indexable(String guid) {
        return guid.length() <= LONGEST_GUID
                ? guid
                : UUID.nameUUIDFromBytes(guid.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String title(SyndEntry entry) {
        SyndContent title = entry.getTitleEx();
        return title == null || title.getValue() == null ? "" : title.getValue();
    }

    private static String summary(SyndEntry entry) {
        String summary =
                entry.getDescription() == null ? null : entry.getDescription().getValue();
        if (summary == null || summary.isBlank()) {
            summary = entry.getContents().stream()
                    .map(SyndContent::getValue)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }
        return PlainText.of(summary, SUMMARY);
    }

    private static @Nullable String link(SyndEntry entry, HttpUrl base) {
        String link = entry.getLink() == null ? entry.getUri() : entry.getLink();
        HttpUrl url = link == null ? null : base.resolve(link.strip());
        return url == null ? null : url.toString();
    }

    /** An aggregator's item names the outlet it comes from. */
    private static @Nullable String outlet(SyndEntry entry) {
        SyndFeed source = entry.getSource();
        String name = source == null || source.getTitle() == null ? "" : PlainText.of(source.getTitle(), 120);
        return name.isEmpty() ? null : name;
    }

    private static @Nullable Instant published(SyndEntry entry) {
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        return date == null ? null : date.toInstant();
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("no reason given").replaceAll("[.:]\\s*$", "");
    }
}
