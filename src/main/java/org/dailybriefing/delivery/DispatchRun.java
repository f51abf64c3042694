package org.dailybriefing.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.mail.Cause;
import org.dailybriefing.mail.Letter;
import org.dailybriefing.mail.Mailer;
import org.dailybriefing.mail.Receipt;
import org.dailybriefing.mail.ReplyRules;
import org.jspecify.annotations.Nullable;

/** Sends what is due of one issue over several connections, until nothing is due or the mail server refuses us. */
final class DispatchRun {

    /**
     * Others take a sender for dead after twice as long, by the clock of the database: one whose heart has stopped must have stopped
     * before that.
     */
    static final Duration LEASE = Duration.ofSeconds(15);

    /** So many times in a row a server says that we have sent enough, and no mail is worth trying for now. */
    private static final int ENOUGH = 5;

    private final Issue issue;
    private final Function<Delivery, Letter> letters;
    private final DeliveryLedger ledger;
    private final Supplier<Mailer> mailers;
    private final DomainPauses pauses;
    private final ReplyRules rules;
    private final InstantSource clock;
    private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final DoubtLimit doubts = new DoubtLimit();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refusedInARow = new AtomicInteger();
    private volatile long lastBeat = System.nanoTime();
    /** Goes on while the machine is suspended, which the other one does not. */
    private volatile long lastBeatMillis;

    private volatile boolean takenForDead;

    DispatchRun(
            Issue issue,
            Function<Delivery, Letter> letters,
            DeliveryLedger ledger,
            Supplier<Mailer> mailers,
            DomainPauses pauses,
            ReplyRules rules,
            InstantSource clock) {
        this.issue = issue;
        this.pauses = pauses;
        this.rules = rules;
        this.letters = letters;
        this.ledger = ledger;
        this.mailers = mailers;
        this.clock = clock;
        lastBeatMillis = clock.millis();
    }

    /**
     * @param connections how many mails are on their way at once
     * @param batch how many rows a connection claims at once
     * @return why the run ended early, as a sentence
     */
    Optional<String> run(int connections, int batch, LedgerClerk clerk, FlightRecorder recorder, Lanes lanes) {
        ExecutorService workers = Executors.newFixedThreadPool(connections, work -> new Thread(work, "deliver"));
        try {
            List<? extends Future<?>> lines = IntStream.range(0, connections)
                    .mapToObj(i -> workers.submit(
                            () -> work(new DeliveryLine(i, batch, this, clerk, recorder, lanes, doubts))))
                    .toList();
            lines.forEach(DispatchRun::await);
            RuntimeException broken = failure.get();
            if (broken != null) {
                throw broken;
            }
            return Optional.ofNullable(stopped.get());
        } finally {
            workers.shutdown();
        }
    }

    Issue issue() {
        return issue;
    }

    /** Lets each connection finish the mail it is at. */
    void stop(String why) {
        stopped.compareAndSet(null, why);
    }

    boolean isStopped() {
        return stopped.get() != null;
    }

    /**
     * Noted when the ledger has taken down that this run is alive. One that was silent for too long never comes back: others
     * may have its rows.
     */
    void beat(long nanoTime, long millis) {
        if (isSurelyAlive()) {
            lastBeat = nanoTime;
            lastBeatMillis = millis;
        }
    }

    /** Others have its rows. */
    void takenForDead() {
        takenForDead = true;
    }

    /** Whether nobody can have taken this run for dead. */
    boolean isSurelyAlive() {
        if (takenForDead) {
            return false;
        }
        if (System.nanoTime() - lastBeat < LEASE.toNanos() && clock.millis() - lastBeatMillis < LEASE.toMillis()) {
            return true;
        }
        stop("The ledger could not be reached for " + LEASE.toSeconds() + " seconds.");
        return false;
    }

    /** Replies that were read since the last call. */
    int answered() {
        return answered.getAndSet(0);
    }

