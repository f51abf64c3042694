package org.dailybriefing.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.dailybriefing.base.Settings;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.mail.MailRoom;
import org.dailybriefing.subscriber.SignedLinks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Owns the sending. While it works its heart beats in the store, so that another process can tell a dead sender from a
 * busy one.
 */
@Component
public class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private static final String ENDING = "The program is ending.";

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    /** A sender that has been silent for this long is dead. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(30);

    private final String id = UUID.randomUUID().toString();
    private final DeliveryLedger ledger;
    private final IssueStore issues;
    private final Editions editions;
    private final MailRoom mailRoom;
    private final SignedLinks links;
    private final Settings settings;
    private final InstantSource clock;

    private final ReentrantLock line = new ReentrantLock();
    private volatile boolean draining;
    private volatile @Nullable DispatchRun current;
    private @Nullable String lastStop;

    Dispatcher(
            DeliveryLedger ledger,
            IssueStore issues,
            Editions editions,
            MailRoom mailRoom,
            SignedLinks links,
            Settings settings,
            InstantSource clock) {
        this.ledger = ledger;
        this.issues = issues;
        this.editions = editions;
        this.mailRoom = mailRoom;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param stopped why not everything could be sent that was due */
    public record Outcome(Accounting accounting, Optional<String> stopped) {}

    /**
     * Sends what is due of an issue whose audience is frozen. Several processes may do so at once; in one process one
     * call follows another.
     */
    public Outcome dispatch(Issue issue) {
        line.lock();
        try {
            return dispatchAlone(issue);
        } finally {
            line.unlock();
        }
    }

    private Outcome dispatchAlone(Issue issue) {
        Edition edition = editions.lastGood(issue.edition());
        recover();
        ledger.expire(issue, clock.instant().minus(edition.timetable().freshFor()), clock.instant());
        ledger.beat(id, clock.instant());
        ScheduledExecutorService heart =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "heartbeat"));
        heart.scheduleAtFixedRate(this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var run = new DispatchRun(issue, rendered(issue), ledger, mailRoom, links, clock, id);
            current = run;
            if (draining) {
                run.stop(ENDING);
            }
            return outcome(issue, run.run(settings.delivery().connections()));
        } finally {
            current = null;
            heart.shutdownNow();
            ledger.retire(id);
        }
    }

    /** Ends what is running once each connection has finished its mail, and returns then; nothing becomes uncertain. */
    public void drain() {
        draining = true;
        DispatchRun run = current;
        if (run != null) {
            run.stop(ENDING);
        }
        // held by a run until its last mail is written down
        line.lock();
        line.unlock();
    }

    /** Finds what dead senders left in flight. */
    private void recover() {
        Instant now = clock.instant();
        int uncertain = ledger.recover(now.minus(DEAD_AFTER), now);
        if (uncertain > 0) {
            log.warn(
                    "{} deliveries were in flight when a sender died; they are uncertain and are not sent again",
                    uncertain);
        }
    }

    private Outcome outcome(Issue issue, Optional<String> stopped) {
        Accounting accounting = ledger.accounting(issue.id());
        if (!accounting.holds()) {
            throw new IllegalStateException("the accounting of " + issue.label() + " does not hold: " + accounting);
        }
        report(issue, stopped.orElse(null));
        if (accounting.pending() == 0
                && issues.moves(issues.get(issue.id()), IssueStatus.SENT, "dispatcher", "sent: " + accounting)) {
            log.info("sent {}: {}", issue.label(), accounting);
        }
        return new Outcome(accounting, stopped);
    }

    /** A server that is away is tried again and again, and told of once. */
    private void report(Issue issue, @Nullable String stop) {
        if (stop != null && !stop.equals(lastStop)) {
            log.warn("sending {} stopped and goes on later: {}", issue.label(), stop);
        }
        lastStop = stop;
    }

    private RenderedIssue rendered(Issue issue) {
        return issues.rendered(issue.id())
                .orElseThrow(() -> new IllegalStateException(issue.label() + " was never approved"));
    }

    private void beat() {
        try {
            ledger.beat(id, clock.instant());
        } catch (RuntimeException e) {
            // a beat that fails is not the end: the next may reach the store again
            log.warn("the heartbeat did not reach the store: {}", e.getMessage());
        }
    }
}
