package org.dailybriefing.demo;

import java.time.InstantSource;
import java.util.List;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.dailybriefing.delivery.Accounting;
import org.dailybriefing.delivery.AccountingStore;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Outcome;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueCompiler;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.mail.MailRoom;
import org.dailybriefing.ops.Approval;
import org.dailybriefing.ops.Sending;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the sample feeds through the whole house once: collect, compile, approve, send. Started again, it sends nothing twice. */
@Component
@Profile("demo & !cli")
final class FirstRound {

    private final Editions editions;
    private final Collector collector;
    private final SamplePictures pictures;
    private final IssueCompiler compiler;
    private final IssueStore issues;
    private final Approval approval;
    private final Sending sending;
    private final AccountingStore accounts;
    private final MailRoom mailRoom;
    private final Settings settings;
    private final InstantSource clock;

    FirstRound(
            DemoEdition made,
            Editions editions,
            Collector collector,
            SamplePictures pictures,
            IssueCompiler compiler,
            IssueStore issues,
            Approval approval,
            Sending sending,
            AccountingStore accounts,
            MailRoom mailRoom,
            Settings settings,
            InstantSource clock) {
        this.editions = editions;
        this.collector = collector;
        this.pictures = pictures;
        this.compiler = compiler;
        this.issues = issues;
        this.approval = approval;
        this.sending = sending;
        this.accounts = accounts;
        this.mailRoom = mailRoom;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void run() {
        Edition edition = editions.get(DemoEdition.SLUG);
        int added = 0;
        int edited = 0;
        // the second time some outlets have edited a headline
        for (int round = 1; round <= 2; round++) {
            for (Outcome outcome : collector.collect(edition.sources(), Round.ALL)) {
                if (outcome instanceof Outcome.Read read) {
                    added += read.added();
                    edited += read.edited();
                }
            }
        }
        pictures.keep();
        Issue issue = compiler.compile(edition, edition.timetable().date(clock.instant()))
                .issue();
        boolean sentBefore = issue.status() == IssueStatus.SENT;
        if (issue.status() == IssueStatus.DRAFT || issue.status() == IssueStatus.HELD) {
            issue = approval.approve(issue, "demo");
        }
        if (issue.status() == IssueStatus.APPROVED) {
            begin(issue);
        }
        if (issues.get(issue.id()).status() == IssueStatus.SENDING) {
            sending.dispatch(issue);
        }
        report(issues.get(issue.id()), added, edited, edition.sources().size(), sentBefore);
    }

    /** The timetable may have begun at the same moment; then that is as good. */
    private void begin(Issue issue) {
        try {
            sending.begin(issue, "demo");
        } catch (Refusal e) {
            if (issues.get(issue.id()).status() == IssueStatus.APPROVED) {
                throw e;
            }
        }
    }

    private void report(Issue issue, int added, int edited, int feeds, boolean sentBefore) {
        Accounting sums = accounts.accounting(issue.id());
        List<String> lines = List.of(
                "",
                "Daily Briefing No. " + issue.number() + ", " + issue.date()
                        + (sentBefore ? ": was sent before, nobody gets it twice" : ""),
                "  collected    " + added + " new items and " + edited + " edited headlines from " + feeds + " feeds",
                "  compiled     " + issue.stories() + " stories",
                "  mailed       " + sums,
                "  the desk     " + settings.url("/desk"),
                "  web version  " + settings.url("/editions/" + issue.edition() + "/" + issue.date()),
                "  the draft    " + settings.url("/desk/issues/" + issue.id()),
                "  the mails    " + mailRoom.destination(),
                "",
                "It goes on serving; Ctrl-C ends it.");
        lines.forEach(System.out::println);
    }
}
