package org.dailybriefing.subscriber;

import static org.dailybriefing.base.Timestamps.text;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dailybriefing.subscriber.SubscriberFile.Listed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code subscriber} and {@code subscription}. What a reader did himself is marked {@code reader} and is never
 * overruled by the operator's file; nor is what a suppression ended.
 */
@Repository
public class SubscriberStore {

    private final JdbcClient db;

    SubscriberStore(JdbcClient db) {
        this.db = db;
    }

    /** One reader's subscription to one edition. */
    public record Subscription(long id, String edition, String status, String changedBy) {

        public boolean endedByReader() {
            return status.equals("ended") && changedBy.equals("reader");
        }
    }

    public Optional<Subscription> subscription(long id) {
        return db.sql("select id, edition, status, changed_by from subscription where id = :id")
                .param("id", id)
                .query(Subscription.class)
                .optional();
    }

    /** How many would get an issue of the edition now. */
    public long audience(String edition) {
        return db.sql("""
                select count(*) from subscription join subscriber on subscriber.id = subscription.subscriber_id
                where edition = :edition and status = 'active'
                  and not exists (select 1 from suppression where suppression.email = subscriber.email)""").param("edition", edition).query(Long.class).single();
    }

    /** The same, if exactly {@code listed} stood in the operator's file. */
    long audience(String edition, Set<String> listed) {
        Set<String> readers = new HashSet<>(listed);
        readers.addAll(db.sql("""
                select email from subscriber join subscription on subscriber_id = subscriber.id
                where edition = :edition and status = 'active' and changed_by <> 'file'""").param("edition", edition).query(String.class).list());
        readers.removeAll(db.sql("""
                select email from subscriber join subscription on subscriber_id = subscriber.id
                where status = 'ended' and changed_by = 'reader'
                union select email from suppression""").query(String.class).list());
        return readers.size();
    }

    /** The reader leaves, for good unless he comes back himself; doing it twice is the same. */
    public void leave(long subscription, Instant now) {
        db.sql("""
                update subscription set status = 'ended', changed_by = 'reader', changed = :now
                where id = :id and not (status = 'ended' and changed_by = 'reader')""").param("now", text(now)).param("id", subscription).update();
    }

    /** Active subscriptions that came from the file, as addresses. */
    List<String> listedBefore() {
        return db.sql("""
                select distinct email from subscriber join subscription on subscriber_id = subscriber.id
                where status = 'active' and changed_by = 'file' order by email""").query(String.class).list();
    }

    long keep(Listed listed, Instant now) {
        return db.sql("""
                insert into subscriber (email, name, language, zone, send_at, topics, created)
                values (:email, :name, :language, :zone, :sendAt, :topics, :now)
                on conflict (email) do update set name = excluded.name, language = excluded.language,
                    zone = excluded.zone, send_at = excluded.send_at, topics = excluded.topics
                returning id""")
                .param("email", listed.email())
                .param("name", listed.name())
                .param("language", textOrNull(listed.language()))
                .param("zone", textOrNull(listed.zone()))
                .param("sendAt", textOrNull(listed.sendAt()))
                .param("topics", String.join(" ", listed.topics()))
                .param("now", text(now))
                .query(Long.class)
                .single();
    }

    /**
     * Who has left one edition by himself is not put on another by the file, and whose address is suppressed on none.
     *
     * @return 1 if the subscriber was added to the edition or came back by the file, else 0
     */
    int subscribe(long subscriber, String edition, Instant now) {
        return db.sql("""
                insert into subscription (subscriber_id, edition, status, changed_by, changed)
                select :subscriber, :edition, 'active', 'file', :now
                where not exists (select 1 from subscription gone where gone.subscriber_id = :subscriber
                                  and gone.status = 'ended' and gone.changed_by = 'reader')
                  and not exists (select 1 from suppression join subscriber on subscriber.email = suppression.email
                                  where subscriber.id = :subscriber)
                on conflict (subscriber_id, edition) do update set status = 'active', changed = excluded.changed
                where subscription.changed_by = 'file' and subscription.status = 'ended'""")
                .param("subscriber", subscriber)
                .param("edition", edition)
                .param("now", text(now))
                .update();
    }

    int endListed(String email, Instant now) {
        return db.sql("""
                update subscription set status = 'ended', changed = :now
                where status = 'active' and changed_by = 'file'
                  and subscriber_id = (select id from subscriber where email = :email)""").param("now", text(now)).param("email", email).update();
    }

    private static @Nullable String textOrNull(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
