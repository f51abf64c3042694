package org.dailybriefing.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.dailybriefing.delivery.DeliveryLedger.Claim;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.mail.MailRoom;
import org.dailybriefing.mail.Mailer;
import org.dailybriefing.mail.Receipt;
import org.dailybriefing.render.Reader;
import org.dailybriefing.subscriber.SignedLinks;
import org.jspecify.annotations.Nullable;

/** Sends what is due of one issue over several connections, until nothing is due or the mail server refuses us. */
final class DispatchRun {

    private final Issue issue;
    private final ZoneId zone;
    private final LetterWriter letters;
    private final DeliveryLedger ledger;
    private final MailRoom mailRoom;
    private final SignedLinks links;
    private final InstantSource clock;
    private final String dispatcher;
    private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    DispatchRun(
            Issue issue,
            RenderedIssue rendered,
            DeliveryLedger ledger,
            MailRoom mailRoom,
            SignedLinks links,
            InstantSource clock,
            String dispatcher) {
        this.issue = issue;
        zone = rendered.zone();
        letters = new LetterWriter(issue, rendered);
        this.ledger = ledger;
        this.mailRoom = mailRoom;
        this.links = links;
        this.clock = clock;
        this.dispatcher = dispatcher;
    }

    /** @return why the run ended early, as a sentence */
    Optional<String> run(int connections) {
        ExecutorService workers = Executors.newFixedThreadPool(connections, work -> new Thread(work, "deliver"));
        try {
            List<? extends Future<?>> lines = IntStream.range(0, connections)
                    .mapToObj(i -> workers.submit(this::line))
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

    /** Lets each connection finish the mail it is at. */
    void stop(String why) {
        stopped.compareAndSet(null, why);
    }

    /** When one connection breaks, the others finish the mail they are at; only then is it told. */
    private void line() {
        try {
            work();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            stop("The sending broke off: " + e.getMessage());
        }
    }

    private void work() {
        try (Mailer mailer = mailRoom.open()) {
            while (stopped.get() == null) {
                Claim claim = ledger.claim(issue, dispatcher, clock.instant());
                if (claim instanceof Claim.NothingDue) {
                    return;
                }
                if (claim instanceof Claim.InFlight inFlight) {
                    deliver(inFlight.delivery(), mailer);
                }
            }
        }
    }

    private void deliver(Delivery delivery, Mailer mailer) {
        Receipt receipt = mailer.send(letters.write(delivery, reader(delivery), clock.instant()));
        Instant now = clock.instant();
        String reply = receipt.reply();
        if (receipt instanceof Receipt.Accepted) {
            ledger.settle(delivery, DeliveryStatus.ACCEPTED, reply, null, now);
        } else if (receipt instanceof Receipt.Rejected) {
            ledger.settle(delivery, DeliveryStatus.REJECTED, reply, null, now);
        } else if (receipt instanceof Receipt.Uncertain) {
            ledger.settle(delivery, DeliveryStatus.UNCERTAIN, reply, null, now);
        } else if (receipt instanceof Receipt.RetryLater) {
            Instant next = now.plus(RetryPolicy.pause(delivery.attempts()));
            ledger.settle(delivery, DeliveryStatus.PENDING, reply, next, now);
        } else {
            // not the recipient's fault: the row waits as it was, and nobody else is tried
            ledger.settle(delivery, DeliveryStatus.PENDING, reply, null, now);
            stop(reply);
        }
    }

    private Reader reader(Delivery delivery) {
        return new Reader(
                delivery.name(),
                Objects.requireNonNullElse(delivery.zone(), zone),
                links.unsubscribe(delivery.subscription()),
                links.preferences(delivery.subscription()));
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
