package org.dailybriefing.feed.parse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.dailybriefing.feed.date.DateReader;
import org.jspecify.annotations.Nullable;

/** What has been read of one item, in the words of its dialect. */
final class EntryDraft {

    /** @param rank of the element it comes from; a lower one goes before it */
    record Choice(int rank, TextKind kind, String value) {}

    record Dated(int rank, Instant at) {}

    /** A link as it was given, and what it is relative to if not to the document. */
    record LinkChoice(int rank, String value, @Nullable HttpUrl base) {}

    /** Authors, categories and pictures, of each kind. */
    private static final int MOST = 50;

    private final Map<Tag, Choice> texts = new EnumMap<>(Tag.class);
    private final Map<Tag, Dated> dates = new EnumMap<>(Tag.class);
    final Set<String> authors = new LinkedHashSet<>();
    final Set<String> categories = new LinkedHashSet<>();
    final List<PictureDraft> pictures = new ArrayList<>(2);
    private @Nullable LinkChoice link;
    private @Nullable String unreadableDate;

    @Nullable
    HttpUrl base;

    @Nullable
    String language;

    void put(Tag tag, int rank, TextKind kind, String value) {
        Choice before = texts.get(tag);
        if (!value.isBlank() && (before == null || rank < before.rank())) {
            texts.put(tag, new Choice(rank, kind, value));
        }
    }

    /** A value of any kind. */
    void take(Tag tag, int rank, TextKind kind, String value) {
        switch (tag) {
            case PUBLISHED, UPDATED -> date(tag, rank, value);
            case LANGUAGE -> language = value;
            case CATEGORY -> category(value);
            default -> put(tag, rank, kind, value);
        }
    }

    /** @param isLink whether it is a link too, if it is an address */
    void id(int rank, String value, boolean isLink) {
        put(Tag.ID, rank, TextKind.PLAIN, value);
        boolean address = value.strip().regionMatches(true, 0, "http", 0, 4) && value.contains("://");
        link(LinkRank.ID, isLink && address ? value : null, null);
    }

    void category(String name) {
        if (categories.size() < MOST) {
            categories.add(name);
        }
    }

    void picture(PictureDraft picture) {
        if (pictures.size() < MOST) {
            pictures.add(picture);
        }
    }

    void author(String name) {
        if (!name.isBlank() && authors.size() < MOST) {
            authors.add(name);
        }
    }

    @Nullable
    Choice text(Tag tag) {
        return texts.get(tag);
    }

    void link(int rank, @Nullable String value, @Nullable HttpUrl linkBase) {
        if (value != null && !value.isBlank() && (link == null || rank < link.rank())) {
            link = new LinkChoice(rank, value, linkBase);
        }
    }

    @Nullable
    LinkChoice link() {
        return link;
    }

    private void date(Tag tag, int rank, String value) {
        Dated before = dates.get(tag);
        if (value.isBlank() || before != null && before.rank() <= rank) {
            return;
        }
        Instant at = DateReader.read(value);
        if (at != null) {
            dates.put(tag, new Dated(rank, at));
        } else {
            unreadableDate = value;
        }
    }

    @Nullable
    Instant date(Tag tag) {
        Dated date = dates.get(tag);
        return date == null ? null : date.at();
    }

    /** What stands where a date should be, if no date can be made of it. */
    @Nullable
    String unreadableDate() {
        return dates.isEmpty() ? unreadableDate : null;
    }
}
