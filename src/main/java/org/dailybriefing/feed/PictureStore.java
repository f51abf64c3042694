package org.dailybriefing.feed;

import static org.dailybriefing.base.Timestamps.text;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Table {@code picture}: what was found when pictures were looked at, each time. */
@Repository
public class PictureStore {

    /** So long does a look count that found nothing to print: servers and networks recover. */
    private static final Duration RECOVERY = Duration.ofMinutes(15);

    private final JdbcClient db;
    private final WireStore wire;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    PictureStore(JdbcClient db, WireStore wire, TransactionTemplate transaction, InstantSource clock) {
        this.db = db;
        this.wire = wire;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** As with items, the time that is kept is the one at which it is written. */
    public void keep(List<Look> looks) {
        transaction.executeWithoutResult(status -> {
            wire.enter();
            // on SQLite it is the first statement that locks, and the time is that behind the lock
            db.sql("select max(id) from picture").query(Long.class).optional();
            String now = text(clock.instant());
            looks.forEach(look -> insert(look, now));
        });
    }

    private void insert(Look look, String now) {
        db.sql("""
                insert into picture (url, looked_at, width, height, problem)
                values (:url, :now, :width, :height, :problem)""")
                .param("url", look.url())
                .param("now", now)
                .param("width", look.width())
                .param("height", look.height())
                .param("problem", look.problem())
                .update();
    }

    /**
     * What was known of pictures at a moment, by their addresses; what is not among them is to be looked at.
     *
     * @param from earlier looks don't count any more
     */
    public Map<String, Look> looks(Instant from, Instant moment) {
        var looks = new HashMap<String, Look>();
        db.sql("""
                select url, width, height, problem from picture
                where looked_at <= :moment and looked_at > case when problem is null then :from else :recovered end
                order by looked_at, id""")
                .param("moment", text(moment))
                .param("from", text(from))
                .param("recovered", text(moment.minus(RECOVERY)))
                .query(row -> {
                    String url = row.getString("url");
                    looks.put(url, new Look(url, row.getInt("width"), row.getInt("height"), row.getString("problem")));
                });
        return looks;
    }
}
