package org.dailybriefing.feed;

import static org.dailybriefing.base.Timestamps.instantOrNull;
import static org.dailybriefing.base.Timestamps.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code feed}: one row an address, shared by all editions that read it. */
@Repository
public class FeedStore {

    private final JdbcClient db;

    FeedStore(JdbcClient db) {
        this.db = db;
    }

    /** The feed's row, made if there is none. */
    FeedState of(String url) {
        db.sql("insert into feed (url) values (:url) on conflict (url) do nothing")
                .param("url", url)
                .update();
        return db.sql("select * from feed where url = :url")
                .param("url", url)
                .query(FeedStore::state)
                .single();
    }

    public List<FeedState> all() {
        return db.sql("select * from feed order by id").query(FeedStore::state).list();
    }

    /** Takes a due feed for one reader of it; false if it is not due, or somebody else has it. */
    boolean claim(long id, Instant now, Instant until) {
        return db.sql("""
                update feed set next_check = :until
                where id = :id and (next_check is null or next_check <= :now)""")
                        .param("until", text(until))
                        .param("id", id)
                        .param("now", text(now))
                        .update()
                == 1;
    }

    void succeeded(long id, @Nullable String etag, @Nullable String lastModified, Instant now, Instant nextCheck) {
        db.sql("""
                update feed set etag = :etag, last_modified = :lastModified, problem = null, failures = 0,
                       last_success = :now, next_check = :nextCheck
                where id = :id""")
                .param("etag", etag)
                .param("lastModified", lastModified)
                .param("now", text(now))
                .param("nextCheck", text(nextCheck))
                .param("id", id)
                .update();
    }

    /** Keeps the validators: they belong to the last document that could be read. */
    void failed(long id, String problem, Instant nextCheck) {
        db.sql("update feed set problem = :problem, failures = failures + 1, next_check = :nextCheck where id = :id")
                .param("problem", problem)
                .param("nextCheck", text(nextCheck))
                .param("id", id)
                .update();
    }

    private static FeedState state(ResultSet row, int number) throws SQLException {
        return new FeedState(
                row.getLong("id"),
                row.getString("url"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getString("problem"),
                row.getInt("failures"),
                instantOrNull(row.getString("last_success")),
                instantOrNull(row.getString("next_check")));
    }
}
