package org.dailybriefing.issue;

import static org.dailybriefing.base.Timestamps.instant;
import static org.dailybriefing.base.Timestamps.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.issue.Entry.Placement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code story}, {@code entry} and {@code fate}: what a compile made of the wire. */
@Repository
public class DraftStore {

    private final JdbcClient db;
    private final JsonMapper json;

    DraftStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Where an item ended up, as an editor reads it. */
    public record ItemFate(
            long item,
            String kind,
            @Nullable Long story,
            String verdict,
            String reason,
            String title,
            String link,
            String outlet,
            Instant published) {}

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
                where fate.issue_id = :issue order by item.published desc, item.id""").param("issue", issue).query(DraftStore::fate).list();
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

    /** Items that an approved or sent issue of the edition has printed, other than {@code issue}. */
    Set<Long> printedBefore(String edition, long issue) {
        return new HashSet<>(db.sql("""
                select fate.item_id from fate join issue on issue.id = fate.issue_id
                where issue.edition = :edition and issue.id <> :issue
                  and issue.status in ('approved', 'sending', 'sent') and fate.kind in ('leads', 'merged')""")
                .param("edition", edition)
                .param("issue", issue)
                .query(Long.class)
                .list());
    }

    /** The story that most of these items belonged to in earlier compiles of the edition, or a new one. */
    long identity(String edition, List<Long> items, Set<Long> taken, Instant now) {
        List<Long> known = db.sql("""
                select fate.story_id from fate join issue on issue.id = fate.issue_id
                where issue.edition = :edition and fate.item_id in (:items) and fate.story_id is not null
                group by fate.story_id order by count(*) desc, fate.story_id""")
                .param("edition", edition)
                .param("items", items)
                .query(Long.class)
                .list();
        return known.stream()
                .filter(story -> !taken.contains(story))
                .findFirst()
                .orElseGet(() -> db.sql("insert into story (edition, first_seen) values (:edition, :now) returning id")
                        .param("edition", edition)
                        .param("now", text(now))
                        .query(Long.class)
                        .single());
    }

    /** Replaces what an earlier compile of the issue made. */
    void replace(long issue, List<Entry> entries, List<Fate> fates, List<Long> stories) {
        db.sql("delete from entry where issue_id = :issue")
                .param("issue", issue)
                .update();
        db.sql("delete from fate where issue_id = :issue").param("issue", issue).update();
        entries.forEach(entry -> insert(issue, entry));
        fates.forEach(fate -> insert(issue, fate, stories));
    }

    private void insert(long issue, Entry entry) {
        db.sql("""
                insert into entry (issue_id, position, story_id, placement, topic, headline, deck, deck_outlet, link,
                                   outlets, updated, state_only)
                values (:issue, :position, :story, :placement, :topic, :headline, :deck, :deckOutlet, :link,
                        :outlets, :updated, :stateOnly)""")
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
                .update();
    }

    private void insert(long issue, Fate fate, List<Long> stories) {
        Integer index = fate.storyIndex();
        db.sql("""
                insert into fate (issue_id, item_id, kind, story_id, verdict, reason)
                values (:issue, :item, :kind, :story, :verdict, :reason)""")
                .param("issue", issue)
                .param("item", fate.item().id())
                .param("kind", label(fate.kind()))
                .param("story", index == null ? null : stories.get(index))
                .param("verdict", label(fate.verdict().kind()))
                .param("reason", fate.verdict().reason())
                .update();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
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
                row.getBoolean("state_only"));
    }

    private static ItemFate fate(ResultSet row, int number) throws SQLException {
        long story = row.getLong("story_id");
        boolean none = row.wasNull();
        return new ItemFate(
                row.getLong("item_id"),
                row.getString("kind"),
                none ? null : story,
                row.getString("verdict"),
                row.getString("reason"),
                row.getString("title"),
                row.getString("link"),
                row.getString("outlet"),
                instant(row.getString("published")));
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
