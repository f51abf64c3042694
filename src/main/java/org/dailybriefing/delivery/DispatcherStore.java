package org.dailybriefing.delivery;

import static org.dailybriefing.base.Timestamps.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code dispatcher}: who sends at the moment, as long as his heart beats. */
@Repository
public class DispatcherStore {

    private final JdbcClient db;

    DispatcherStore(JdbcClient db) {
        this.db = db;
    }

    /** @param perSecond how many mails went out in the last second or so */
    void beat(String dispatcher, long issue, int perSecond, Instant now) {
        db.sql("""
                insert into dispatcher (id, heartbeat, issue_id, per_second) values (:id, :now, :issue, :rate)
                on conflict (id) do update set heartbeat = excluded.heartbeat, per_second = excluded.per_second""")
                .param("id", dispatcher)
                .param("issue", issue)
                .param("rate", perSecond)
                .param("now", text(now))
                .update();
    }

    void retire(String dispatcher) {
        db.sql("delete from dispatcher where id = :id").param("id", dispatcher).update();
    }

    /** Those whose heart has not beaten since. */
    List<String> silentSince(Instant beat) {
        return db.sql("select id from dispatcher where heartbeat < :before")
                .param("before", text(beat))
                .query(String.class)
                .list();
    }

    /** Mails that leave in a second, by all who send the issue; empty if nobody does. */
    public Optional<Long> perSecond(long issue, Instant beatSince) {
        return db.sql("select sum(per_second) from dispatcher where issue_id = :issue and heartbeat >= :since")
                .param("issue", issue)
                .param("since", text(beatSince))
                .query(Long.class)
                .optional();
    }
}
