package org.dailybriefing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.delivery.Proofs;
import org.dailybriefing.delivery.Proofs.Specimen;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.ItemFate;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.ops.Approval;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "preview", description = "Write today's issue as readers would get it.")
final class PreviewVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for briefing.html, .txt and .eml.")
    private Path folder;

    @Override
    int run(ApplicationContext program) {
        Edition chosen = edition.edition(program);
        Issue issue = edition.issue(program, chosen);
        RenderedIssue rendered = program.getBean(Approval.class).preview(issue);
        try {
            Files.createDirectories(folder);
            Specimen specimen = program.getBean(Proofs.class).specimen(issue, rendered);
            Files.writeString(folder.resolve("briefing.html"), specimen.html());
            Files.writeString(folder.resolve("briefing.txt"), specimen.text());
            Files.write(folder.resolve("briefing.eml"), specimen.mail());
        } catch (IOException e) {
            throw new Refusal("The folder " + folder + " cannot be written (" + e.getMessage() + ").", e);
        }
        print("%s: briefing.html, briefing.txt, briefing.eml", folder);
        print("subject    %s", rendered.subject());
        print("preheader  %s", rendered.preheader());
        DraftStore drafts = program.getBean(DraftStore.class);
        List<ItemFate> fates = drafts.fates(issue.id());
        for (Entry entry : drafts.entries(issue.id())) {
            print(StoryLines.line(entry));
            StoryLines.items(entry, chosen, fates).forEach(this::print);
        }
        return 0;
    }
}
