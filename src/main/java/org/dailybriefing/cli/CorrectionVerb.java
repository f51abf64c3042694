package org.dailybriefing.cli;

import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Correcting;
import org.dailybriefing.issue.Correcting.Corrected;
import org.dailybriefing.issue.IssueCompiler.Compiled;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Mixin;

/** A verb that puts something right for good. */
abstract class CorrectionVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Mixin
    private EditorOption editor = new EditorOption();

    abstract Corrected correct(Correcting correcting, Edition edition, String who);

    @Override
    final int run(ApplicationContext program) {
        Edition chosen = edition.edition(program);
        Corrected corrected = correct(program.getBean(Correcting.class), chosen, editor.name());
        var correction = corrected.correction();
        print("Correction %d: %s %s.", correction.id(), correction.who(), correction.what());
        print(
                "%s",
                corrected
                        .compiled()
                        .map(CorrectionVerb::words)
                        .orElse("There is no issue of today yet; the next has it."));
        return 0;
    }

    private static String words(Compiled compiled) {
        var issue = compiled.issue();
        return compiled.changed()
                ? "The issue %s was compiled with it and is %s with %d stories."
                        .formatted(issue.label(), issue.status().label(), issue.stories())
                : "The issue %s is %s and was left as it stands; the next has it."
                        .formatted(issue.label(), issue.status().label());
    }
}
