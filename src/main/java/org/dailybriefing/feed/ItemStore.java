package org.dailybriefing.feed;

import static org.dailybriefing.base.Timestamps.instant;
import static org.dailybriefing.base.Timestamps.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Source;
import org.dailybriefing.feed.parse.FeedEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Table {@code item}: the wire, each item once per feed and guid. */
@Repository
public class ItemStore {

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    ItemStore(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** How many items of a document were new, and how many had been edited. */
    record Kept(int added, int edited) {}

    /** All or nothing. An edited item keeps the date it was first published under, so that it cannot come back as news. */
    Kept keep(long feedId, List<FeedEntry> entries, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            int added = 0;
            int edited = 0;
            for (FeedEntry entry : entries) {
                int inserted = insert(feedId, entry, now);
                added += inserted;
                edited += inserted == 0 ? update(feedId, entry, now) : 0;
            }
            return new Kept(added, edited);
        }));
    }

    private int insert(long feedId, FeedEntry entry, Instant now) {
        Instant published = entry.published() == null || entry.published().isAfter(now) ? now : entry.published();
        return db.sql("""
                insert into item (feed_id, guid, link, title, summary, author, outlet, published, first_seen)
                values (:feed, :guid, :link, :title, :summary, :author, :outlet, :published, :now)
                on conflict (feed_id, guid) do nothing""")
                .param("feed", feedId)
                .param("guid", entry.id())
                .param("link", entry.link())
                .param("title", entry.title())
                .param("summary", entry.summary())
                .param("author", entry.author())
                .param("outlet", entry.source())
                .param("published", text(published))
                .param("now", text(now))
                .update();
    }

    private int update(long feedId, FeedEntry entry, Instant now) {
        return db.sql("""
                update item set title = :title, summary = :summary, edited = :now
                where feed_id = :feed and guid = :guid and (title <> :title or summary <> :summary)""")
                .param("feed", feedId)
                .param("guid", entry.id())
                .param("title", entry.title())
                .param("summary", entry.summary())
                .param("now", text(now))
                .update();
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
