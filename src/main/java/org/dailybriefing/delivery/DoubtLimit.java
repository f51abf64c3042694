package org.dailybriefing.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Keeps few mails between their end and the server's reply: those are what a crash leaves in doubt. Their number is the rate times
 * the time that a reply takes (Little's law), and two things are done about it.
 *
 * <p>A commit of the ledger frees all lines together. Where they then wait for the processor, and not for the network, they go one by
 * one: no more at once than a fast server needs, by the mean time of a reply. One that is far away is still kept busy.
 *
 * <p>A run starts slowly, as TCP does: at first its own code is slow, and the server knows nothing of what is coming. The rate
 * doubles with each {@value #DOUBLES} mails, and after some seconds nothing holds it back.
 */
final class DoubtLimit {

    /** Mails a second that must be possible. */
    private static final double RATE = 7_000;

    /** Weight of the newest reply in the mean. */
    private static final double NEWEST = 0.1;

    /** Mails a second at the start. */
    private static final double FIRST_RATE = 200;

    private static final int DOUBLES = 700;
    /** Mails after which the start is over. */
    private static final int SLOW_START = 2_800;

    /** One reply that does not come must not hold up everybody: servers hang up on mails without an end. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private double meanSeconds;
    private int inDoubt;
    private int begun;
    private long next = System.nanoTime();

    /** Waits until one more may be in doubt. */
    void begin() {
        try {
            TimeUnit.NANOSECONDS.sleep(turn() - System.nanoTime());
            enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    /** @return when, in {@link System#nanoTime} */
    private synchronized long turn() {
        if (begun >= SLOW_START) {
            return next;
        }
        long turn = Math.max(next, System.nanoTime());
        next = turn + (long) (NANOS / (FIRST_RATE * Math.pow(2, (double) begun / DOUBLES)));
        begun++;
        return turn;
    }

    private synchronized void enter() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        for (long left = LONGEST.toMillis(); isFull() && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        inDoubt++;
        if (!isFull()) {
            notify();
        }
    }

    private boolean isFull() {
        return inDoubt >= Math.max(1, Math.round(meanSeconds * RATE));
    }

    /** @param nanoseconds from the end of the mail to its reply */
    synchronized void end(long nanoseconds) {
        meanSeconds += NEWEST * (nanoseconds / NANOS - meanSeconds);
        withdraw();
    }

    /** A mail that did not end after all, or whose reply never came. */
    synchronized void withdraw() {
        inDoubt--;
        // one by one: all of them awake would be in each other's way
        notify();
    }
}
