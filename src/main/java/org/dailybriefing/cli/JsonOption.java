package org.dailybriefing.cli;

import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Whether the result is for a program. */
final class JsonOption {

    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean wanted;

    boolean wanted() {
        return wanted;
    }

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }
}
