package org.dailybriefing.cli;

import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Whether the result is for a program. */
final class JsonOption {

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean wanted;

    boolean wanted() {
        return wanted;
    }

    static String text(ApplicationContext program, Object value) {
        return program.getBean(JsonMapper.class).writeValueAsString(value);
    }
}
