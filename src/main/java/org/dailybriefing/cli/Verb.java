package org.dailybriefing.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** One verb of the command line, run in the program without its pages. */
abstract class Verb implements Callable<Integer> {

    @ParentCommand
    private CommandLineDoor door;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public final Integer call() {
        try (var program = door.open()) {
            return run(program);
        }
    }

    /** @return the exit code */
    abstract int run(ApplicationContext program);

    final void print(String line, @Nullable Object... values) {
        door.out().println(values.length == 0 ? line : String.format(Locale.ROOT, line, values));
    }

    static void warn(String sentence) {
        System.err.println(sentence);
    }
}
