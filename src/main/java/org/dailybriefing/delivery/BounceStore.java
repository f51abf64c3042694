package org.dailybriefing.delivery;

import static org.dailybriefing.base.Timestamps.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code bounce} and {@code other_mail}: what came back, and what else lay in the mailbox. */
@Repository
public class BounceStore {

    private final JdbcClient db;

    BounceStore(JdbcClient db) {
        this.db = db;
    }

    /** Whom a mail was for. */
    record Addressee(long delivery, long subscriber, String email) {}

    Optional<Addressee> addressee(long delivery) {
        return db.sql("""
                select delivery.id as delivery, subscriber.id as subscriber, email
                from delivery join subscriber on subscriber.id = delivery.subscriber_id
                where delivery.id = :id""").param("id", delivery).query(Addressee.class).optional();
    }

    boolean holds(long subscriber, long subscription) {
        return db.sql("select count(*) from subscription where id = :id and subscriber_id = :subscriber")
                        .param("id", subscription)
                        .param("subscriber", subscriber)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** @return false if the report is known, or one that says the same of the mail */
    boolean keep(
            String report, Addressee addressee, BounceKind kind, @Nullable String status, String words, Instant now) {
        return db.sql("""
                insert into bounce (report, delivery_id, subscriber_id, kind, status, words, received, suppressed)
                values (:report, :delivery, :subscriber, :kind, :status, :words, :now, false)
                on conflict do nothing""")
                        .param("report", report)
                        .param("delivery", addressee.delivery())
                        .param("subscriber", addressee.subscriber())
                        .param("kind", kind.label())
                        .param("status", status)
                        .param("words", words)
                        .param("now", text(now))
                        .update()
                == 1;
    }

    void markSuppressing(String report) {
        db.sql("update bounce set suppressed = true where report = :report")
                .param("report", report)
                .update();
    }

    /**
     * Mails with a soft bounce since the last one that was accepted and has not come back. By the order of the mails, not of the
     * reports: a relay accepts all of them, and reports on each days later.
     */
    long softInARow(long subscriber, Instant since) {
        return db.sql("""
                select count(*) from bounce
                where subscriber_id = :subscriber and kind = 'soft' and lifted is null and received >= :since
                  and delivery_id > coalesce((
                      select max(good.id) from issue cross join delivery good
                      where good.issue_id = issue.id and good.subscriber_id = :subscriber and good.status = 'accepted'
                        and good.id < (select max(delivery_id) from bounce
                                       where subscriber_id = :subscriber and kind = 'soft' and lifted is null)
                        and not exists (select 1 from bounce back where back.delivery_id = good.id)), 0)""")
                .param("subscriber", subscriber)
                .param("since", text(since))
                .query(Long.class)
                .single();
    }

    /**
     * What came back of an issue.
     *
     * @param suppressed how many addresses were suppressed for it
     */
    public record Returned(long hard, long soft, long complaints, long notices, long suppressed) {}

    public Returned returned(long issue) {
        return db.sql("""
                select count(case when kind = 'hard' then 1 end) as hard, count(case when kind = 'soft' then 1 end) as soft,
                       count(case when kind = 'complaint' then 1 end) as complaints,
                       count(case when kind = 'notice' then 1 end) as notices,
                       count(case when suppressed then 1 end) as suppressed
                from bounce join delivery on delivery.id = bounce.delivery_id
                where delivery.issue_id = :issue""").param("issue", issue).query(Returned.class).single();
    }

    public Set<String> leftAlone(String mailbox) {
        return Set.copyOf(db.sql("select message from other_mail where mailbox = :mailbox")
                .param("mailbox", mailbox)
                .query(String.class)
                .list());
    }

    public void leaveAlone(String mailbox, String message) {
        db.sql("insert into other_mail (mailbox, message) values (:mailbox, :message) on conflict do nothing")
                .param("mailbox", mailbox)
                .param("message", message)
                .update();
    }

    /** @param gone messages that somebody else has taken away */
    public void forget(String mailbox, List<String> gone) {
        for (String message : gone) {
            db.sql("delete from other_mail where mailbox = :mailbox and message = :message")
                    .param("mailbox", mailbox)
                    .param("message", message)
                    .update();
        }
    }
}
