package org.dailybriefing.feed.parse;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.dailybriefing.feed.parse.EntryDraft.Choice;
import org.dailybriefing.feed.parse.PictureDraft.Kind;
import org.dailybriefing.feed.text.Links;
import org.dailybriefing.feed.text.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Chooses the picture of an item: what the feed names as its picture, else the first in its text; never a counter. */
final class Pictures {

    private static final int CAPTION = 500;
    private static final int CREDIT = 120;

    /** Parts of the addresses of what counts readers and is no picture, in lower case. */
    private static final List<String> COUNTERS = List.of(
            "feedburner.com/~",
            "feedsportal.com/",
            "doubleclick.net",
            "stats.wordpress.com",
            "pixel.wp.com",
            "feeds.wordpress.com/1.0/",
            "s.w.org/images/core",
            "scorecardresearch",
            "google-analytics",
            "piwik.php",
            "matomo.php",
            "/b/ss/",
            "/pixel",
            "1x1",
            "spacer.",
            "blank.gif",
            "clear.gif",
            "tracker.",
            "share-buttons",
            "/emoji/");

    private static final Comparator<PictureDraft> BEST_FIRST = Comparator.comparing((PictureDraft p) -> p.kind)
            .thenComparing(PictureDraft::width, Comparator.reverseOrder());

    private Pictures() {}

    static @Nullable Image choose(EntryDraft entry, @Nullable HttpUrl base) {
        Image named = best(entry.pictures.stream().sorted(BEST_FIRST), entry, base);
        return named != null
                ? named
                : best(Stream.of(Tag.BODY, Tag.SUMMARY).flatMap(tag -> inText(entry.text(tag))), entry, base);
    }

    private static @Nullable Image best(Stream<PictureDraft> drafts, EntryDraft entry, @Nullable HttpUrl base) {
        return drafts.filter(PictureDraft::isPicture)
                .flatMap(picture -> picture(picture, entry, base).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Image> picture(PictureDraft draft, EntryDraft entry, @Nullable HttpUrl base) {
        String url = Links.absolute(draft.url, base);
        if (url == null || isCounter(url)) {
            return Optional.empty();
        }
        String credit = draft.credit == null ? text(entry.text(Tag.CREDIT)) : draft.credit;
        String caption = draft.caption == null ? text(entry.text(Tag.CAPTION)) : draft.caption;
        return Optional.of(
                new Image(url, draft.width(), draft.height(), words(caption, CAPTION), words(credit, CREDIT)));
    }

    private static boolean isCounter(String url) {
        String address = url.toLowerCase(Locale.ROOT);
        return COUNTERS.stream().anyMatch(address::contains);
    }

    private static Stream<PictureDraft> inText(@Nullable Choice text) {
        String html = text == null ? "" : text.kind().html(text.value());
        return html.contains("<img") || html.contains("<IMG")
                ? Jsoup.parse(html).select("img[src]").stream().map(Pictures::draft)
                : Stream.empty();
    }

    private static PictureDraft draft(Element image) {
        var draft = new PictureDraft(
                Kind.IN_TEXT, image.attr("src"), null, "image", image.attr("width"), image.attr("height"));
        Element figure = image.closest("figure");
        Element caption = figure == null ? null : figure.selectFirst("figcaption");
        draft.caption = caption == null ? image.attr("alt") : caption.html();
        return draft;
    }

    private static @Nullable String text(@Nullable Choice choice) {
        return choice == null ? null : choice.value();
    }

    private static @Nullable String words(@Nullable String html, int most) {
        String words = PlainText.of(Objects.requireNonNullElse(html, ""), most);
        return words.isEmpty() ? null : words;
    }
}
