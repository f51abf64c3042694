package org.dailybriefing.delivery;

import static org.dailybriefing.base.Timestamps.text;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dailybriefing.issue.Issue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What table {@code delivery} adds up to. */
@Repository
public class AccountingStore {

    private final JdbcClient db;

    AccountingStore(JdbcClient db) {
        this.db = db;
    }

    /** Of all editions. */
    long acceptedSince(Instant start) {
        return db.sql("select count(*) from delivery where status = 'accepted' and changed >= :start")
                .param("start", text(start))
                .query(Long.class)
                .single();
    }

    /** Whether mails are on their way, by whichever sender, or could be. */
    public boolean isUnderway(Issue issue, Instant now) {
        return db.sql("""
                        select count(*) from issue where id = :issue and (
                          exists (select 1 from delivery where issue_id = :issue and status = 'in-flight')
                          or exists (
                            select 1 from delivery
                            where issue_id = :issue and status = 'pending' and next_attempt <= :now))""")
                        .param("issue", issue.id())
                        .param("now", text(now))
                        .query(Long.class)
                        .single()
                > 0;
    }

    public Accounting accounting(long issue) {
        Map<DeliveryStatus, Long> counts = new EnumMap<>(DeliveryStatus.class);
        db.sql("select status, count(*) as n from delivery where issue_id = :issue group by status")
                .param("issue", issue)
                .query((row, number) -> counts.put(DeliveryStatus.of(row.getString("status")), row.getLong("n")))
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
    public List<String> refusals(long issue) {
        return db.sql("""
                select count(*) as n, status, reply from delivery
                where issue_id = :issue and status <> 'accepted' and reply is not null
                group by status, reply order by n desc, reply limit 5""")
                .param("issue", issue)
                .query((row, number) ->
                        row.getLong("n") + " " + row.getString("status") + ": " + row.getString("reply"))
                .list();
    }
}
