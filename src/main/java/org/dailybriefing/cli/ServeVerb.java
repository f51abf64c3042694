package org.dailybriefing.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(name = "serve", description = "Run the timetable, the site and the desk (default).")
final class ServeVerb implements Callable<Integer> {

    @ParentCommand
    private CommandLineDoor door;

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public Integer call() {
        door.serve();
        return CommandLineDoor.SERVING;
    }
}
