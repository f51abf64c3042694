package org.dailybriefing.feed.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets one request at a time through to a host, and leaves the host alone for a second after each. */
final class HostGate {

    private static final Duration GAP = Duration.ofSeconds(1);

    /** For one's turn: the time of ten feeds of one host that drip to their deadlines. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** One's own machine needs no rest when it is asked by its own names. */
    private static final Set<String> TIRELESS = Set.of("127.0.0.1", "localhost", "::1");

    private final Map<String, Host> hosts = new HashMap<>();
    private final Duration longestWait;

    HostGate() {
        this(LONGEST_WAIT);
    }

    /** @param longestWait for one's turn; a rest comes on top */
    HostGate(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /** A host that is asked, waited for, or at rest. */
    private static final class Host {
        private final Semaphore turn = new Semaphore(1, true);
        private int users;
        private volatile long restEnd = System.nanoTime();

        long nanosToRest() {
            return restEnd - System.nanoTime();
        }
    }

    /**
     * Makes a request when it is the host's turn.
     *
     * @throws FetchException if others keep the host busy for too long, or the program stops
     */
    <T> T inTurn(String name, Supplier<T> request) throws FetchException {
        Host host = join(name);
        try {
            if (!host.turn.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FetchException("was not asked: its host was busy with other feeds for "
                        + longestWait.toMinutes() + " minutes");
            }
            try {
                TimeUnit.NANOSECONDS.sleep(host.nanosToRest());
                return request.get();
            } finally {
                host.restEnd = System.nanoTime() + (TIRELESS.contains(name) ? 0 : GAP.toNanos());
                host.turn.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException("was not asked: the program is stopping");
        } finally {
            leave(host);
        }
    }

    private synchronized Host join(String name) {
        hosts.values().removeIf(host -> host.users == 0 && host.nanosToRest() <= 0);
        Host host = hosts.computeIfAbsent(name, unknown -> new Host());
        host.users++;
        return host;
    }

    private synchronized void leave(Host host) {
        host.users--;
    }
}
