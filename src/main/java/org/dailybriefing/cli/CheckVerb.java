package org.dailybriefing.cli;

import java.time.LocalDate;
import java.util.List;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.ops.Checkup;
import org.dailybriefing.ops.Proofreading;
import org.dailybriefing.render.proof.Remark;
import org.dailybriefing.subscriber.SubscriberSync.Loss;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description =
                "Look at definitions, subscribers, feeds, the mail server and the sender's DNS, or proof-read an issue.")
final class CheckVerb extends Verb {

    private static final String TODAY = "today";

    @Mixin
    private EditionOption edition = new EditionOption();

    @ArgGroup
    private @Nullable Choice choice;

    /** The two go with different checks. */
    static final class Choice {
        @Option(
                names = "--accept-list",
                description =
                        "Take subscribers.yml as it is, even if it lacks more than half of the people it listed before.")
        private boolean acceptList;

        @Option(
                names = "--issue",
                paramLabel = "DATE",
                arity = "0..1",
                fallbackValue = TODAY,
                converter = Day.class,
                description = "Only proof-read the issue of that date, or today's.")
        private @Nullable LocalDate issue;
    }

    /** Null stands for today, whose date only the edition's zone tells. */
    static final class Day implements ITypeConverter<@Nullable LocalDate> {

        @Override
        public @Nullable LocalDate convert(String given) {
            return given.equals(TODAY) ? null : CommandLineDoor.date(given);
        }
    }

    @Override
    int run(ApplicationContext program) {
        if (choice != null && !choice.acceptList) {
            return proofread(program, choice.issue);
        }
        Loss loss = choice == null ? Loss.REFUSE : Loss.ACCEPT;
        var findings = program.getBean(Checkup.class).check(edition.slugs(program), loss);
        findings.problems().forEach(problem -> print("problem: %s", problem));
        findings.warnings().forEach(warning -> print("warning: %s", warning));
        print(
                "%s, %s",
                counted(findings.problems().size(), "problem"),
                counted(findings.warnings().size(), "warning"));
        return findings.problems().isEmpty() ? 0 : CommandLineDoor.REFUSED;
    }

    private int proofread(ApplicationContext program, @Nullable LocalDate date) {
        Issue issue = edition.issue(program, edition.edition(program), date);
        List<Remark> remarks = program.getBean(Proofreading.class).remarks(issue);
        remarks.forEach(remark -> print("remark: %s", remark.sentence()));
        print("%s: %s", issue.label(), counted(remarks.size(), "remark"));
        return remarks.isEmpty() ? 0 : CommandLineDoor.PARTLY;
    }
}
