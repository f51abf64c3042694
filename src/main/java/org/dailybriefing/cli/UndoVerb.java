package org.dailybriefing.cli;

import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Correcting;
import org.dailybriefing.issue.Correcting.Corrected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "undo", description = "Take a correction back.")
final class UndoVerb extends CorrectionVerb {

    @Parameters(paramLabel = "CORRECTION", description = "Its number, as corrections lists it.")
    private long number;

    @Override
    Corrected correct(Correcting correcting, Edition edition, String who) {
        return correcting.undo(edition, number, who);
    }
}