    /** When one connection breaks, the others finish the mail they are at; only then is it told. */
    private void work(DeliveryLine line) {
        try {
            try (Mailer mailer = mailers.get()) {
                mailer.send(line);
            } finally {
                line.finish();
            }
        } catch (RuntimeException | Error e) {
            // an error too: while one line is gone, the others go on sending
            failure.compareAndSet(null, e instanceof RuntimeException known ? known : new IllegalStateException(e));
            stop("The sending broke off: " + e.getMessage());
        }
    }

    Letter letter(Delivery delivery) {
        return letters.apply(delivery);
    }

    /** Of rows that were claimed a while ago those whose readers have not left since. */
    List<Delivery> stillWanted(Collection<Delivery> claimed) {
        return ledger.wanted(claimed.stream().map(Delivery::id).toList());
    }

    /** Until when the recipient's domain is left alone; null if it is not. */
    @Nullable
    Instant restOf(Delivery delivery) {
        return pauses.until(DomainPauses.domain(delivery.email()), clock.instant())
                .orElse(null);
    }

    /** While limits allow nothing. */
    void waitAMoment() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop("The program is ending.");
        }
    }

    Settlement settlement(Delivery delivery, Receipt receipt) {
        long id = delivery.id();
        String reply = receipt.reply();
        if (receipt instanceof Receipt.Unavailable) {
            // not the recipient's fault: the row waits as it was, and nobody else is tried
            stop(reply);
            return new Settlement(id, DeliveryStatus.PENDING, reply, null, true);
        }
        if (receipt instanceof Receipt.Crowded) {
            return Settlement.untried(id);
        }
        answered.incrementAndGet();
        count(receipt);
        String domain = DomainPauses.domain(delivery.email());
        if (receipt instanceof Receipt.Accepted) {
            pauses.accepted(domain);
            return new Settlement(id, DeliveryStatus.ACCEPTED, reply, null);
        }
        if (receipt instanceof Receipt.Rejected && !isAboutUs(reply)) {
            return new Settlement(id, DeliveryStatus.REJECTED, reply, null);
        }
        if (receipt instanceof Receipt.Uncertain) {
            return new Settlement(id, DeliveryStatus.UNCERTAIN, reply, null);
        }
        Instant next = clock.instant().plus(RetryPolicy.pause(delivery.attempts()));
        if (wantsARest(reply)) {
            // behind the others of the domain, or he would be the only one who is ever tried
            next = next.plusMillis(1);
        }
        return new Settlement(id, DeliveryStatus.PENDING, reply, next);
    }

    /** A quota is not a reader's own; what is said of a relay or a sender may hold for some domains only. */
    private void count(Receipt receipt) {
        boolean spent = receipt instanceof Receipt.Rejected && rules.cause(receipt.reply()) == Cause.CONNECTION;
        if (!spent) {
            refusedInARow.set(0);
        } else if (refusedInARow.incrementAndGet() >= ENOUGH) {
            // without the server's words: they may name a reader
            stop("The mail server says, one mail after the other, that enough was sent for now.");
        }
    }

    /** Gives a recipient's domain a rest if what was said to one of its readers is about us, and so holds for all of them. */
    void rest(Delivery delivery, Receipt receipt) {
        boolean again = receipt instanceof Receipt.RetryLater
                || receipt instanceof Receipt.Rejected && isAboutUs(receipt.reply());
        if (again && wantsARest(receipt.reply())) {
            String domain = DomainPauses.domain(delivery.email());
            pauses.refused(domain, clock.instant()).ifPresent(until -> ledger.pause(issue, domain, until));
        }
    }

    /** However final it sounds: a quota that is spent, a relay that does not know us. The readers have nothing to do with it. */
    private boolean isAboutUs(String reply) {
        Cause cause = rules.cause(reply);
        return cause == Cause.CONNECTION || cause == Cause.CONFIGURATION;
    }

    private boolean wantsARest(String reply) {
        Cause cause = rules.cause(reply);
        return cause == Cause.CONNECTION || cause == Cause.POLICY;
    }

    private static void await(Future<?> line) {
        try {
            line.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
