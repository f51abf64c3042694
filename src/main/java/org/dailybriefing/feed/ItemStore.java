package org.dailybriefing.feed;

import static org.dailybriefing.base.Timestamps.instant;
import static org.dailybriefing.base.Timestamps.text;
import static org.dailybriefing.base.Timestamps.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dailybriefing.feed.ItemMatching.KnownItem;
import org.dailybriefing.feed.ItemMatching.Match;
import org.dailybriefing.feed.parse.FeedEntry;
import org.dailybriefing.feed.parse.Image;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables {@code item} and {@code item_version}: what feeds have said, each item once per feed and guid. */
@Repository
public class ItemStore {

    /** What a feed may change about an item, beside the numbers. */
    private static final List<String> TEXTS = List.of(
            "link",
            "title",
            "summary",
            "author",
            "outlet",
            "updated",
            "language",
            "image",
            "caption",
            "credit",
            "categories");

    private static final List<String> NUMBERS = List.of("image_width", "image_height", "words");

    /** What a compile reads: as an item's words, so its picture and its length are those that were known then. */
    private static final List<String> VERSIONED = List.of(
            "title", "summary", "link", "outlet", "image", "caption", "credit", "image_width", "image_height", "words");

    private final JdbcClient db;
    private final WireStore wire;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ItemStore(JdbcClient db, WireStore wire, TransactionTemplate transaction, InstantSource clock) {
        this.db = db;
        this.wire = wire;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many items of a document were new, and how many had been edited. */
    record Kept(int added, int edited) {}

    /**
     * All or nothing. An edited item keeps the date it was first published under, so that it cannot come back as news, and the
     * words it had. The time that is kept is the one at which it is written, so that what a compile has read is what was there
     * by then.
     *
     * @param entries those without a headline or a link can't be printed and are passed over
     */
    Kept keep(long feedId, List<FeedEntry> entries) {
        List<FeedEntry> printable = entries.stream()
                .filter(entry -> entry.link() != null && !entry.title().isEmpty())
                .toList();
        return Objects.requireNonNull(transaction.execute(status -> {
            wire.enter();
            List<KnownItem> known = known(feedId, printable);
            // the wire is entered; on SQLite it is the first statement that locks
            Instant now = clock.instant();
            int added = 0;
            int edited = 0;
            for (Match match : ItemMatching.of(printable, known)) {
                if (match.item() == null) {
                    added += insert(feedId, match, now);
                } else {
                    edited += update(match.item(), match, now);
                }
            }
            return new Kept(added, edited);
        }));
    }

    private static String link(FeedEntry entry) {
        return Objects.requireNonNull(entry.link());
    }

    private List<KnownItem> known(long feedId, List<FeedEntry> entries) {
        return entries.isEmpty()
                ? List.of()
                : db.sql("""
                        select * from item
                        where feed_id = :feed and (guid in (:guids) or canonical_link in (:links))""")
                        .param("feed", feedId)
                        .param(
                                "guids",
                                entries.stream()
                                        .flatMap(entry -> Stream.of(entry.id(), ItemMatching.alias(entry)))
                                        .toList())
                        .param("links", entries.stream().map(ItemStore::link).toList())
                        .query(ItemStore::known)
                        .list();
    }

    private int insert(long feedId, Match match, Instant now) {
        FeedEntry entry = match.entry();
        Instant given = entry.published();
        boolean future = given != null && given.isAfter(now);
        return db.sql("""
                insert into item (feed_id, guid, link, canonical_link, title, summary, author, outlet, published, dated,
                                  first_seen, updated, language, image, image_width, image_height, caption, credit,
                                  categories, words)
                values (:feed, :guid, :link, :canonicalLink, :title, :summary, :author, :outlet, :published, :dated,
                        :now, :updated, :language, :image, :image_width, :image_height, :caption, :credit,
                        :categories, :words)
                on conflict do nothing""")
                .param("feed", feedId)
                .param("published", text(given == null || future ? now : given))
                .param("dated", given == null ? "undated" : future ? "future" : "published")
                .param("guid", match.guid())
                .param("canonicalLink", match.canonicalLink())
                .params(columns(entry))
                .param("now", text(now))
                .update();
    }

    /** @return 1 if its words have changed */
    private int update(KnownItem item, Match match, Instant now) {
        FeedEntry entry = match.entry();
        Map<String, @Nullable Object> columns = columns(entry);
        boolean same = columns.equals(item.columns())
                && match.guid().equals(item.guid())
                && Objects.equals(match.canonicalLink(), item.canonicalLink());
        if (same) {
            return 0;
        }
        keepVersion(item, columns, now);
        boolean edited = Stream.of("title", "summary")
                .anyMatch(words ->
                        !Objects.equals(columns.get(words), item.columns().get(words)));
        db.sql("""
                update item set guid = :guid, link = :link, canonical_link = :canonicalLink, title = :title,
                       summary = :summary, author = :author, outlet = :outlet, updated = :updated,
                       language = :language, image = :image, image_width = :image_width,
                       image_height = :image_height, caption = :caption, credit = :credit,
                       categories = :categories, words = :words, edited = coalesce(:edited, edited)
                where id = :id""")
                .param("id", item.id())
                .param("guid", match.guid())
                .param("canonicalLink", match.canonicalLink())
                .params(columns)
                .param("edited", edited ? text(now) : null)
                .update();
        return edited ? 1 : 0;
    }

    private void keepVersion(KnownItem item, Map<String, @Nullable Object> columns, Instant now) {
        var before = item.columns();
        if (VERSIONED.stream().allMatch(column -> Objects.equals(columns.get(column), before.get(column)))) {
            return;
        }
        db.sql("""
                insert into item_version (item_id, title, summary, link, outlet, image, image_width, image_height,
                                          caption, credit, words, until)
                values (:item, :title, :summary, :link, :outlet, :image, :image_width, :image_height,
                        :caption, :credit, :words, :now) on conflict do nothing""")
                .param("item", item.id())
                .params(before)
                .param("now", text(now))
                .update();
    }

    private static Map<String, @Nullable Object> columns(FeedEntry entry) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("link", entry.link());
        columns.put("title", entry.title());
        columns.put("summary", entry.summary());
        columns.put("author", entry.author());
        columns.put("outlet", entry.source());
        columns.put("updated", textOrNull(entry.updated()));
        columns.put("language", entry.language());
        columns.put("categories", String.join("\n", entry.categories()));
        columns.put("words", entry.words());
        Image image = entry.image();
        columns.put("image", image == null ? null : image.url());
        columns.put("image_width", image == null ? 0 : image.width());
        columns.put("image_height", image == null ? 0 : image.height());
        columns.put("caption", image == null ? null : image.caption());
        columns.put("credit", image == null ? null : image.credit());
        return columns;
    }

    private static KnownItem known(ResultSet row, int number) throws SQLException {
        var columns = new HashMap<String, @Nullable Object>();
        for (String column : TEXTS) {
            columns.put(column, row.getString(column));
        }
        for (String column : NUMBERS) {
            columns.put(column, row.getInt(column));
        }
        return new KnownItem(
                row.getLong("id"),
                row.getString("guid"),
                row.getString("canonical_link"),
                instant(row.getString("published")),
                columns);
    }
}
