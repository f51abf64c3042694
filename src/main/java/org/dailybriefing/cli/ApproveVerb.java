package org.dailybriefing.cli;

import org.dailybriefing.issue.Issue;
import org.dailybriefing.ops.Approval;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "approve", description = "Freeze the text of today's draft; it goes out at its time.")
final class ApproveVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Override
    int run(ApplicationContext program) {
        Issue issue = edition.issue(program, edition.edition(program));
        Issue approved = program.getBean(Approval.class).approve(issue, "command line");
        print("The issue %s, No. %d, is approved.", approved.label(), approved.number());
        return 0;
    }
}
