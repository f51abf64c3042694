package org.dailybriefing.cli;

import java.time.LocalDate;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.ops.Sending;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "resume", description = "Go on with the sending of an issue that was stopped.")
final class ResumeVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Option(names = "--date", paramLabel = "DATE", description = "The day of the issue; today unless given.")
    private @Nullable LocalDate date;

    @Override
    int run(ApplicationContext program) {
        Issue issue = edition.issue(program, edition.edition(program), date);
        program.getBean(Sending.class).resume(issue, "command line");
        print("The issue %s goes out again; a running server sends it, or the verb send.", issue.label());
        return 0;
    }
}
