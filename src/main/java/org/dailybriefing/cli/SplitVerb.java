package org.dailybriefing.cli;

import java.util.List;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Correcting;
import org.dailybriefing.issue.Correcting.Corrected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "split", description = "Make items of a story one of their own.")
final class SplitVerb extends CorrectionVerb {

    @Parameters(index = "0", paramLabel = "STORY", description = "Its number, as compile shows it.")
    private long story;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ITEM",
            description = "Their numbers, as preview and the desk show them.")
    private List<Long> items = List.of();

    @Override
    Corrected correct(Correcting correcting, Edition edition, String who) {
        return correcting.split(edition, story, items, who);
    }
}
