package org.dailybriefing.cli;

import java.util.stream.Collectors;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.text.PlainText;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.issue.OwnWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "write",
        description = "Write the subject, the preheader or a note of your own into today's draft.",
        footer = {"", "What is given as \"\" is made from the stories again, or left out."})
final class WriteVerb extends Verb {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_NOTE = 2000;

    @Mixin
    private EditionOption edition = new EditionOption();

    @Mixin
    private EditorOption editor = new EditorOption();

    @Option(names = "--subject", paramLabel = "TEXT", description = "The mail's subject.")
    private @Nullable String subject;

    @Option(names = "--preheader", paramLabel = "TEXT", description = "The line that an inbox shows after the subject.")
    private @Nullable String preheader;

    @Option(names = "--note", paramLabel = "TEXT", description = "A note to readers, above the stories.")
    private @Nullable String note;

    @Override
    int run(ApplicationContext program) {
        if (subject == null && preheader == null && note == null) {
            throw new Refusal("There is nothing to write; give --subject, --preheader or --note.");
        }
        Edition chosen = edition.edition(program);
        Issue issue = edition.issue(program, chosen);
        OwnWords before = issue.own();
        var words = new OwnWords(
                written(oneLine(subject), before.subject(), LONGEST_LINE),
                written(oneLine(preheader), before.preheader(), LONGEST_LINE),
                written(note, before.note(), LONGEST_NOTE));
        program.getBean(IssueStore.class).write(issue, words, editor.name());
        print("%s is written; look at it with preview.", issue.label());
        return 0;
    }

    private static @Nullable String oneLine(@Nullable String given) {
        return given == null ? null : given.replaceAll("\\R", " ");
    }

    private static @Nullable String written(@Nullable String given, @Nullable String before, int longest) {
        if (given == null) {
            return before;
        }
        if (given.length() > longest) {
            throw new Refusal("\"" + given.substring(0, 40) + "…\" has " + given.length() + " characters; at most "
                    + longest + " fit.");
        }
        String clean = given.lines()
                .map(line -> PlainText.clean(line, longest))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return clean.isEmpty() ? null : clean;
    }
}
