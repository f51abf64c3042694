package org.dailybriefing.delivery;

import static org.dailybriefing.base.Timestamps.text;
import static org.dailybriefing.base.Timestamps.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.subscriber.Zones;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Table {@code delivery}: one row for each reader of an issue, made once, and moved only along the transition table. A row
 * is committed as in flight before the first byte of its conversation, and its result after the last.
 */
@Repository
public class DeliveryLedger {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final IssueStore issues;

    DeliveryLedger(JdbcClient db, TransactionTemplate transaction, IssueStore issues) {
        this.db = db;
        this.transaction = transaction;
        this.issues = issues;
    }

    /** Freezes the audience and begins to send, in one transaction. */
    public long freeze(Issue issue, String who, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            issues.move(issue, IssueStatus.SENDING, who, "sending begun");
            int frozen = db.sql("""
                    insert into delivery (issue_id, subscriber_id, status, changed)
                    select :issue, subscriber.id, 'pending', :now
                    from subscriber join subscription on subscription.subscriber_id = subscriber.id
                    where subscription.edition = :edition and subscription.status = 'active'
                      and not exists (select 1 from suppression where suppression.email = subscriber.email)
                    order by subscriber.id""")
                    .param("issue", issue.id())
                    .param("now", text(now))
                    .param("edition", issue.edition())
                    .update();
            db.sql("update issue set frozen = :frozen, sending = :now where id = :id")
                    .param("frozen", frozen)
                    .param("now", text(now))
                    .param("id", issue.id())
                    .update();
            return (long) frozen;
        }));
    }

    /** What came of an attempt to claim a row. */
    sealed interface Claim {
        record InFlight(Delivery delivery) implements Claim {}

        /** The reader had left in the meantime. */
        record Skipped() implements Claim {}

        record NothingDue() implements Claim {}
    }

    /** Takes the next due row for {@code dispatcher}; whether its reader still wants it is looked up at this moment. */
    Claim claim(Issue issue, String dispatcher, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            for (Optional<Long> id = next(issue, now); id.isPresent(); id = next(issue, now)) {
                Optional<Delivery> wanted = wanted(id.get());
                if (wanted.isEmpty()) {
                    if (move(
                            id.get(),
                            DeliveryStatus.PENDING,
                            DeliveryStatus.SKIPPED,
                            "the reader has left",
                            null,
                            now)) {
                        return new Claim.Skipped();
                    }
                } else if (take(id.get(), dispatcher, now)) {
                    return new Claim.InFlight(wanted.get());
                }
                // another sender was quicker; there may be a next one
            }
            return new Claim.NothingDue();
        }));
    }

    private Optional<Long> next(Issue issue, Instant now) {
        return db.sql("""
                select id from delivery where issue_id = :issue and status = 'pending'
                  and (next_attempt is null or next_attempt <= :now)
                order by id limit 1""")
                .param("issue", issue.id())
                .param("now", text(now))
                .query(Long.class)
                .optional();
    }

    private boolean take(long id, String dispatcher, Instant now) {
        return move(id, DeliveryStatus.PENDING, DeliveryStatus.IN_FLIGHT, null, null, now)
                && db.sql("update delivery set dispatcher = :dispatcher, attempts = attempts + 1 where id = :id")
                                .param("dispatcher", dispatcher)
                                .param("id", id)
                                .update()
                        == 1;
    }

    private Optional<Delivery> wanted(long id) {
        return db.sql("""
                select delivery.id, subscription.id as subscription, subscriber.email,
                       nullif(coalesce(own_name, name), '') as name,
                       nullif(coalesce(own_zone, subscriber.zone), '') as zone,
                       delivery.attempts + 1 as attempts
                from delivery
                join issue on issue.id = delivery.issue_id
                join subscriber on subscriber.id = delivery.subscriber_id
                join subscription on subscription.subscriber_id = subscriber.id and subscription.edition = issue.edition
                where delivery.id = :id and subscription.status = 'active'
                  and not exists (select 1 from suppression where suppression.email = subscriber.email)""").param("id", id).query(DeliveryLedger::delivery).optional();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getLong("subscription"),
                row.getString("email"),
                row.getString("name"),
                Zones.known(row.getString("zone")),
                row.getInt("attempts"));
    }

    /**
     * Writes down the result of a claimed delivery.
     *
     * @param nextAttempt when a temporary refusal is tried again
     */
    void settle(Delivery delivery, DeliveryStatus next, String reply, @Nullable Instant nextAttempt, Instant now) {
        transaction.executeWithoutResult(status -> {
            DeliveryStatus current = status(delivery.id());
            if (!move(delivery.id(), current, next, reply, nextAttempt, now)) {
                throw new IllegalStateException("delivery " + delivery.id() + " was moved on by somebody else");
            }
        });
    }

    private DeliveryStatus status(long id) {
        return db.sql("select status from delivery where id = :id")
                .param("id", id)
                .query((row, number) -> status(row.getString("status")))
                .single();
    }

    /**
     * One step along the transition table.
     *
     * @return false if somebody else has moved the row from {@code from} in the meantime
     */
    private boolean move(
            long id,
            DeliveryStatus from,
            DeliveryStatus to,
            @Nullable String reply,
            @Nullable Instant nextAttempt,
            Instant now) {
        if (!from.canBecome(to)) {
            throw new IllegalStateException(
                    "delivery " + id + " is " + from.label() + " and cannot become " + to.label());
        }
        return db.sql("""
                update delivery set status = :to, reply = :reply, next_attempt = :nextAttempt, changed = :now
                where id = :id and status = :from""")
                        .param("to", to.label())
                        .param("from", from.label())
                        .param("reply", reply)
                        .param("nextAttempt", textOrNull(nextAttempt))
                        .param("now", text(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Gives up what is still pending of an issue that has grown stale. */
    int expire(Issue issue, Instant sendingBefore, Instant now) {
        return db.sql("""
                update delivery set status = 'expired', changed = :now
                where issue_id = :issue and status = 'pending'
                  and (select sending from issue where id = :issue) < :before""")
                .param("now", text(now))
                .param("issue", issue.id())
                .param("before", text(sendingBefore))
                .update();
    }

    /** What a dead sender had in flight may have been accepted: it becomes uncertain and is never sent again by itself. */
    int recover(Instant beatBefore, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            db.sql("delete from dispatcher where heartbeat < :before")
                    .param("before", text(beatBefore))
                    .update();
            return db.sql("""
                    update delivery set status = 'uncertain', changed = :now,
                           reply = 'the program ended during the conversation'
                    where status = 'in-flight' and not exists (
                        select 1 from dispatcher where dispatcher.id = delivery.dispatcher)""").param("now", text(now)).update();
        }));
    }

    /** How many mails are on their way, by whichever sender. */
    public long inFlight(Issue issue) {
        return db.sql("select count(*) from delivery where issue_id = :issue and status = 'in-flight'")
                .param("issue", issue.id())
                .query(Long.class)
                .single();
    }

    void beat(String dispatcher, Instant now) {
        db.sql("""
                insert into dispatcher (id, heartbeat) values (:id, :now)
                on conflict (id) do update set heartbeat = excluded.heartbeat""").param("id", dispatcher).param("now", text(now)).update();
    }

    void retire(String dispatcher) {
        db.sql("delete from dispatcher where id = :id").param("id", dispatcher).update();
    }

    public Accounting accounting(long issue) {
        Map<DeliveryStatus, Long> counts = new EnumMap<>(DeliveryStatus.class);
        db.sql("select status, count(*) as n from delivery where issue_id = :issue group by status")
                .param("issue", issue)
                .query((row, number) -> counts.put(status(row.getString("status")), row.getLong("n")))
                .list();
        long frozen = db.sql("select frozen from issue where id = :issue")
                .param("issue", issue)
                .query(Long.class)
                .single();
        return new Accounting(
                frozen,
                counts.getOrDefault(DeliveryStatus.ACCEPTED, 0L),
                counts.getOrDefault(DeliveryStatus.REJECTED, 0L),
                counts.getOrDefault(DeliveryStatus.EXPIRED, 0L),
                counts.getOrDefault(DeliveryStatus.SKIPPED, 0L),
                counts.getOrDefault(DeliveryStatus.UNCERTAIN, 0L),
                counts.getOrDefault(DeliveryStatus.PENDING, 0L) + counts.getOrDefault(DeliveryStatus.IN_FLIGHT, 0L));
    }

    /** The server's words on what it did not take, most frequent first. */
    public List<String> complaints(long issue) {
        return db.sql("""
                select count(*) as n, status, reply from delivery
                where issue_id = :issue and status <> 'accepted' and reply is not null
                group by status, reply order by n desc, reply limit 5""")
                .param("issue", issue)
                .query((row, number) ->
                        row.getLong("n") + " " + row.getString("status") + ": " + row.getString("reply"))
                .list();
    }

    private static DeliveryStatus status(String label) {
        return DeliveryStatus.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
