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
import org.dailybriefing.base.Dialect;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Source;
import org.dailybriefing.feed.parse.Image;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the wire as it is, or as it was. Who writes to it and who reads it follow one another, so that a reader who looks at
 * the clock behind {@link #close} finds all that will ever bear an earlier time, and can find the same again. On SQLite
 * transactions do so by themselves.
 */
@Repository
public class WireStore {

    private final JdbcClient db;
    private final Dialect dialect;

    WireStore(JdbcClient db, Dialect dialect) {
        this.db = db;
        this.dialect = dialect;
    }

    /** To write: until the end of the transaction nobody closes the wire; others may enter too. */
    void enter() {
        lock("row exclusive");
    }

    /** To read: until the end of the transaction nobody enters; waits for those who have. */
    public void close() {
        lock("share");
    }

    private void lock(String mode) {
        if (dialect == Dialect.POSTGRESQL) {
            db.sql("lock table item in " + mode + " mode").update();
        }
    }

    /**
     * The edition's items published in {@code (from, to]}, oldest first, as they stood at a moment; sources that it has
     * dropped don't count.
     *
     * @param moment items first seen later are not among them, and what a feed changed about one later is as it was
     */
    public List<Item> items(Edition edition, Instant from, Instant to, Instant moment) {
        Map<String, Source> sources = edition.sources().stream()
                .collect(Collectors.toMap(source -> source.url().toString(), Function.identity()));
        return db.sql("""
                select item.id, item.author, item.published, feed.url,
                       coalesce(version.title, item.title) as title, coalesce(version.summary, item.summary) as summary,
                       coalesce(version.link, item.link) as link,
                       case when version.item_id is null then item.outlet else version.outlet end as outlet,
                       case when version.item_id is null then item.image else version.image end as image,
                       case when version.item_id is null then item.caption else version.caption end as caption,
                       case when version.item_id is null then item.credit else version.credit end as credit,
                       coalesce(version.image_width, item.image_width) as image_width,
                       coalesce(version.image_height, item.image_height) as image_height,
                       coalesce(version.words, item.words) as words
                from item join feed on feed.id = item.feed_id
                left join item_version version on version.item_id = item.id and version.until =
                     (select min(until) from item_version later where later.item_id = item.id and later.until > :moment)
                where item.published > :from and item.published <= :to and item.first_seen <= :moment
                  and feed.url in (:urls)
                order by item.published, item.id""")
                .param("from", text(from))
                .param("to", text(to))
                .param("moment", text(moment))
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
                instant(row.getString("published")),
                image(row),
                row.getInt("words"));
    }

    private static @Nullable Image image(ResultSet row) throws SQLException {
        String url = row.getString("image");
        return url == null
                ? null
                : new Image(
                        url,
                        row.getInt("image_width"),
                        row.getInt("image_height"),
                        row.getString("caption"),
                        row.getString("credit"));
    }
}
