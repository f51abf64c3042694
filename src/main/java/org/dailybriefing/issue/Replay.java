package org.dailybriefing.issue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.story.Comparison;
import org.dailybriefing.story.StoryClusterer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compiles a past day once more, from what its compile was made of, and keeps nothing. Under the same rules the result is the
 * same to the byte.
 */
@Component
public class Replay {

    private final StoryClusterer clusterer;
    private final IssueStore issues;
    private final CompileStore compiles;
    private final DraftStore drafts;
    private final MaterialStore material;

    Replay(
            StoryClusterer clusterer,
            IssueStore issues,
            CompileStore compiles,
            DraftStore drafts,
            MaterialStore material) {
        this.clusterer = clusterer;
        this.issues = issues;
        this.compiles = compiles;
        this.drafts = drafts;
        this.material = material;
    }

    /**
     * What the rules make of the day, in the form in which the store keeps what was made of it then. A story that there was not
     * then has a number below 0.
     *
     * @param caution why it can differ though the rules are the same, in one sentence, or empty
     * @param fates oldest item first
     */
    public record Replayed(Issue issue, Optional<String> caution, List<Entry> entries, List<ItemFate> fates) {}

    /**
     * @param rules an edition as it is, or another definition of it
     * @throws Refusal if there was no issue on the date, or what it was made of was not kept then
     */
    public Replayed replay(Edition rules, LocalDate date) {
        Issue issue = issues.find(rules.slug(), date).orElseThrow(() -> new Refusal(unknown(rules.slug(), date)));
        CompileStore.Made made = compiles.made(issue)
                .orElseThrow(
                        () -> new Refusal(
                                "The issue " + issue.label()
                                        + " was compiled by a version that did not keep what it was made of, so it cannot be replayed."));
        Material then = material.read(rules, issue, made.window(), made.lastCorrection());
        Draft draft = DraftCompiler.compile(clusterer, rules, then);
        return new Replayed(
                issue,
                caution(made.comparison(), clusterer.comparison()),
                EntryWriter.entries(rules, draft, then.looks()),
                draft.fates().stream().map(ItemFate::of).toList());
    }

    private static Optional<String> caution(@Nullable Comparison then, Comparison now) {
        return then == null || then == now
                ? Optional.empty()
                : Optional.of("Items were compared by " + then.words() + " then and are by " + now.words()
                        + " now (briefing.sentence-model); stories can differ for that alone.");
    }

    /** What is different from what was compiled then. */
    public Difference compare(Replayed replayed) {
        long id = replayed.issue().id();
        return Difference.between(drafts.entries(id), drafts.fates(id), replayed.entries(), replayed.fates());
    }

    private String unknown(String edition, LocalDate date) {
        String there = compiles.dates(edition)
                .map(span -> "its issues are from " + span.first() + " to " + span.last())
                .orElse("it has none yet");
        return "There is no issue of " + edition + " for " + date + "; " + there + ".";
    }
}
