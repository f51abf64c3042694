package org.dailybriefing.feed;

import static org.dailybriefing.base.Timestamps.instant;
import static org.dailybriefing.base.Timestamps.text;
import static org.dailybriefing.base.Timestamps.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Source;
import org.dailybriefing.feed.ItemMatching.KnownItem;
import org.dailybriefing.feed.ItemMatching.Match;
import org.dailybriefing.feed.parse.FeedEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Table {@code item}: the wire, each item once per feed and guid. */
@Repository
public class ItemStore {

    /** What a feed may change about an item. */
    private static final List<String> COLUMNS = List.of(
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

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    ItemStore(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** How many items of a document were new, and how many had been edited. */
    record Kept(int added, int edited) {}

    /**
     * All or nothing. An edited item keeps the date it was first published under, so that it cannot come back as news, and the
     * headlines it had.
     *
     * @param entries those without a headline or a link can't be printed and are passed over
     */
    Kept keep(long feedId, List<FeedEntry> entries, Instant now) {
        List<FeedEntry> printable = entries.stream()
                .filter(entry -> entry.link() != null && !entry.title().isEmpty())
                .toList();
        return Objects.requireNonNull(transaction.execute(status -> {
            int added = 0;
            int edited = 0;
            for (Match match : ItemMatching.of(printable, known(feedId, printable))) {
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
                                  first_seen, updated, language, image, caption, credit, categories)
                values (:feed, :guid, :link, :canonicalLink, :title, :summary, :author, :outlet, :published, :dated,
                        :now, :updated, :language, :image, :caption, :credit, :categories)
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
        Object title = item.columns().get("title");
        boolean retitled = !entry.title().equals(title);
        boolean edited = retitled || !entry.summary().equals(item.columns().get("summary"));
        if (retitled) {
            db.sql("insert into item_title (item_id, title, until) values (:item, :title, :now) on conflict do nothing")
                    .param("item", item.id())
                    .param("title", title)
                    .param("now", text(now))
                    .update();
        }
        db.sql("""
                update item set guid = :guid, link = :link, canonical_link = :canonicalLink, title = :title,
                       summary = :summary, author = :author, outlet = :outlet, updated = :updated,
                       language = :language, image = :image, caption = :caption, credit = :credit,
                       categories = :categories, edited = coalesce(:edited, edited)
                where id = :id""")
                .param("id", item.id())
                .param("guid", match.guid())
                .param("canonicalLink", match.canonicalLink())
                .params(columns)
                .param("edited", edited ? text(now) : null)
                .update();
        return edited ? 1 : 0;
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
        columns.put("image", entry.image());
        columns.put("caption", entry.caption());
        columns.put("credit", entry.credit());
        columns.put("categories", String.join("\n", entry.categories()));
        return columns;
    }

    private static KnownItem known(ResultSet row, int number) throws SQLException {
        var columns = new HashMap<String, @Nullable Object>();
        for (String column : COLUMNS) {
            columns.put(column, row.getString(column));
        }
        return new KnownItem(
                row.getLong("id"),
                row.getString("guid"),
                row.getString("canonical_link"),
                instant(row.getString("published")),
                columns);
    }

    /** The edition's items published in {@code (from, to]}, oldest first; sources that it has dropped don't count. */
    public List<Item> between(Edition edition, Instant from, Instant to) {
        Map<String, Source> sources = edition.sources().stream()
                .collect(Collectors.toMap(source -> source.url().toString(), Function.identity()));
        return db.sql("""
                select item.*, feed.url from item join feed on feed.id = item.feed_id
                where item.published > :from and item.published <= :to and feed.url in (:urls)
                order by item.published, item.id""")
                .param("from", text(from))
                .param("to", text(to))
                .param("urls", sources.keySet())
                .query((row, number) -> item(row, Objects.requireNonNull(sources.get(row.getString("url")))))
                .list();
    }

    private static Item item(ResultSet row, Source source) throws SQLException {
        String outlet = row.getString("outlet");
        return new Item(
                row.getLong("id"),
                outlet == null ? source.name() : outlet,
                source.country(),
                source.ownership(),
                row.getString("link"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("author"),
                instant(row.getString("published")));
    }
}
