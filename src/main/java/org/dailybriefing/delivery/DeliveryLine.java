package org.dailybriefing.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.dailybriefing.delivery.FlightRecorder.Mark;
import org.dailybriefing.mail.Letter;
import org.dailybriefing.mail.Outgoing;
import org.dailybriefing.mail.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What goes out over one connection: rows claimed in batches, in the order of their claim. The end of a mail waits until the
 * result of the one before is on the disk, so that a crash leaves at most one mail of a line in doubt.
 */
final class DeliveryLine implements Outgoing {

    /** So old may be what is known of a reader who may have left. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final String BROKEN_OFF = "the sending broke off while the server had the mail";

    private static final long NOTHING = 0;

    private final int number;
    private final int batch;
    private final DispatchRun run;
    private final LedgerClerk clerk;
    private final FlightRecorder recorder;
    private final Lanes lanes;
    private final DoubtLimit doubts;

    private final ArrayDeque<Delivery> queue = new ArrayDeque<>();
    private final Map<Letter, Underway> open = new IdentityHashMap<>();
    private Lanes.@Nullable Ticket ticket;
    private @Nullable CompletableFuture<List<Delivery>> coming;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    private long turn;
    private long asked;
    /** When it was last known of all in the queue that they want it. */
    private long checked;

    /** The delivery whose end is on its way. */
    private long ending = NOTHING;

    private long ended;

    /** @param checked when it was known that the reader wants it */
    private record Underway(Delivery delivery, long checked) {}

    /** @param batch how many rows are claimed at once */
    DeliveryLine(
            int number,
            int batch,
            DispatchRun run,
            LedgerClerk clerk,
            FlightRecorder recorder,
            Lanes lanes,
            DoubtLimit doubts) {
        this.number = number;
        this.batch = batch;
        this.run = run;
        this.clerk = clerk;
        this.recorder = recorder;
        this.lanes = lanes;
        this.doubts = doubts;
    }

    @Override
    public @Nullable Letter take() {
        while (!run.isStopped()) {
            Letter letter = poll();
            if (letter != null) {
                return letter;
            }
            if (coming != null) {
                arrived();
            } else if (lanes.areEmpty() || lanes.isDayFull()) {
                return null;
            } else {
                run.waitAMoment();
            }
        }
        return null;
    }

    @Override
    public @Nullable Letter poll() {
        if (run.isStopped()) {
            return null;
        }
        if (coming != null && coming.isDone()) {
            arrived();
        }
        if (!isFresh(checked) && !queue.isEmpty()) {
            check();
        }
        Delivery next = next();
        if (queue.size() <= batch / 2) {
            claim();
        }
        if (next == null) {
            return null;
        }
        Letter letter = run.letter(next);
        open.put(letter, new Underway(next, checked));
        return letter;
    }

    /** The next row whose recipient's domain is not given a rest. */
    private @Nullable Delivery next() {
        for (Delivery next = queue.poll(); next != null; next = queue.poll()) {
            Instant rest = run.restOf(next);
            if (rest == null) {
                return next;
            }
            written = clerk.settle(new Settlement(next.id(), DeliveryStatus.PENDING, null, rest, true));
        }
        return null;
    }

    private void claim() {
        if (coming != null) {
            return;
        }
        ticket = lanes.ticket(number, batch);
        if (ticket != null) {
            asked = System.nanoTime();
            coming = clerk.claim(number, ++turn, ticket);
        }
    }

    /** Waits for what was claimed. */
    private void arrived() {
        List<Delivery> rows = joined(Objects.requireNonNull(coming));
        lanes.claimed(Objects.requireNonNull(ticket), rows.size());
        coming = null;
        checked = queue.isEmpty() ? asked : Math.min(checked, asked);
        queue.addAll(rows);
    }

    private static boolean isFresh(long checked) {
        return System.nanoTime() - checked < FRESH.toNanos();
    }

    private void check() {
        long now = System.nanoTime();
        Set<Long> wanted = run.stillWanted(queue).stream().map(Delivery::id).collect(Collectors.toSet());
        // in the order of their claim: without a record, the first is the one that is in doubt after a crash
        for (Iterator<Delivery> rows = queue.iterator(); rows.hasNext(); ) {
            long id = rows.next().id();
            if (!wanted.contains(id)) {
                rows.remove();
                written = clerk.settle(Settlement.left(id));
            }
        }
        checked = now;
    }

    @Override
    public boolean mayEnd(Letter letter) {
        joined(written);
        doubts.begin();
        // asked last: all of this may have taken a while
        if (!isWanted(letter) || !run.isSurelyAlive()) {
            doubts.withdraw();
            return false;
        }
        ending = underway(letter).delivery().id();
        ended = System.nanoTime();
        recorder.mark(number, ending, Mark.ENDING);
        return true;
    }

    /** A server may have taken its time with the mail before. */
    private boolean isWanted(Letter letter) {
        Underway underway = underway(letter);
        if (isFresh(underway.checked())
                || !run.stillWanted(List.of(underway.delivery())).isEmpty()) {
            return true;
        }
        open.remove(letter);
        written = clerk.settle(Settlement.left(underway.delivery().id()));
        return false;
    }

    @Override
    public void settle(Letter letter, Receipt receipt) {
        Delivery delivery = underway(letter).delivery();
        open.remove(letter);
        Settlement settlement = run.settlement(delivery, receipt);
        if (ending == delivery.id()) {
            recorder.mark(number, ending, mark(settlement.next()));
            doubts.end(System.nanoTime() - ended);
            ending = NOTHING;
        }
        written = clerk.settle(settlement);
        run.rest(delivery, receipt);
    }

    private static Mark mark(DeliveryStatus next) {
        return switch (next) {
            case ACCEPTED -> Mark.ACCEPTED;
            case REJECTED -> Mark.REJECTED;
            case PENDING -> Mark.RETRY;
            default -> Mark.ENDING;
        };
    }

    private Underway underway(Letter letter) {
        return Objects.requireNonNull(open.get(letter));
    }

    /** Gives back what was claimed and not sent; returns once all of the line is written. */
    void finish() {
        lanes.leave(number);
        if (ending != NOTHING) {
            // others wait for it
            doubts.withdraw();
        }
        try {
            if (coming != null) {
                arrived();
            }
        } finally {
            giveBack();
        }
    }

    private void giveBack() {
        for (Underway underway : open.values()) {
            if (underway.delivery().id() == ending) {
                written = clerk.settle(new Settlement(ending, DeliveryStatus.UNCERTAIN, BROKEN_OFF, null));
            } else {
                queue.add(underway.delivery());
            }
        }
        queue.forEach(delivery -> written = clerk.settle(Settlement.untried(delivery.id())));
        joined(written);
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
