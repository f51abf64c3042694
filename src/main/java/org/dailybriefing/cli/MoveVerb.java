package org.dailybriefing.cli;

import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Correcting;
import org.dailybriefing.issue.Correcting.Corrected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "move", description = "Put a story under another topic.")
final class MoveVerb extends CorrectionVerb {

    @Parameters(index = "0", paramLabel = "STORY", description = "Its number, as compile shows it.")
    private long story;

    @Parameters(index = "1", paramLabel = "TOPIC", description = "The slug of a topic in edition.yml.")
    private String topic = "";

    @Override
    Corrected correct(Correcting correcting, Edition edition, String who) {
        return correcting.move(edition, story, topic, who);
    }
}
