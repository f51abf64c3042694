package org.dailybriefing.feed;

import org.dailybriefing.base.Dialect;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets what writes items and what reads them follow one another, so that a reader who looks at the clock behind the gate finds
 * all that will ever bear an earlier time, and can find the same again. On SQLite transactions do so by themselves.
 */
@Component
public class WireGate {

    private final JdbcClient db;
    private final Dialect dialect;

    WireGate(JdbcClient db, Dialect dialect) {
        this.db = db;
        this.dialect = dialect;
    }

    /** Until the end of the transaction nobody closes it; others may enter too. */
    void enter() {
        lock("row exclusive");
    }

    /** Until the end of the transaction nobody enters; waits for those who have. */
    public void close() {
        lock("share");
    }

    private void lock(String mode) {
        if (dialect == Dialect.POSTGRESQL) {
            db.sql("lock table item in " + mode + " mode").update();
        }
    }
}
