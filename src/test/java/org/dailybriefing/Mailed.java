package org.dailybriefing;

import org.dailybriefing.subscriber.ReturnAddresses;
import org.dailybriefing.subscriber.SignedLinks;
import org.dailybriefing.subscriber.SubscriberSync;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Issues that went out, one a day, as the ledger has them; without the work of compiling each. */
public final class Mailed {

    public static final String RETURN = "bounce@news.example";

    private final House house;
    private final JdbcClient db;
    private int day;

    /** @param house whose readers are those of its list */
    public Mailed(House house) {
        this.house = house;
        db = house.get(JdbcClient.class);
        house.get(SubscriberSync.class).sync();
    }

    public static String reader(int number) {
        return "reader" + number + "@example.org";
    }

    /** The next day's issue to one reader. */
    public Bounced to(int reader) {
        return bounced(issue(), reader);
    }

    public long issue() {
        day++;
        String date = "2026-03-%02d".formatted(day);
        return db.sql("""
                insert into issue (edition, date, number, status, compiled, sending, frozen)
                values (:edition, :date, :number, 'sent', :time, :time, 1) returning id""")
                .param("edition", House.EDITION)
                .param("date", date)
                .param("number", day)
                .param("time", date + "T05:00:00.000Z")
                .query(Long.class)
                .single();
    }

    /** One mail of an issue, accepted by the server that takes our mail, and what a report on it would name. */
    public Bounced bounced(long issue, int reader) {
        long delivery = db.sql("""
                insert into delivery (issue_id, subscriber_id, status, changed)
                select :issue, id, 'accepted', '2026-03-01T05:00:00.000Z' from subscriber where email = :email
                returning id""")
                .param("issue", issue)
                .param("email", reader(reader))
                .query(Long.class)
                .single();
        long subscription = db.sql("""
                select subscription.id from subscription join subscriber on subscriber.id = subscriber_id
                where email = :email and edition = :edition""")
                .param("email", reader(reader))
                .param("edition", House.EDITION)
                .query(Long.class)
                .single();
        return new Bounced(
                reader(reader),
                house.get(ReturnAddresses.class).of(delivery, RETURN),
                House.EDITION + ".2026-03-01." + delivery + "@news.example",
                house.get(SignedLinks.class).unsubscribe(subscription));
    }

    public static long delivery(Bounced mail) {
        return Long.parseLong(mail.messageId().replaceAll("^.*\\.(\\d+)@.*$", "$1"));
    }
}
