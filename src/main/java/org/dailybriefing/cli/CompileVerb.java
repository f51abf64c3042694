package org.dailybriefing.cli;

import java.util.LinkedHashMap;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueCompiler;
import org.dailybriefing.issue.IssueStatus;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "compile", description = "Make today's draft from the items collected.")
final class CompileVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    int run(ApplicationContext program) {
        Edition chosen = edition.edition(program);
        var compiled = program.getBean(IssueCompiler.class).compile(chosen, edition.today(program, chosen));
        Issue issue = compiled.issue();
        if (json.wanted()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("date", issue.date());
            row.put("number", issue.number());
            row.put("status", issue.status().label());
            row.put("stories", issue.stories());
            row.put("changed", compiled.changed());
            row.put("fates", compiled.fates());
            print(JsonOption.text(row));
        } else if (!compiled.changed()) {
            print(
                    "The issue %s is %s and was left as it stands.",
                    issue.label(), issue.status().label());
        } else {
            print(
                    "The issue %s is %s with %d stories.",
                    issue.label(), issue.status().label(), issue.stories());
            compiled.fates()
                    .forEach((fate, count) ->
                            print("%7d items %s", count, fate.label().replace('-', ' ')));
            program.getBean(DraftStore.class).entries(issue.id()).forEach(entry -> print(StoryLines.line(entry)));
        }
        if (issue.status() == IssueStatus.THIN) {
            warn("Fewer stories than timetable.minimum-stories ("
                    + chosen.timetable().minimumStories() + "): nothing is sent unless a later compile finds more.");
        }
        return 0;
    }
}
