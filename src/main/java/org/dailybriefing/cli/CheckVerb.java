package org.dailybriefing.cli;

import org.dailybriefing.ops.Checkup;
import org.dailybriefing.subscriber.SubscriberSync.Loss;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "check", description = "Look at definitions, subscribers, feeds and the mail server.")
final class CheckVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Option(
            names = "--accept-list",
            description =
                    "Take subscribers.yml as it is, even if it lacks more than half of the people it listed before.")
    private boolean acceptList;

    @Override
    int run(ApplicationContext program) {
        var findings =
                program.getBean(Checkup.class).check(edition.slugs(program), acceptList ? Loss.ACCEPT : Loss.REFUSE);
        findings.problems().forEach(problem -> print("problem: %s", problem));
        findings.warnings().forEach(warning -> print("warning: %s", warning));
        print(
                "%d problems, %d warnings",
                findings.problems().size(), findings.warnings().size());
        return findings.problems().isEmpty() ? 0 : CommandLineDoor.REFUSED;
    }
}
