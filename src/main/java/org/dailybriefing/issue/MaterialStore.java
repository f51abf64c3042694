package org.dailybriefing.issue;

import static org.dailybriefing.base.Timestamps.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.Item;
import org.dailybriefing.feed.PictureStore;
import org.dailybriefing.feed.WireStore;
import org.dailybriefing.issue.Past.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a compile is made of, as it stood when the window closed: for a compile that is now, for a replay long ago.
 * Earlier issues are those of earlier dates, which are left as they stand once a later one has been compiled.
 */
@Repository
class MaterialStore {

    /** Whether an issue was approved at {@code :moment}, and that had not been taken back. */
    private static final String APPROVED = """
            (select what from issue_log where issue_log.issue_id = issue.id and what in ('approved', 'reopened')
               and at <= :moment order by id desc limit 1) = 'approved'""";

    private final JdbcClient db;
    private final JsonMapper json;
    private final WireStore wire;
    private final PictureStore pictures;
    private final CorrectionStore corrections;

    MaterialStore(JdbcClient db, JsonMapper json, WireStore wire, PictureStore pictures, CorrectionStore corrections) {
        this.db = db;
        this.json = json;
        this.wire = wire;
        this.pictures = pictures;
        this.corrections = corrections;
    }

    /** @param lastCorrection later ones are not known yet */
    Material read(Edition edition, Issue issue, Window window, long lastCorrection) {
        Window span = window.withMemory();
        var made = Corrections.of(corrections.upTo(issue.edition(), lastCorrection));
        return new Material(
                window,
                items(edition, window),
                stragglers(issue, window),
                new Past(origins(issue, span.from()), printedItems(issue, span), printedOutlets(issue, span, made)),
                made,
                pictures.looks(span.from(), span.to()));
    }

    /** Of the window and of the days before it. */
    List<Item> items(Edition edition, Window window) {
        Window span = window.withMemory();
        return wire.items(edition, span.from(), span.to(), window.to());
    }

    /**
     * What no issue could tell in time: its feed was away, or showed it late. Of feeds that were followed before; what a new one
     * has of days past is not news.
     */
    private Set<Long> stragglers(Issue issue, Window window) {
        return new HashSet<>(db.sql("""
                with last as (
                  select compiled from issue where edition = :edition and date < :date and\s""" + APPROVED + """
                  \sorder by date desc limit 1)
                select id from item join last on first_seen > last.compiled
                where published > :from and published <= :to and published <= last.compiled and first_seen <= :moment
                  and exists (select 1 from item other
                              where other.feed_id = item.feed_id and other.first_seen <= last.compiled)""")
                .param("edition", issue.edition())
                .param("date", issue.date().toString())
                .param("from", text(window.withMemory().from()))
                .param("to", text(window.from()))
                .param("moment", text(window.to()))
                .query(Long.class)
                .list());
    }

    private Map<Long, Origin> origins(Issue issue, Instant from) {
        var origins = new HashMap<Long, Origin>();
        db.sql("""
                select fate.item_id, fate.story_id, fate.cluster_id, issue.date
                from fate join issue on issue.id = fate.issue_id join item on item.id = fate.item_id
                where issue.edition = :edition and issue.date <= :date and fate.story_id is not null
                  and item.published > :from
                order by issue.date""")
                .param("edition", issue.edition())
                .param("date", issue.date().toString())
                .param("from", text(from))
                .query(row -> {
                    origins.put(row.getLong("item_id"), origin(row, issue));
                });
        return origins;
    }

    private static Origin origin(ResultSet row, Issue issue) throws SQLException {
        boolean same = row.getString("date").equals(issue.date().toString());
        return new Origin(row.getLong("story_id"), row.getLong("cluster_id"), same);
    }

    private Set<Long> printedItems(Issue issue, Window span) {
        return new HashSet<>(db.sql("""
                select fate.item_id from fate join issue on issue.id = fate.issue_id join item on item.id = fate.item_id
                where issue.edition = :edition and issue.date < :date and fate.kind in ('leads', 'merged')
                  and item.published > :from and\s""" + APPROVED)
                .param("edition", issue.edition())
                .param("date", issue.date().toString())
                .param("from", text(span.from()))
                .param("moment", text(span.to()))
                .query(Long.class)
                .list());
    }

    /**
     * Of those that have become one story, the sum: readers know what either of them said. What was told longer ago than items
     * are looked at is told anew.
     */
    private Map<Long, Integer> printedOutlets(Issue issue, Window span, Corrections made) {
        var last = new HashMap<Long, Integer>();
        db.sql("""
                select entry.story_id, entry.outlets from entry join issue on issue.id = entry.issue_id
                where issue.edition = :edition and issue.date < :date and issue.compiled > :from
                  and\s""" + APPROVED + " order by issue.date")
                .param("edition", issue.edition())
                .param("date", issue.date().toString())
                .param("from", text(span.from()))
                .param("moment", text(span.to()))
                .query(row -> {
                    last.put(
                            row.getLong("story_id"),
                            json.readTree(row.getString("outlets")).size());
                });
        var outlets = new HashMap<Long, Integer>();
        last.forEach((story, count) -> outlets.merge(made.story(story), count, Integer::sum));
        return outlets;
    }
}
