package org.dailybriefing.issue;

import static org.dailybriefing.base.Timestamps.instant;
import static org.dailybriefing.base.Timestamps.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.issue.Entry.Placement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code entry} and {@code fate}: what a compile made of the wire. */
@Repository
public class DraftStore {

    private final JdbcClient db;
    private final JsonMapper json;

    DraftStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public List<Entry> entries(long issue) {
        return db.sql("select * from entry where issue_id = :issue order by position")
                .param("issue", issue)
                .query(this::entry)
                .list();
    }

    /** All items of the issue's window, each once, newest first. */
    public List<ItemFate> fates(long issue) {
        return db.sql("""
                select fate.*, item.title, item.link, item.published, coalesce(item.outlet, feed.url) as outlet
                from fate join item on item.id = fate.item_id join feed on feed.id = item.feed_id
                where fate.issue_id = :issue order by item.published desc, item.id""")
                .param("issue", issue)
                .query((row, number) -> ItemFate.of(row))
                .list();
    }

    /** The addresses of the feeds that report each story of an issue, by the story's id. */
    public Map<Long, Set<String>> feeds(long issue) {
        var feeds = new HashMap<Long, Set<String>>();
        db.sql("""
                select fate.story_id, feed.url from fate
                join item on item.id = fate.item_id join feed on feed.id = item.feed_id
                where fate.issue_id = :issue and fate.kind in ('leads', 'merged')""").param("issue", issue).query(row -> {
            feeds.computeIfAbsent(row.getLong("story_id"), story -> new HashSet<>())
                    .add(row.getString("url"));
        });
        return feeds;
    }

    /** Replaces what an earlier compile of the issue made. */
    void replace(long issue, List<Entry> entries, List<Fate> fates) {
        db.sql("delete from entry where issue_id = :issue")
                .param("issue", issue)
                .update();
        db.sql("delete from fate where issue_id = :issue").param("issue", issue).update();
        entries.forEach(entry -> insert(issue, entry));
        fates.forEach(fate -> insert(issue, fate));
    }

    private void insert(long issue, Entry entry) {
        db.sql("""
                insert into entry (issue_id, position, story_id, placement, topic, headline, deck, deck_outlet, link,
                                   outlets, updated, state_only, minutes, feature, importance,
                                   topic_reason)
                values (:issue, :position, :story, :placement, :topic, :headline, :deck, :deckOutlet, :link,
                        :outlets, :updated, :stateOnly, :minutes, :feature, :importance, :topicReason)""")
                .param("issue", issue)
                .param("position", entry.position())
                .param("story", entry.story())
                .param("placement", label(entry.placement()))
                .param("topic", entry.topic())
                .param("headline", entry.headline())
                .param("deck", entry.deck())
                .param("deckOutlet", entry.deckOutlet())
                .param("link", entry.link())
                .param("outlets", json.writeValueAsString(entry.outlets()))
                .param("updated", text(entry.updated()))
                .param("stateOnly", entry.stateOnly())
                .param("minutes", entry.minutes())
                .param("feature", entry.feature() == null ? null : json.writeValueAsString(entry.feature()))
                .param("importance", entry.importance())
                .param("topicReason", entry.topicReason())
                .update();
    }

    private void insert(long issue, Fate fate) {
        db.sql("""
                insert into fate (issue_id, item_id, kind, story_id, cluster_id, verdict, reason)
                values (:issue, :item, :kind, :story, :cluster, :verdict, :reason)""")
                .param("issue", issue)
                .param("item", fate.item().id())
                .param("kind", fate.kind().label())
                .param("story", fate.story())
                .param("cluster", fate.cluster())
                .param("verdict", label(fate.verdict().kind()))
                .param("reason", fate.reason())
                .update();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        String feature = row.getString("feature");
        List<Outlet> outlets = json.readValue(row.getString("outlets"), new TypeReference<ArrayList<Outlet>>() {});
        return new Entry(
                row.getInt("position"),
                row.getLong("story_id"),
                Placement.valueOf(row.getString("placement").toUpperCase(Locale.ROOT)),
                row.getString("topic"),
                row.getString("headline"),
                row.getString("deck"),
                row.getString("deck_outlet"),
                row.getString("link"),
                outlets,
                instant(row.getString("updated")),
                row.getBoolean("state_only"),
                row.getInt("minutes"),
                feature == null ? null : json.readValue(feature, Feature.class),
                row.getString("importance"),
                row.getString("topic_reason"));
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
