package org.dailybriefing.cli;

import org.dailybriefing.issue.Issue;
import org.dailybriefing.ops.Approval;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "reopen", description = "Take the approval of today's issue back.")
final class ReopenVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Override
    int run(ApplicationContext program) {
        Issue issue = edition.issue(program, edition.edition(program));
        program.getBean(Approval.class).reopen(issue, "command line");
        print("The issue %s is a draft again.", issue.label());
        return 0;
    }
}
