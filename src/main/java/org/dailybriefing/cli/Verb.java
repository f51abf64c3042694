package org.dailybriefing.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** One verb of the command line, run in the program without its pages. */
abstract class Verb implements Callable<Integer> {

    @ParentCommand
    private CommandLineDoor door;

    @Mixin
    private HelpOption help = new HelpOption();

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

    /** A number with the word for what it counts. */
    static String counted(long number, String one) {
        return number + " " + one + (number == 1 ? "" : one.endsWith("s") ? "es" : "s");
    }

    static void warn(String sentence) {
        System.err.println(sentence);
    }
}
