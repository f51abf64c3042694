package org.dailybriefing.delivery;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.delivery.DeliveryLedger.Claimant;
import org.dailybriefing.delivery.DeliveryLedger.Overtaken;
import org.dailybriefing.issue.Issue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to the ledger for all lines of a run, on a thread of its own. What comes in while it commits makes the next commit:
 * syncing the disk for each result alone would be the limit of the whole run (group commit).
 */
final class LedgerClerk implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LedgerClerk.class);
    private static final int MOST_AT_ONCE = 500;

    /** So long a commit waits for more, in nanoseconds: one for several results costs hardly more than one for one. */
    private static final long PATIENCE = 500_000;

    /** Weight of the newest commit in the means. */
    private static final double NEWEST = 0.05;

    private final Issue issue;
    private final String dispatcher;
    private final DeliveryLedger ledger;
    private final Bounces bounces;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final int worthACommit;
    private final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::work, "ledger");
    private @Nullable RuntimeException failure;
    /** Others have taken this sender for dead. */
    private boolean overtaken;

    private long last = System.nanoTime();
    /** What a commit holds, and how long it comes after the one before, on average. */
    private double orderCount;

    private double nanosSinceLast;

    /** @param lines how many it writes for: what half of them have to say is not kept waiting */
    LedgerClerk(
            int lines,
            Issue issue,
            String dispatcher,
            DeliveryLedger ledger,
            Bounces bounces,
            TransactionTemplate transaction,
            InstantSource clock) {
        worthACommit = lines / 2;
        this.issue = issue;
        this.dispatcher = dispatcher;
        this.ledger = ledger;
        this.bounces = bounces;
        this.transaction = transaction;
        this.clock = clock;
        thread.start();
    }

    private sealed interface Order {
        record Settle(Settlement settlement, CompletableFuture<Void> done) implements Order {}

        record Claim(Claimant claimant, Lanes.Ticket ticket, CompletableFuture<List<Delivery>> done) implements Order {}

        record Close() implements Order {}

        default void fail(RuntimeException why) {
            if (this instanceof Settle settle) {
                settle.done().completeExceptionally(why);
            } else if (this instanceof Claim claim) {
                claim.done().completeExceptionally(why);
            }
        }
    }

    /** @return done once the result is on the disk */
    CompletableFuture<Void> settle(Settlement settlement) {
        var done = new CompletableFuture<Void>();
        orders.add(new Order.Settle(settlement, done));
        return done;
    }

    /** @return done once the rows are in flight on the disk; empty when nothing is due */
    CompletableFuture<List<Delivery>> claim(int line, long turn, Lanes.Ticket ticket) {
        var done = new CompletableFuture<List<Delivery>>();
        orders.add(new Order.Claim(new Claimant(dispatcher, line, turn), ticket, done));
        return done;
    }

    private void work() {
        while (true) {
            var batch = new ArrayList<Order>();
            try {
                batch.add(orders.take());
                orders.drainTo(batch, MOST_AT_ONCE);
                if (batch.size() < worthACommit && isCompanyLikely()) {
                    TimeUnit.NANOSECONDS.sleep(PATIENCE);
                    orders.drainTo(batch, MOST_AT_ONCE);
                }
                count(batch.size());
            } catch (InterruptedException e) {
                return;
            }
            write(batch);
            if (batch.stream().anyMatch(Order.Close.class::isInstance)) {
                return;
            }
        }
    }

    /** Where the server is far away hardly anything comes in while a commit waits, and waiting only costs time. */
    private boolean isCompanyLikely() {
        return orderCount * PATIENCE > nanosSinceLast;
    }

    private void count(int came) {
        long now = System.nanoTime();
        orderCount += NEWEST * (came - orderCount);
        nanosSinceLast += NEWEST * (now - last - nanosSinceLast);
        last = now;
    }

    private void write(List<Order> batch) {
        RuntimeException broken = failure;
        if (broken != null) {
            // the ledger is behind what was sent: nothing may be claimed on top of that
            batch.forEach(order -> order.fail(broken));
            return;
        }
        var answers = new ArrayList<Runnable>();
        try {
            transaction.executeWithoutResult(status -> {
                writeDown(settlements(batch));
                if (!overtaken) {
                    batch.forEach(order -> answers.add(answer(order)));
                }
            });
        } catch (RuntimeException | Error e) {
            RuntimeException told =
                    e instanceof RuntimeException known ? Unwritable.told(known) : new IllegalStateException(e);
            failure = told;
            batch.forEach(order -> order.fail(told));
            return;
        }
        if (overtaken) {
            // what is known of a mail is written down all the same; but no further one may end, others have its row
            batch.forEach(order -> order.fail(new Refusal(Heartbeat.TAKEN_FOR_DEAD)));
            return;
        }
        answers.forEach(Runnable::run);
    }

    private static List<Settlement> settlements(List<Order> batch) {
        return batch.stream()
                .filter(Order.Settle.class::isInstance)
                .map(order -> ((Order.Settle) order).settlement())
                .toList();
    }

    private void writeDown(List<Settlement> settlements) {
        Overtaken missed = ledger.settle(settlements, dispatcher, clock.instant());
        overtaken |= !missed.isEmpty();
        for (Settlement lost : missed.lost()) {
            log.warn("delivery {} was moved on by somebody else; it had become {}", lost.delivery(), lost.next());
        }
        settlements.stream()
                .filter(settlement -> settlement.next() == DeliveryStatus.REJECTED)
                // one order for all: two senders would wait for each other
                .sorted(Comparator.comparingLong(Settlement::delivery))
                .forEach(rejected ->
                        bounces.rejected(rejected.delivery(), String.valueOf(rejected.reply()), clock.instant()));
    }

    /** @return what is told to who ordered it, once it is on the disk */
    private Runnable answer(Order order) {
        if (order instanceof Order.Settle settle) {
            return () -> settle.done().complete(null);
        }
        if (order instanceof Order.Claim claim) {
            List<Delivery> rows = ledger.claim(issue, claim.claimant(), claim.ticket(), clock.instant());
            return () -> claim.done().complete(rows);
        }
        return () -> {};
    }

    /** Returns once everything that was ordered is written, or cannot be. */
    @Override
    public void close() {
        orders.add(new Order.Close());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
