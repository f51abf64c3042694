package org.dailybriefing.cli;

import java.util.List;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Correcting;
import org.dailybriefing.issue.Correcting.Corrected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "merge", description = "Make stories one; the first takes in the others and what follows on them.")
final class MergeVerb extends CorrectionVerb {

    @Parameters(paramLabel = "STORY", arity = "1..*", description = "Their numbers, as compile shows them.")
    private List<Long> stories = List.of();

    @Override
    Corrected correct(Correcting correcting, Edition edition, String who) {
        return correcting.merge(edition, stories, who);
    }
}
