package org.dailybriefing.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Columns {@code own_name} and {@code own_zone} of table {@code subscriber}. They are the reader's: what the operator's file
 * says stands beside them, and holds only until he says something himself.
 */
@Repository
public class PreferenceStore {

    private final JdbcClient db;

    PreferenceStore(JdbcClient db) {
        this.db = db;
    }

    /** Who holds a subscription. */
    public record Reader(String email, Preferences preferences) {

        /** {@code r•••@example.org}: enough to know one's own address by, and not somebody else's. */
        public String maskedEmail() {
            return email.substring(0, 1) + "•••" + email.substring(email.lastIndexOf('@'));
        }
    }

    /** @param subscription one that exists */
    public Reader reader(long subscription) {
        return db.sql("""
                select email, coalesce(own_name, name) as name, coalesce(own_zone, zone) as zone
                from subscriber join subscription on subscription.subscriber_id = subscriber.id
                where subscription.id = :id""")
                .param("id", subscription)
                .query(PreferenceStore::reader)
                .single();
    }

    private static Reader reader(ResultSet row, int number) throws SQLException {
        return new Reader(
                row.getString("email"), new Preferences(row.getString("name"), Zones.known(row.getString("zone"))));
    }

    /** For all editions that the holder of the subscription gets; doing it twice is the same. */
    public void keep(long subscription, Preferences preferences) {
        db.sql("""
                update subscriber set own_name = :name, own_zone = :zone
                where id = (select subscriber_id from subscription where id = :id)""")
                .param("name", Objects.requireNonNullElse(preferences.name(), ""))
                .param("zone", Objects.toString(preferences.zone(), ""))
                .param("id", subscription)
                .update();
    }
}
