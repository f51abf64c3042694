package org.dailybriefing.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * Runs one verb. Exit codes: 0 done, 1 refused with one sentence that says what to do, 2 usage, 3 partly done, or
 * read with remarks.
 * Options with a dot in their name, such as {@code --briefing.data=x}, are settings.
 */
@Command(
        name = "daily-briefing",
        description = "A newsletter desk: collects feeds, drafts a briefing, mails it to subscribers.",
        subcommands = {
            ServeVerb.class,
            CheckVerb.class,
            FeedVerb.class,
            GroupVerb.class,
            CollectVerb.class,
            CompileVerb.class,
            PreviewVerb.class,
            WhereVerb.class,
            MergeVerb.class,
            SplitVerb.class,
            MoveVerb.class,
            DropVerb.class,
            UndoVerb.class,
            CorrectionsVerb.class,
            ReplayVerb.class,
            WriteVerb.class,
            ApproveVerb.class,
            ReopenVerb.class,
            ResumeVerb.class,
            SendVerb.class,
            StatusVerb.class,
            StopVerb.class,
            ImportVerb.class,
            SuppressVerb.class
        },
        mixinStandardHelpOptions = true,
        version = "Daily Briefing 0.1.0",
        synopsisSubcommandLabel = "VERB",
        footer = {
            "",
            "Without a verb: serve. Settings: --briefing.data=DIR, --spring.mail.host=HOST … or the environment."
        })
public final class CommandLineDoor {

    /** The program goes on: it has begun to serve. */
    public static final int SERVING = -1;

    static final int REFUSED = 1;
    static final int PARTLY = 3;

    private final Class<?> application;
    private final String[] settings;
    private final PrintStream out;

    private CommandLineDoor(Class<?> application, String[] settings, PrintStream out) {
        this.application = application;
        this.settings = settings;
        this.out = out;
    }

    public static int run(Class<?> application, String... args) {
        List<String> settings = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String arg : args) {
            (arg.matches("--[a-z][a-z0-9-]*\\..*") ? settings : words).add(arg);
        }
        if (words.isEmpty()) {
            words.add("serve");
        }
        var door = new CommandLineDoor(application, settings.toArray(String[]::new), System.out);
        return new CommandLine(door)
                .registerConverter(LocalDate.class, CommandLineDoor::date)
                .registerConverter(Long.class, CommandLineDoor::number)
                .registerConverter(long.class, CommandLineDoor::number)
                .setExecutionExceptionHandler((e, line, parsed) -> refuse(e))
                .setParameterExceptionHandler((e, given) -> usage(e))
                .execute(words.toArray(String[]::new));
    }

    static LocalDate date(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("\"" + given + "\" is not a date such as 2026-03-10");
        }
    }

    private static long number(String given) {
        if (!given.matches("\\d{1,18}")) {
            throw new TypeConversionException("\"" + given + "\" is not a number such as 12");
        }
        return Long.parseLong(given);
    }

    /** Where a verb prints its result; log lines go elsewhere. */
    PrintStream out() {
        return out;
    }

    /** The program with its pages and its timetable. */
    void serve() {
        new SpringApplication(application).run(settings);
    }

    /** The program without pages and timetable, beside a server that may be running on the same database. */
    ConfigurableApplicationContext open() {
        // log lines go to the error stream: the output of a verb is its result
        System.setOut(System.err);
        var program = new SpringApplication(application);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setAdditionalProfiles("cli");
        program.setLogStartupInfo(false);
        return program.run(settings);
    }

    /** Always in the same way; a guess at what was meant is often wrong. */
    private static int usage(ParameterException e) {
        CommandLine line = e.getCommandLine();
        line.getErr().println(e.getMessage());
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    private static int refuse(Exception e) throws Exception {
        Optional<String> sentence = StartProblem.sentence(e);
        if (sentence.isEmpty()) {
            throw e;
        }
        System.err.println(sentence.get());
        return REFUSED;
    }
}
