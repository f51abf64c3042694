package org.dailybriefing.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.dailybriefing.base.Settings;
import org.dailybriefing.base.Settings.Delivery.DomainLimit;
import org.dailybriefing.base.Settings.Delivery.WarmUp;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.mail.MailRoom;
import org.dailybriefing.mail.ReplyRules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Owns the sending: one run after another in this process, and what runs that died have left behind. */
@Component
public class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private static final String ENDING = "The program is ending.";

    private static final String DAY_FULL =
            "The warm-up allows no more mails today; the others go out tomorrow, unless the issue is stale by then"
                    + " (timetable.fresh-for).";

    private static final String ONE_AT_A_TIME =
            "Somebody else is sending, and while the warm-up lasts mails go out one sender after the other.";

    static final String STOPPED = "The sending was stopped.";

    private static final int LARGEST_BATCH = 64;

    private final DeliveryLedger ledger;
    private final AccountingStore accounts;
    private final Recovery recovery;
    private final DispatcherStore dispatchers;
    private final TransactionTemplate transaction;
    private final IssueStore issues;
    private final Editions editions;
    private final MailRoom mailRoom;
    private final LetterPress press;
    private final Bounces bounces;
    private final Settings settings;
    private final InstantSource clock;

    private final DomainPauses pauses = new DomainPauses();
    private final ReplyRules rules = ReplyRules.shipped();
    private final ReentrantLock line = new ReentrantLock();
    private volatile boolean draining;
    private volatile @Nullable DispatchRun current;
    private @Nullable String lastStop;

    Dispatcher(
            DeliveryLedger ledger,
            AccountingStore accounts,
            Recovery recovery,
            DispatcherStore dispatchers,
            TransactionTemplate transaction,
            IssueStore issues,
            Editions editions,
            MailRoom mailRoom,
            LetterPress press,
            Bounces bounces,
            Settings settings,
            InstantSource clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.recovery = recovery;
        this.dispatchers = dispatchers;
        this.transaction = transaction;
        this.issues = issues;
        this.editions = editions;
        this.mailRoom = mailRoom;
        this.press = press;
        this.bounces = bounces;
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
        } catch (RuntimeException e) {
            throw Unwritable.told(e);
        } finally {
            line.unlock();
        }
    }

    private Outcome dispatchAlone(Issue asked) {
        // it may have waited for its turn, and an editor may have stopped it
        Issue issue = issues.get(asked.id());
        if (issue.status() != IssueStatus.SENDING) {
            return new Outcome(
                    accounts.accounting(issue.id()),
                    issue.status() == IssueStatus.SENT ? Optional.empty() : Optional.of(STOPPED));
        }
        Edition edition = editions.lastGood(issue.edition());
        recovery.run();
        Instant freshUntil = ledger.begun(issue).plus(edition.timetable().freshFor());
        giveUpStale(issue, freshUntil);
        String id = UUID.randomUUID().toString();
        var run = new DispatchRun(issue, press.letters(issue), ledger, mailRoom::open, pauses, rules, clock);
        current = run;
        try {
            if (draining) {
                run.stop(ENDING);
            }
            Optional<String> stopped = recorded(id, issue, run, freshUntil);
            giveUpStale(issue, freshUntil);
            return outcome(issue, stopped);
        } finally {
            current = null;
        }
    }

    private void giveUpStale(Issue issue, Instant freshUntil) {
        if (clock.instant().isAfter(freshUntil)) {
            ledger.expire(issue, clock.instant());
        }
    }

    /** What a run that broke off had in flight stays, with its record, for the next to recover. */
    private Optional<String> recorded(String id, Issue issue, DispatchRun run, Instant freshUntil) {
        int connections = settings.delivery().connections();
        try (FlightRecorder recorder = FlightRecorder.begin(settings.data(), id, connections)) {
            if (!dispatchers.enter(id, issue.id(), settings.delivery().warmUp() != null)) {
                recorder.discard();
                return Optional.of(ONE_AT_A_TIME);
            }
            Optional<String> stopped;
            try (var heartbeat = new Heartbeat(id, run, freshUntil, issues, dispatchers, clock)) {
                heartbeat.start();
                stopped = sent(id, issue, run, recorder);
            }
            dispatchers.retire(id);
            recorder.discard();
            return stopped;
        }
    }

    private Optional<String> sent(String id, Issue issue, DispatchRun run, FlightRecorder recorder) {
        Settings.Delivery limits = settings.delivery();
        int connections = limits.connections();
        ledger.openLanes(issue, limits.domains().stream().map(DomainLimit::lane).toList());
        long allowance = allowance(issue);
        if (allowance <= 0) {
            return Optional.of(DAY_FULL);
        }
        long pending = accounts.accounting(issue.id()).pending();
        int batch = (int) Math.max(1, Math.min(LARGEST_BATCH, pending / (4L * connections)));
        var lanes = new Lanes(limits, allowance);
        try (var clerk = new LedgerClerk(connections, issue, id, ledger, bounces, transaction, clock)) {
            Optional<String> stopped = run.run(connections, batch, clerk, recorder, lanes);
            return stopped.or(() -> lanes.isDayFull() ? Optional.of(DAY_FULL) : Optional.empty());
        }
    }

    /** How many mails may still go out today, in the edition's zone. */
    private long allowance(Issue issue) {
        WarmUp warmUp = settings.delivery().warmUp();
        if (warmUp == null) {
            return Long.MAX_VALUE;
        }
        ZoneId zone = editions.lastGood(issue.edition()).timetable().zone();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return warmUp.allowed(today)
                - accounts.acceptedSince(today.atStartOfDay(zone).toInstant());
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

    private Outcome outcome(Issue issue, Optional<String> stopped) {
        Accounting accounting = accounts.accounting(issue.id());
        if (!accounting.holds()) {
            throw new IllegalStateException("the accounting of " + issue.label() + " does not hold: " + accounting);
        }
        report(issue, accounting.pending() == 0 ? null : stopped.orElse(null));
        if (accounting.pending() == 0 && ledger.close(issue, "sent: " + accounting)) {
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
}
