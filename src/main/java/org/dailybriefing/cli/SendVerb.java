package org.dailybriefing.cli;

import org.dailybriefing.base.Refusal;
import org.dailybriefing.delivery.Accounting;
import org.dailybriefing.delivery.AccountingStore;
import org.dailybriefing.delivery.Dispatcher;
import org.dailybriefing.delivery.Proofs;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.mail.MailRoom;
import org.dailybriefing.ops.Approval;
import org.dailybriefing.ops.Sending;
import org.dailybriefing.ops.StatusReporter;
import org.dailybriefing.subscriber.MailAddress;
import org.dailybriefing.subscriber.SubscriberSync;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "send", description = "Send today's approved issue now, to each subscriber once.")
final class SendVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @ArgGroup
    private @Nullable Instead instead;

    /** What to do in place of the real send. */
    static final class Instead {
        @Option(names = "--dry-run", description = "Say what would happen, and change nothing.")
        private boolean dryRun;

        @Option(names = "--to", paramLabel = "ADDRESS", description = "Send a proof of the issue to one address only.")
        private @Nullable String proof;
    }

    @Override
    int run(ApplicationContext program) {
        Edition chosen = edition.edition(program);
        Issue issue = edition.issue(program, chosen);
        if (instead != null && instead.proof != null) {
            return proof(program, issue, instead.proof);
        }
        if (instead != null) {
            return dryRun(program, issue);
        }
        String destination = program.getBean(MailRoom.class).destination();
        if (issue.status() == IssueStatus.SENT) {
            Accounting sums = program.getBean(AccountingStore.class).accounting(issue.id());
            report(issue.label() + " was sent before; nobody gets it twice", sums, destination);
            return code(sums);
        }
        Sending sending = program.getBean(Sending.class);
        if (issue.status() != IssueStatus.SENDING) {
            sending.begin(issue, "command line").ifPresent(Verb::warn);
        }
        StatusReporter reporter = program.getBean(StatusReporter.class);
        Dispatcher.Outcome outcome = new ProgressBar(() -> reporter.state(issue)).during(() -> sending.dispatch(issue));
        outcome.stopped().ifPresent(Verb::warn);
        Accounting sums = outcome.accounting();
        // not today's: it may have become tomorrow
        String status =
                program.getBean(IssueStore.class).get(issue.id()).status().label();
        report(issue.label() + (status.equals("sending") ? " is being sent" : " is " + status), sums, destination);
        return outcome.stopped().isPresent() && sums.accepted() == 0 ? CommandLineDoor.REFUSED : code(sums);
    }

    private int proof(ApplicationContext program, Issue issue, String given) {
        String to = address(given);
        program.getBean(Proofs.class)
                .send(issue, program.getBean(Approval.class).preview(issue), to);
        print(
                "A proof of %s went to %s by %s.",
                issue.label(), to, program.getBean(MailRoom.class).destination());
        return 0;
    }

    private static String address(String given) {
        try {
            return MailAddress.of(given);
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage() + "; nothing was sent.", e);
        }
    }

    private int dryRun(ApplicationContext program, Issue issue) {
        long audience = program.getBean(SubscriberSync.class).audience(issue.edition());
        print(
                "The issue %s is %s; it would go to %d subscribers by %s. Nothing was sent.",
                issue.label(),
                issue.status().label(),
                audience,
                program.getBean(MailRoom.class).destination());
        return 0;
    }

    private void report(String what, Accounting sums, String destination) {
        if (json.wanted()) {
            print(JsonOption.text(sums));
        } else {
            print("The issue %s: %s (%s).", what, sums, destination);
        }
    }

    private static int code(Accounting sums) {
        return sums.accepted() + sums.skipped() == sums.frozen() ? 0 : CommandLineDoor.PARTLY;
    }
}
