package org.dailybriefing.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "serve", description = "Run the timetable, the site and the desk (default).")
final class ServeVerb implements Callable<Integer> {

    @ParentCommand
    private CommandLineDoor door;

    @Override
    public Integer call() {
        door.serve();
        return CommandLineDoor.SERVING;
    }
}
