package org.dailybriefing.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Beats in the store while a run works, so that another process can tell a dead sender from a busy one, and tells the run when an
 * editor has stopped it, or time has, or somebody has taken it for dead.
 */
final class Heartbeat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    static final String TAKEN_FOR_DEAD = "Another sender took this one for dead, and goes on in its place.";

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final String dispatcher;
    private final DispatchRun run;
    private final Instant freshUntil;
    private final IssueStore issues;
    private final DispatcherStore dispatchers;
    private final InstantSource clock;
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "heartbeat"));
    private long last = System.nanoTime();

    /** @param freshUntil after that the run goes on no longer */
    Heartbeat(
            String dispatcher,
            DispatchRun run,
            Instant freshUntil,
            IssueStore issues,
            DispatcherStore dispatchers,
            InstantSource clock) {
        this.dispatcher = dispatcher;
        this.run = run;
        this.freshUntil = freshUntil;
        this.issues = issues;
        this.dispatchers = dispatchers;
        this.clock = clock;
    }

    void start() {
        heart.scheduleAtFixedRate(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Issue issue = issues.get(run.issue().id());
            if (issue.status() != IssueStatus.SENDING) {
                run.stop(Dispatcher.STOPPED);
            }
            if (clock.instant().isAfter(freshUntil)) {
                run.stop("The issue has grown stale (timetable.fresh-for).");
            }
            Duration since = Duration.ofNanos(System.nanoTime() - last);
            if (since.compareTo(BEAT) >= 0) {
                last = System.nanoTime();
                beat((int) (run.answered() * 1000L / since.toMillis()));
            }
        } catch (RuntimeException e) {
            // a beat that fails is not the end: the next may reach the store again
            log.warn("the heartbeat did not reach the store: {}", e.getMessage());
        }
    }

    private void beat(int perSecond) {
        long now = System.nanoTime();
        long millis = clock.millis();
        if (dispatchers.beat(dispatcher, perSecond)) {
            run.beat(now, millis);
        } else {
            run.takenForDead();
            run.stop(TAKEN_FOR_DEAD);
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
