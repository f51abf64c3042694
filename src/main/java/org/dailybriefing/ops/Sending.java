package org.dailybriefing.ops;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.dailybriefing.delivery.AccountingStore;
import org.dailybriefing.delivery.DeliveryLedger;
import org.dailybriefing.delivery.Dispatcher;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.subscriber.SubscriberStore;
import org.dailybriefing.subscriber.SubscriberSync;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Begins to send an approved issue, once, and goes on with what is pending. */
@Component
public class Sending implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final IssueStore issues;
    private final DeliveryLedger ledger;
    private final AccountingStore accounts;
    private final Dispatcher dispatcher;
    private final SubscriberSync sync;
    private final SubscriberStore subscribers;
    private final Settings settings;
    private final InstantSource clock;
    /** One run, and one more that waits: to be woken twice is to be woken. */
    private final ExecutorService background = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            work -> new Thread(work, "dispatcher"),
            new DiscardPolicy());

    Sending(
            IssueStore issues,
            DeliveryLedger ledger,
            AccountingStore accounts,
            Dispatcher dispatcher,
            SubscriberSync sync,
            SubscriberStore subscribers,
            Settings settings,
            InstantSource clock) {
        this.settings = settings;
        this.issues = issues;
        this.ledger = ledger;
        this.accounts = accounts;
        this.dispatcher = dispatcher;
        this.sync = sync;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /**
     * Reads the operator's list again and freezes the audience. Nothing has been sent when it returns.
     *
     * @return what is wrong with the list, if anything; then the subscribers known before get the issue
     * @throws Refusal if the issue is not approved, or there is nobody to send it to
     */
    public Optional<String> begin(Issue issue, String who) {
        if (issue.status() != IssueStatus.APPROVED) {
            throw new Refusal("The issue " + issue.label() + " is "
                    + issue.status().label() + "; only an approved issue can be sent"
                    + (issue.status() == IssueStatus.STOPPED ? ", and a stopped one resumed." : "."));
        }
        Optional<String> problem = sync.sync();
        if (subscribers.audience(issue.edition()) == 0) {
            throw new Refusal(problem.orElse("There are no active subscribers").replaceAll("\\.$", "") + "; the issue "
                    + issue.label() + " waits until there is somebody to send it to.");
        }
        long frozen = ledger.freeze(issue, settings.delivery().domains(), who, clock.instant());
        log.info("sending {} to {} subscribers", issue.label(), frozen);
        return problem;
    }

    /**
     * Sends what is due of an issue that was begun. Returns when nothing is due any more and no other sender has a mail on
     * its way: one that died is known to be dead after half a minute.
     */
    public Dispatcher.Outcome dispatch(Issue issue) {
        Dispatcher.Outcome outcome = dispatcher.dispatch(issue);
        while (outcome.stopped().isEmpty() && accounts.isUnderway(issue, clock.instant())) {
            pause();
            outcome = dispatcher.dispatch(issue);
        }
        return outcome;
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while others send", e);
        }
    }

    /**
     * Ends a send within a second: each connection finishes the mail it is at, and what is pending waits for {@link #resume}.
     *
     * @throws Refusal if it is not being sent
     */
    public void stop(Issue issue, String who) {
        issues.move(issue, IssueStatus.STOPPED, who, "sending stopped");
        log.info("stopped {}", issue.label());
    }

    /** @throws Refusal if it was not stopped */
    public void resume(Issue issue, String who) {
        issues.move(issue, IssueStatus.SENDING, who, "sending resumed");
        log.info("resumed {}", issue.label());
    }

    /** Wakes the dispatcher for every issue that is on its way, and returns at once. */
    public void wake() {
        background.execute(this::dispatchAll);
    }

    void dispatchAll() {
        try {
            issues.withStatus(IssueStatus.SENDING).forEach(this::goOn);
        } catch (RuntimeException e) {
            log.error("the dispatcher was woken and could not look at the ledger", e);
        }
    }

    private void goOn(Issue issue) {
        try {
            dispatcher.dispatch(issue);
        } catch (Refusal e) {
            log.warn("sending {} waits: {}", issue.label(), e.getMessage());
        } catch (RuntimeException e) {
            log.error("sending {} broke off and goes on later", issue.label(), e);
        }
    }

    @Override
    public void destroy() {
        dispatcher.drain();
        background.shutdownNow();
    }
}
