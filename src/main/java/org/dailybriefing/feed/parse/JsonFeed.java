package org.dailybriefing.feed.parse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import org.dailybriefing.feed.date.DateReader;
import org.dailybriefing.feed.text.DecodedText;
import org.dailybriefing.feed.text.Links;
import org.dailybriefing.feed.text.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), which Rome does not know. */
final class JsonFeed {

    /** Slips that don't hide what was meant are no trouble. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode feed;
    private final @Nullable HttpUrl base;
    private final List<String> problems = new ArrayList<>();

    private JsonFeed(JsonNode feed, @Nullable HttpUrl address) {
        this.feed = feed;
        String own = Links.absolute(string(feed, "feed_url"), null);
        String site = own == null ? Links.absolute(string(feed, "home_page_url"), null) : own;
        base = address != null || site == null ? address : HttpUrl.parse(site);
    }

    static ParseResult read(DecodedText document, @Nullable HttpUrl address) {
        try {
            JsonNode feed = JSON.readTree(document.text());
            if (!string(feed, "version").contains("jsonfeed.org")
                    && !feed.path("items").isArray()) {
                return new ParseResult.NoFeed("is JSON, but no feed", List.of());
            }
            return new JsonFeed(feed, address).read(document.charset().name());
        } catch (JacksonException e) {
            return new ParseResult.NoFeed("is broken JSON", List.of());
        }
    }

    private ParseResult read(String charset) {
        List<FeedEntry> entries = StreamSupport.stream(feed.path("items").spliterator(), false)
                .limit(FeedFilter.MOST_ENTRIES)
                .map(this::entry)
                .toList();
        String version = string(feed, "version").replaceFirst(".*/version/", "");
        return new ParseResult.Feed(
                words(feed, CleanDocument.TITLE, "title"),
                "json_" + (version.matches("[0-9.]{1,5}") ? version : "1"),
                charset,
                false,
                problems,
                language(feed, null),
                null,
                UpdateHints.NONE,
                Identity.assign(entries));
    }

    private FeedEntry entry(JsonNode item) {
        String id = PlainText.clean(string(item, "id"), CleanDocument.LONGEST_ID);
        String link = Stream.of(string(item, "url"), string(item, "external_url"), id.startsWith("http") ? id : "")
                .map(given -> Links.absolute(given, base))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        EntryDraft content = content(item);
        Instant published = date(item, "date_published");
        Instant updated = date(item, "date_modified");
        return new FeedEntry(
                id,
                link == null ? null : Links.canonical(link),
                PlainText.clean(string(item, "title"), CleanDocument.TITLE),
                summary(item),
                author(item),
                null,
                published == null ? updated : published,
                updated,
                Pictures.choose(content, base),
                FullText.words(content.text(Tag.BODY)),
                language(item, language(feed, null)),
                StreamSupport.stream(item.path("tags").spliterator(), false)
                        .map(tag -> PlainText.clean(tag.asString(""), CleanDocument.NAME))
                        .filter(tag -> !tag.isEmpty())
                        .toList());
    }

    private static String summary(JsonNode item) {
        String summary = words(item, CleanDocument.SUMMARY, "summary", "content_text");
        return summary.isEmpty() ? PlainText.of(string(item, "content_html"), CleanDocument.SUMMARY) : summary;
    }

    private @Nullable String author(JsonNode item) {
        String names = Stream.of(item, feed)
                .map(JsonFeed::authors)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
        return names.isEmpty() ? null : names;
    }

    /** 1.0 knew only one; some write a name where an object belongs. */
    private static String authors(JsonNode of) {
        JsonNode several = of.path("authors");
        Stream<JsonNode> authors =
                several.isArray() ? StreamSupport.stream(several.spliterator(), false) : Stream.of(several);
        return Stream.concat(authors, Stream.of(of.path("author")))
                .map(author -> author.isObject() ? string(author, "name") : author.asString(""))
                .map(name -> PlainText.clean(name, CleanDocument.NAME))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Its pictures and its whole text. */
    private static EntryDraft content(JsonNode item) {
        var draft = new EntryDraft();
        for (String key : List.of("image", "banner_image")) {
            draft.picture(new PictureDraft(PictureDraft.Kind.IMAGE, string(item, key), null, "image", null, null));
        }
        draft.put(Tag.BODY, 0, TextKind.HTML, string(item, "content_html"));
        draft.put(Tag.BODY, 1, TextKind.PLAIN, string(item, "content_text"));
        return draft;
    }

    private @Nullable Instant date(JsonNode item, String key) {
        String given = string(item, key);
        Instant date = DateReader.read(given);
        if (date == null && !given.isBlank()) {
            problems.add("The date \"" + PlainText.clean(given, 60) + "\" cannot be read.");
        }
        return date;
    }

    private static @Nullable String language(JsonNode of, @Nullable String otherwise) {
        String language = CleanDocument.language(string(of, "language"));
        return language == null ? otherwise : language;
    }

    private static String words(JsonNode of, int most, String... keys) {
        return Stream.of(keys)
                .map(key -> PlainText.clean(string(of, key), most))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Ids are numbers in some feeds. */
    private static String string(JsonNode of, String key) {
        return Objects.requireNonNullElse(of.path(key).asString(""), "");
    }
}
