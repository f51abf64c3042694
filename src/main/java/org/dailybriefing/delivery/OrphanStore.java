package org.dailybriefing.delivery;

import static org.dailybriefing.base.Timestamps.text;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dailybriefing.base.Dialect;
import org.dailybriefing.delivery.FlightRecorder.Mark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of table {@code delivery} whose sender is gone. */
@Repository
class OrphanStore {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final DeliveryLedger ledger;
    private final Dialect dialect;

    OrphanStore(JdbcClient db, TransactionTemplate transaction, DeliveryLedger ledger, Dialect dialect) {
        this.db = db;
        this.transaction = transaction;
        this.ledger = ledger;
        this.dialect = dialect;
    }

    /** A row that its sender left behind. */
    record Orphan(long delivery, int line, long turn) {}

    /** What a sender had in flight, in the order in which each of its lines sent it. */
    private List<Orphan> of(String dispatcher) {
        return db
                .sql("""
                select id, line, turn from delivery
                where issue_id in (select id from issue) and status in ('in-flight', 'uncertain') and dispatcher = :dispatcher
                order by id %s""".formatted(dialect.lock()))
                .param("dispatcher", dispatcher)
                .query((row, number) -> new Orphan(row.getLong("id"), row.getInt("line"), row.getLong("turn")))
                .stream()
                .sorted(Comparator.comparingInt(Orphan::line)
                        .thenComparingLong(Orphan::turn)
                        .thenComparingLong(Orphan::delivery))
                .toList();
    }

    /** Senders of whom nobody knows any more, though rows have been in flight with them since before. */
    List<String> strays(Instant before) {
        return db.sql("""
                select distinct dispatcher from delivery
                where issue_id in (select id from issue where status in ('sending', 'stopped'))
                  and status = 'in-flight' and changed < :before
                  and not exists (select 1 from dispatcher where dispatcher.id = delivery.dispatcher)""").param("before", text(before)).query(String.class).list();
    }

    /**
     * Settles what a dead sender left. Uncertain rows stay its own: should it live after all, it knows better.
     *
     * @param marks of its flight record, if it can be trusted
     */
    List<Settlement> adopt(String dispatcher, Optional<Map<Long, Mark>> marks, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // what it has in flight stays as it is from here on, should it still be alive
            List<Settlement> settlements = Salvage.settlements(of(dispatcher), marks);
            ledger.settle(
                    settlements.stream()
                            .filter(settlement -> settlement.next() != DeliveryStatus.UNCERTAIN)
                            .toList(),
                    dispatcher,
                    now);
            for (Settlement uncertain : settlements) {
                if (uncertain.next() == DeliveryStatus.UNCERTAIN) {
                    db.sql("""
                            update delivery set status = 'uncertain', reply = :reply, changed = :now
                            where id = :id and status = 'in-flight' and dispatcher = :dispatcher""")
                            .param("reply", uncertain.reply())
                            .param("now", text(now))
                            .param("id", uncertain.delivery())
                            .param("dispatcher", dispatcher)
                            .update();
                }
            }
            return settlements;
        }));
    }
}
