package org.dailybriefing.issue;

import static org.dailybriefing.base.Timestamps.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code story}: the identities of stories, which last while they go on from day to day. */
@Repository
public class StoryStore {

    private final JdbcClient db;

    StoryStore(JdbcClient db) {
        this.db = db;
    }

    /** @return the number of a new story */
    public long add(String edition, Instant now) {
        return db.sql("insert into story (edition, first_seen) values (:edition, :now) returning id")
                .param("edition", edition)
                .param("now", text(now))
                .query(Long.class)
                .single();
    }

    /** The slug of the edition that a story is of. */
    public Optional<String> edition(long story) {
        return db.sql("select edition from story where id = :story")
                .param("story", story)
                .query(String.class)
                .optional();
    }

    /** Where the items of an edition are by the last issue that has them in a story; those in none are left out. */
    Map<Long, Past.Origin> byItem(String edition) {
        var homes = new HashMap<Long, Past.Origin>();
        db.sql("""
                select fate.item_id, fate.story_id, fate.cluster_id from fate join issue on issue.id = fate.issue_id
                where issue.edition = :edition and fate.story_id is not null
                order by issue.date""").param("edition", edition).query(row -> {
            homes.put(
                    row.getLong("item_id"), new Past.Origin(row.getLong("story_id"), row.getLong("cluster_id"), false));
        });
        return homes;
    }
}
