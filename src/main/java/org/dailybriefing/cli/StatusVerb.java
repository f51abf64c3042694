package org.dailybriefing.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.dailybriefing.ops.StatusReport;
import org.dailybriefing.ops.StatusReport.FeedHealth;
import org.dailybriefing.ops.StatusReporter;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Show the latest issue, the feeds and what comes next.")
final class StatusVerb extends Verb {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    @Mixin
    private EditionOption edition = new EditionOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    int run(ApplicationContext program) {
        StatusReport report = program.getBean(StatusReporter.class).report(edition.edition(program));
        if (json.wanted()) {
            print(JsonOption.text(report));
        } else {
            show(report);
        }
        return 0;
    }

    private void show(StatusReport report) {
        print(
                "edition   %s, %d subscribers, mail goes to %s",
                report.edition(), report.audience(), report.destination());
        var issue = report.issue();
        if (issue != null) {
            print(
                    "issue     %s, No. %s, %s, %d stories",
                    issue.date(), issue.number(), issue.status(), issue.stories());
            print(
                    "delivery  %d frozen: %d accepted, %d rejected, %d expired, %d skipped, %d uncertain, %d pending",
                    issue.frozen(),
                    issue.accepted(),
                    issue.rejected(),
                    issue.expired(),
                    issue.skipped(),
                    issue.uncertain(),
                    issue.pending());
            if (issue.secondsLeft() != null) {
                print("          %d mails a second, %d s left", issue.perSecond(), issue.secondsLeft());
            }
            var returned = issue.returned();
            print(
                    "bounces   %d hard, %d soft, %d complaints, %d that say nothing of the address; %d suppressed for it",
                    returned.hard(), returned.soft(), returned.complaints(), returned.notices(), returned.suppressed());
        }
        print(
                "next      compile %s, deadline %s, send %s (%s)",
                time(report, report.next().compile()),
                time(report, report.next().deadline()),
                time(report, report.next().send()),
                report.zone());
        long healthy =
                report.feeds().stream().filter(feed -> feed.problem() == null).count();
        print("feeds     %d, of which %d are well", report.feeds().size(), healthy);
        report.feeds().forEach(feed -> show(report, feed));
        report.notes().forEach(note -> print("note      %s", note));
    }

    private static String time(StatusReport report, Instant instant) {
        return TIME.format(instant.atZone(report.zone()));
    }

    private void show(StatusReport report, FeedHealth feed) {
        print("          %-11s  %s: %s", feed.state(), feed.name(), figures(report, feed));
        if (feed.problem() != null) {
            print("                       %s %s (%s)", feed.name(), feed.problem(), feed.url());
        }
    }

    private static String figures(StatusReport report, FeedHealth feed) {
        var last = feed.lastCheck();
        if (last == null) {
            return "no answer yet";
        }
        return "last success %s, %s, %d items, %d of %d answers not modified, next check %s"
                .formatted(
                        feed.lastSuccess() == null ? "never" : time(report, feed.lastSuccess()),
                        last.status() == 0 ? "no answer" : "status " + last.status(),
                        feed.items(),
                        feed.notModified(),
                        feed.requests(),
                        feed.nextCheck() == null ? "never" : time(report, feed.nextCheck()));
    }
}
