package org.dailybriefing.cli;

import org.dailybriefing.base.Refusal;
import picocli.CommandLine.Option;

/** Who corrects, for the records. */
final class EditorOption {

    @Option(
            names = "--editor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who does it; without it, the user of this machine (${DEFAULT-VALUE}).")
    private String name = "";

    String name() {
        if (name.isBlank()) {
            throw new Refusal("--editor is empty; give the name of who does it.");
        }
        return name;
    }
}
