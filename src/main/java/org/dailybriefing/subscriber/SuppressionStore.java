package org.dailybriefing.subscriber;

import static org.dailybriefing.base.Timestamps.text;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Table {@code suppression}: addresses that get no mail, whoever lists them. It outlives the subscriber. Addresses are in the
 * form of {@link MailAddress}.
 */
@Repository
public class SuppressionStore {

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    SuppressionStore(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** @param since as {@link org.dailybriefing.base.Timestamps} writes it */
    public record Suppression(String email, String reason, String since) {}

    /**
     * Ends all subscriptions of the address too.
     *
     * @return false if it was suppressed before; then the older reason stays
     */
    public boolean suppress(String email, String reason, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean fresh = db.sql("""
                    insert into suppression (email, reason, since) values (:email, :reason, :now)
                    on conflict (email) do nothing""")
                            .param("email", email)
                            .param("reason", reason)
                            .param("now", text(now))
                            .update()
                    == 1;
            db.sql("""
                    update subscription set status = 'ended', changed_by = 'suppression', changed = :now
                    where status = 'active'
                      and subscriber_id = (select id from subscriber where email = :email)""").param("now", text(now)).param("email", email).update();
            return fresh;
        }));
    }

    /**
     * What the suppression ended goes on, unless the operator's file doesn't list the address any more. The bounces so far
     * count no more.
     *
     * @return false if the address was not suppressed
     */
    public boolean lift(String email, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (db.sql("delete from suppression where email = :email")
                            .param("email", email)
                            .update()
                    == 0) {
                return false;
            }
            db.sql("""
                    update subscription set status = 'active', changed_by = 'file', changed = :now
                    where status = 'ended' and changed_by = 'suppression'
                      and subscriber_id = (select id from subscriber where email = :email)""").param("now", text(now)).param("email", email).update();
            db.sql("""
                    update bounce set lifted = :now
                    where lifted is null and subscriber_id = (select id from subscriber where email = :email)""").param("now", text(now)).param("email", email).update();
            return true;
        }));
    }

    public List<Suppression> all() {
        return db.sql("select email, reason, since from suppression order by since, email")
                .query(Suppression.class)
                .list();
    }
}
