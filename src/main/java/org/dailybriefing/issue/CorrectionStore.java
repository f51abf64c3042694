package org.dailybriefing.issue;

import static org.dailybriefing.base.Timestamps.instant;
import static org.dailybriefing.base.Timestamps.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dailybriefing.base.Dialect;
import org.dailybriefing.issue.Correction.Pin;
import org.dailybriefing.issue.Correction.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code correction} and {@code correction_item}, which only grow. */
@Repository
public class CorrectionStore {

    private final JdbcClient db;
    private final Dialect dialect;

    CorrectionStore(JdbcClient db, Dialect dialect) {
        this.db = db;
        this.dialect = dialect;
    }

    /**
     * To correct: until the end of the transaction nobody else does, so that what an editor corrects is what he has seen. On SQLite
     * transactions follow one another anyway.
     */
    void alone() {
        if (dialect == Dialect.POSTGRESQL) {
            db.sql("lock table correction in share row exclusive mode").update();
        }
    }

    /** Of an edition, in the order in which they were made. */
    public List<Correction> all(String edition) {
        return upTo(edition, Long.MAX_VALUE);
    }

    List<Correction> upTo(String edition, long last) {
        var pins = new HashMap<Long, List<Pin>>();
        db.sql("""
                select correction_item.* from correction_item
                join correction on correction.id = correction_item.correction_id
                where correction.edition = :edition and correction.id <= :last
                order by item_id""").param("edition", edition).param("last", last).query(row -> {
            pins.computeIfAbsent(row.getLong("correction_id"), id -> new ArrayList<>())
                    .add(new Pin(row.getLong("item_id"), row.getLong("was"), row.getLong("story_id")));
        });
        return db.sql("select * from correction where edition = :edition and id <= :last order by id")
                .param("edition", edition)
                .param("last", last)
                .query((row, number) -> correction(row, pins))
                .list();
    }

    /** The number of the newest one of an edition, 0 if there is none. */
    long last(String edition) {
        return db.sql("select coalesce(max(id), 0) from correction where edition = :edition")
                .param("edition", edition)
                .query(Long.class)
                .single();
    }

    /**
     * @param correction its number is not read
     * @return the same with the number that it got
     */
    public Correction add(String edition, Correction correction) {
        long id = db.sql("""
                insert into correction (edition, at, who, verb, story_id, topic, undone)
                values (:edition, :at, :who, :verb, :story, :topic, :undone) returning id""")
                .param("edition", edition)
                .param("at", text(correction.at()))
                .param("who", correction.who())
                .param("verb", correction.verb().label())
                .param("story", correction.story())
                .param("topic", correction.topic())
                .param("undone", correction.undone())
                .query(Long.class)
                .single();
        for (Pin pin : correction.pins()) {
            db.sql("""
                    insert into correction_item (correction_id, item_id, was, story_id)
                    values (:correction, :item, :was, :story)""")
                    .param("correction", id)
                    .param("item", pin.item())
                    .param("was", pin.was())
                    .param("story", pin.story())
                    .update();
        }
        return new Correction(
                id,
                correction.at(),
                correction.who(),
                correction.verb(),
                correction.story(),
                correction.topic(),
                correction.undone(),
                correction.pins());
    }

    private static Correction correction(ResultSet row, Map<Long, List<Pin>> pins) throws SQLException {
        long id = row.getLong("id");
        return new Correction(
                id,
                instant(row.getString("at")),
                row.getString("who"),
                Verb.valueOf(row.getString("verb").toUpperCase(Locale.ROOT)),
                number(row, "story_id"),
                row.getString("topic"),
                number(row, "undone"),
                pins.getOrDefault(id, List.of()));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(number);
    }
}
