package org.dailybriefing.issue;

import static org.dailybriefing.base.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds items of an edition, those of its sources and those that its issues account for. */
@Repository
public class WhereaboutsStore {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Databases limit how many parameters a statement has. */
    private static final int AT_ONCE = 1000;

    private final JdbcClient db;

    WhereaboutsStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Items at one of these addresses, now or before their feed changed it.
     *
     * @return one for each item and issue, oldest first
     */
    public List<Whereabouts> at(Edition edition, Collection<String> links) {
        return read(edition, db.sql("""
                        select id from item where link in (:links) or canonical_link in (:links)
                        union select item_id from item_version where link in (:links)""").param("links", links).query(Long.class).list());
    }

    /**
     * Items with all these words in a title of theirs, in any order and case; the databases know no case beyond a to z.
     *
     * @return one for each item and issue, oldest first
     * @throws Refusal if there is not one word
     */
    public List<Whereabouts> titled(Edition edition, Collection<String> words) {
        Set<String> wanted = words.stream().flatMap(WhereaboutsStore::words).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            throw new Refusal("\"" + String.join(" ", words)
                    + "\" has no word to look for; give an article's link or words of" + " its title.");
        }
        var found = new HashSet<Long>();
        db.sql("select id, title from item union all select item_id, title from item_version")
                .query(row -> {
                    if (words(row.getString("title"))
                            .collect(Collectors.toSet())
                            .containsAll(wanted)) {
                        found.add(row.getLong("id"));
                    }
                });
        return read(edition, List.copyOf(found));
    }

    private static Stream<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }

    private List<Whereabouts> read(Edition edition, List<Long> items) {
        var found = new ArrayList<Whereabouts>();
        for (int i = 0; i < items.size(); i += AT_ONCE) {
            found.addAll(readSome(edition, items.subList(i, Math.min(items.size(), i + AT_ONCE))));
        }
        found.sort(Whereabouts.ORDER);
        return found;
    }

    private List<Whereabouts> readSome(Edition edition, List<Long> items) {
        return db.sql("""
                select item.id as item_id, item.title, item.link, item.published, item.first_seen,
                       coalesce(item.outlet, feed.url) as outlet,
                       issue.date, issue.number, issue.status, fate.kind, fate.story_id, fate.verdict, fate.reason
                from item join feed on feed.id = item.feed_id
                left join (fate join issue on issue.id = fate.issue_id and issue.edition = :edition)
                     on fate.item_id = item.id
                where item.id in (:items) and (issue.id is not null or feed.url in (:urls))""")
                .param("edition", edition.slug())
                .param("items", items)
                .param(
                        "urls",
                        edition.sources().stream()
                                .map(source -> source.url().toString())
                                .toList())
                .query(WhereaboutsStore::whereabouts)
                .list();
    }

    private static Whereabouts whereabouts(ResultSet row, int rowNumber) throws SQLException {
        return new Whereabouts(
                row.getLong("item_id"),
                row.getString("outlet"),
                row.getString("title"),
                row.getString("link"),
                instant(row.getString("published")),
                instant(row.getString("first_seen")),
                row.getString("date") == null ? null : place(row));
    }

    private static Whereabouts.Place place(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        boolean thin = row.wasNull();
        return new Whereabouts.Place(
                LocalDate.parse(row.getString("date")),
                thin ? null : number,
                IssueStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                ItemFate.of(row));
    }
}
