package org.dailybriefing.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.dailybriefing.delivery.Accounting;
import org.dailybriefing.delivery.AccountingStore;
import org.dailybriefing.delivery.BounceStore;
import org.dailybriefing.delivery.DispatcherStore;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Timetable;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.mail.MailRoom;
import org.dailybriefing.ops.StatusReport.IssueState;
import org.dailybriefing.ops.StatusReport.Next;
import org.dailybriefing.subscriber.SubscriberSync;
import org.springframework.stereotype.Component;

/** Reads the state of an edition from the store; it changes nothing. */
@Component
public class StatusReporter {

    private final IssueStore issues;
    private final AccountingStore accounts;
    private final BounceStore bounces;
    private final DispatcherStore dispatchers;
    private final FeedReporter feeds;
    private final SubscriberSync subscribers;
    private final MailRoom mailRoom;
    private final InstantSource clock;

    StatusReporter(
            IssueStore issues,
            AccountingStore accounts,
            BounceStore bounces,
            DispatcherStore dispatchers,
            FeedReporter feeds,
            SubscriberSync subscribers,
            MailRoom mailRoom,
            InstantSource clock) {
        this.issues = issues;
        this.accounts = accounts;
        this.bounces = bounces;
        this.dispatchers = dispatchers;
        this.feeds = feeds;
        this.subscribers = subscribers;
        this.mailRoom = mailRoom;
        this.clock = clock;
    }

    public StatusReport report(Edition edition) {
        var issue = issues.latest(edition.slug());
        return new StatusReport(
                edition.slug(),
                edition.name(),
                edition.timetable().zone(),
                issue.map(this::state).orElse(null),
                subscribers.audience(edition.slug()),
                mailRoom.destination(),
                feeds.report(edition),
                next(edition.timetable()),
                issue.map(found -> notes(edition, found)).orElse(List.of("No issue has been compiled yet.")));
    }

    /** How an issue is doing. */
    public IssueState state(Issue issue) {
        Accounting sums = accounts.accounting(issue.id());
        long perSecond = dispatchers.perSecond(issue.id());
        return new IssueState(
                issue.date(),
                issue.number(),
                issue.status().label(),
                issue.stories(),
                sums.frozen(),
                sums.accepted(),
                sums.rejected(),
                sums.expired(),
                sums.skipped(),
                sums.uncertain(),
                sums.pending(),
                perSecond,
                perSecond == 0 ? null : Long.valueOf(sums.pending() / perSecond),
                bounces.returned(issue.id()));
    }

    private Next next(Timetable timetable) {
        Instant now = clock.instant();
        return new Next(
                timetable.next(timetable.compile(), now),
                timetable.next(timetable.deadline(), now),
                timetable.next(timetable.send(), now));
    }

    private List<String> notes(Edition edition, Issue issue) {
        var notes = new ArrayList<String>();
        boolean stale = clock.instant().isAfter(edition.timetable().staleAt(issue.date()));
        if (issue.status() == IssueStatus.THIN) {
            notes.add(Approval.thin(edition, issue));
        } else if (issue.status() == IssueStatus.HELD) {
            notes.add("The issue " + issue.label()
                    + " is held: nobody approved it by the deadline; approve it to have it sent.");
        }
        if (stale && (issue.status() == IssueStatus.HELD || issue.status() == IssueStatus.APPROVED)) {
            notes.add("The issue " + issue.label() + " is stale and is not sent by itself any more.");
        }
        notes.addAll(accounts.refusals(issue.id()));
        return notes;
    }
}
