package org.dailybriefing.delivery;

import java.time.Duration;
import java.util.List;
import org.dailybriefing.base.Dialect;
import org.dailybriefing.base.Timestamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code dispatcher}: who sends at the moment, as long as his heart beats. By the clock of the database: those of the machines
 * may differ, and whoever is taken for dead loses the rows that he has in flight.
 */
@Repository
public class DispatcherStore {

    /** A sender that has been silent for this long is dead. */
    static final Duration DEAD_AFTER = Duration.ofSeconds(30);

    private final JdbcClient db;
    private final Dialect dialect;

    DispatcherStore(JdbcClient db, Dialect dialect) {
        this.db = db;
        this.dialect = dialect;
    }

    /**
     * Begins to send.
     *
     * @param warming whether it spends the warm-up's allowance
     * @return false if another one is spending it
     */
    boolean enter(String dispatcher, long issue, boolean warming) {
        return db.sql("""
                insert into dispatcher (id, heartbeat, issue_id, warming) values (:id, %s, :issue, :warming)
                on conflict (warming) do nothing""".formatted(dialect.now()))
                        .param("id", dispatcher)
                        .param("issue", issue)
                        .param("warming", warming ? 1 : null)
                        .update()
                == 1;
    }

    /**
     * @param perSecond how many mails went out in the last second or so
     * @return false if others have taken it for dead
     */
    boolean beat(String dispatcher, int perSecond) {
        return db.sql("update dispatcher set heartbeat = %s, per_second = :rate where id = :id"
                                .formatted(dialect.now()))
                        .param("id", dispatcher)
                        .param("rate", perSecond)
                        .update()
                == 1;
    }

    void retire(String dispatcher) {
        db.sql("delete from dispatcher where id = :id").param("id", dispatcher).update();
    }

    List<String> dead() {
        return db.sql("select id from dispatcher where heartbeat < :lastMoment")
                .param("lastMoment", lastMoment())
                .query(String.class)
                .list();
    }

    /** Mails of an issue that leave in a second, by all who send it. */
    public long perSecond(long issue) {
        return db.sql("""
                select coalesce(sum(per_second), 0) from dispatcher
                where issue_id = :issue and heartbeat >= :lastMoment""")
                .param("issue", issue)
                .param("lastMoment", lastMoment())
                .query(Long.class)
                .single();
    }

    /** Whose last beat was before this one is dead. */
    private String lastMoment() {
        String now = db.sql("select " + dialect.now()).query(String.class).single();
        return Timestamps.text(Timestamps.instant(now).minus(DEAD_AFTER));
    }
}
