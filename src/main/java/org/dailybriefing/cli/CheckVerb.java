package org.dailybriefing.cli;

import org.dailybriefing.ops.Checkup;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "check", description = "Look at definitions, subscribers, feeds and the mail server.")
final class CheckVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Override
    int run(ApplicationContext program) {
        var findings = program.getBean(Checkup.class).check(edition.slugs(program));
        findings.problems().forEach(problem -> print("problem: %s", problem));
        findings.warnings().forEach(warning -> print("warning: %s", warning));
        print(
                "%d problems, %d warnings",
                findings.problems().size(), findings.warnings().size());
        return findings.problems().isEmpty() ? 0 : CommandLineDoor.REFUSED;
    }
}
