package org.dailybriefing.cli;

import picocli.CommandLine.Option;

/** What every verb understands. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean wanted;
}
