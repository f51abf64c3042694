package org.dailybriefing.delivery;

import static org.dailybriefing.base.Timestamps.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dailybriefing.base.Dialect;
import org.dailybriefing.base.Settings.Delivery.DomainLimit;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.subscriber.Zones;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final IssueStore issues;
    private final Dialect dialect;

    DeliveryLedger(
            JdbcClient db, JdbcTemplate batches, TransactionTemplate transaction, IssueStore issues, Dialect dialect) {
        this.db = db;
        this.batches = batches;
        this.transaction = transaction;
        this.issues = issues;
        this.dialect = dialect;
    }

    /**
     * Freezes the audience and begins to send, in one transaction.
     *
     * @param limits domains whose deliveries wait in lanes of their own
     */
    public long freeze(Issue issue, List<DomainLimit> limits, String who, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            issues.move(issue, IssueStatus.SENDING, who, "sending begun");
            int frozen = db.sql("""
                    insert into delivery (issue_id, subscriber_id, status, next_attempt, changed)
                    select :issue, subscriber.id, 'pending', '', :now
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
            limits.forEach(limit -> limit.names().forEach(name -> moveToLane(issue, name, limit.lane())));
            return (long) frozen;
        }));
    }

    private void moveToLane(Issue issue, String domain, String lane) {
        db.sql("""
                update delivery set lane = :lane where issue_id = :issue and subscriber_id in (
                    select id from subscriber where lower(email) like :pattern escape '!')""")
                .param("lane", lane)
                .param("issue", issue.id())
                .param("pattern", pattern(domain))
                .update();
    }

    private static String pattern(String domain) {
        return "%@" + domain.replaceAll("([!%_])", "!$1");
    }

    /** A limit that is no more must not hold anything up. */
    void openLanes(Issue issue, List<String> but) {
        db.sql("""
                update delivery set lane = '' where issue_id = :issue and status = 'pending' and lane <> ''
                  and lane not in (:lanes)""")
                .param("issue", issue.id())
                .param("lanes", but.isEmpty() ? List.of("") : but)
                .update();
    }

    /**
     * Where claimed rows go out.
     *
     * @param line the number of its connection
     * @param turn rises with each claim of the line
     */
    record Claimant(String dispatcher, int line, long turn) {}

    /**
     * Takes up to {@code most} due rows, which are in flight from then on. Whether their readers still want them is looked up at
     * this moment; the rows of those who have left are skipped.
     *
     * @return in the order in which they are to go out; empty only if nothing is due
     */
    List<Delivery> claim(Issue issue, Claimant claimant, Lanes.Ticket ticket, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            while (true) {
                List<Long> ids = due(issue, claimant, ticket, now);
                List<Delivery> wanted = wanted(ids);
                Set<Long> kept = wanted.stream().map(Delivery::id).collect(Collectors.toSet());
                List<Settlement> left = ids.stream()
                        .filter(id -> !kept.contains(id))
                        .map(Settlement::left)
                        .toList();
                settle(left, claimant.dispatcher(), now);
                if (ids.isEmpty() || !wanted.isEmpty()) {
                    return wanted;
                }
            }
        }));
    }

    private List<Long> due(Issue issue, Claimant claimant, Lanes.Ticket ticket, Instant now) {
        return db.sql("""
                    with due as materialized (
                      select id from delivery
                      where issue_id = :issue and status = 'pending' and lane = :lane and next_attempt <= :now
                        and exists (select 1 from issue where issue.id = :issue and issue.status = 'sending')
                      order by next_attempt, id limit :most %s)
                    update delivery set status = 'in-flight', dispatcher = :dispatcher, line = :line, turn = :turn,
                           attempts = attempts + 1, changed = :now
                    where id in (select id from due) returning id""".formatted(dialect.skipLocked()))
                .param("issue", issue.id())
                .param("lane", ticket.lane())
                .param("most", ticket.most())
                .param("dispatcher", claimant.dispatcher())
                .param("line", claimant.line())
                .param("turn", claimant.turn())
                .param("now", text(now))
                .query(Long.class)
                .list();
    }

    /** Of these rows those whose readers have not left, in the order in which they are to go out. */
    List<Delivery> wanted(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql("""
                select delivery.id, subscription.id as subscription, subscriber.email,
                       nullif(coalesce(own_name, name), '') as name,
                       nullif(coalesce(own_zone, subscriber.zone), '') as zone,
                       delivery.attempts
                from delivery
                join issue on issue.id = delivery.issue_id
                join subscriber on subscriber.id = delivery.subscriber_id
                join subscription on subscription.subscriber_id = subscriber.id and subscription.edition = issue.edition
                where delivery.id in (:ids) and subscription.status = 'active'
                  and not exists (select 1 from suppression where suppression.email = subscriber.email)
                order by delivery.id""").param("ids", ids).query(DeliveryLedger::delivery).list();
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
     * What was not in flight any more when its result came in: somebody else has taken the sender for dead.
     *
     * @param late uncertain by then, and known now
     * @param lost moved on by somebody else
     */
    record Overtaken(List<Settlement> late, List<Settlement> lost) {

        boolean isEmpty() {
            return late.isEmpty() && lost.isEmpty();
        }
    }

    /** Writes down the results of claimed rows, all or none. */
    Overtaken settle(List<Settlement> settlements, String dispatcher, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // one order for all: two senders would wait for each other
            List<Settlement> inOrder = settlements.stream()
                    .sorted(Comparator.comparingLong(Settlement::delivery))
                    .toList();
            List<Settlement> overtaken = move(inOrder, DeliveryStatus.IN_FLIGHT, dispatcher, now);
            // what waits in an issue that was closed would wait for ever
            List<Settlement> late = new ArrayList<>(
                    overtaken.stream().filter(this::mayStillBecome).toList());
            late.removeAll(move(late, DeliveryStatus.UNCERTAIN, dispatcher, now));
            overtaken.removeAll(late);
            return new Overtaken(late, overtaken);
        }));
    }

    private boolean mayStillBecome(Settlement settlement) {
        return settlement.next() != DeliveryStatus.PENDING
                || db.sql("select status from issue where id = (select issue_id from delivery where id = :id) "
                                + dialect.lock())
                        .param("id", settlement.delivery())
                        .query(String.class)
                        .single()
                        .matches("sending|stopped");
    }

    /**
     * Ends the sending, unless something waits again: a sender that was taken for dead may have given it back.
     *
     * @return whether this call made the step
     */
    boolean close(Issue issue, String what) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            db.sql("select id from issue where id = :issue " + dialect.lock())
                    .param("issue", issue.id())
                    .query(Long.class)
                    .single();
            long open = db.sql("""
                    select count(*) from delivery where issue_id = :issue and status in ('pending', 'in-flight')""").param("issue", issue.id()).query(Long.class).single();
            return open == 0 && issues.moves(issues.get(issue.id()), IssueStatus.SENT, "dispatcher", what);
        }));
    }

    /** One step along the transition table for each row that is {@code from} and this dispatcher's. */
    private List<Settlement> move(List<Settlement> settlements, DeliveryStatus from, String dispatcher, Instant now) {
        var left = new ArrayList<Settlement>();
        List<Settlement> possible = new ArrayList<>();
        for (Settlement settlement : settlements) {
            (from.canBecome(settlement.next()) ? possible : left).add(settlement);
        }
        if (possible.isEmpty()) {
            return left;
        }
        int[][] moved = batches.batchUpdate("""
                update delivery set status = ?, reply = ?, next_attempt = ?, attempts = attempts - ?, changed = ?,
                       dispatcher = null
                where id = ? and status = ? and dispatcher = ?""", possible, possible.size(), (row, settlement) -> {
            row.setString(1, settlement.next().label());
            row.setString(2, settlement.reply());
            row.setString(3, settlement.nextAttempt() == null ? "" : text(settlement.nextAttempt()));
            row.setInt(4, settlement.untried() ? 1 : 0);
            row.setString(5, text(now));
            row.setLong(6, settlement.delivery());
            row.setString(7, from.label());
            row.setString(8, dispatcher);
        });
        for (int i = 0; i < possible.size(); i++) {
            if (moved[0][i] == 0) {
                left.add(possible.get(i));
            }
        }
        return left;
    }

    /** When the sending of an issue began. */
    Instant begun(Issue issue) {
        return Instant.parse(db.sql("select sending from issue where id = :issue")
                .param("issue", issue.id())
                .query(String.class)
                .single());
    }

    /** Gives up what is still pending, unless an editor has stopped it in the meantime. */
    int expire(Issue issue, Instant now) {
        return db.sql("""
                update delivery set status = 'expired', changed = :now
                where issue_id = :issue and status = 'pending'
                  and exists (select 1 from issue where issue.id = :issue and issue.status = 'sending')""").param("now", text(now)).param("issue", issue.id()).update();
    }

    /** Lets the pending mails to a domain wait. */
    void pause(Issue issue, String domain, Instant until) {
        db.sql("""
                update delivery set next_attempt = :until
                where issue_id = :issue and status = 'pending' and next_attempt < :until
                  and subscriber_id in (select id from subscriber where lower(email) like :pattern escape '!')""")
                .param("until", text(until))
                .param("issue", issue.id())
                .param("pattern", pattern(domain))
                .update();
    }
}
