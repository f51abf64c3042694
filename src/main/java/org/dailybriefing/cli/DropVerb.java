package org.dailybriefing.cli;

import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Correcting;
import org.dailybriefing.issue.Correcting.Corrected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "drop", description = "Keep a story out, also when it goes on.")
final class DropVerb extends CorrectionVerb {

    @Parameters(paramLabel = "STORY", description = "Its number, as compile shows it.")
    private long story;

    @Override
    Corrected correct(Correcting correcting, Edition edition, String who) {
        return correcting.drop(edition, story, who);
    }
}
