package org.dailybriefing.cli;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dailybriefing.ops.StatusReport.IssueState;
import picocli.CommandLine.Help.Ansi;

/** Shows on a terminal how far a send has got; elsewhere nothing. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final Supplier<IssueState> state;

    ProgressBar(Supplier<IssueState> state) {
        this.state = state;
    }

    <T> T during(Supplier<T> work) {
        if (!Ansi.AUTO.enabled()) {
            return work.get();
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleWithFixedDelay(this::show, 1, 1, TimeUnit.SECONDS);
        try {
            return work.get();
        } finally {
            clock.shutdownNow();
            System.err.print("\r\033[K");
        }
    }

    private void show() {
        System.err.print("\r" + line(state.get()));
        System.err.flush();
    }

    static String line(IssueState state) {
        long done = state.frozen() - state.pending();
        int filled = state.frozen() == 0 ? 0 : (int) (WIDTH * done / state.frozen());
        String left = state.secondsLeft() == null ? "" : ", " + state.secondsLeft() + " s left";
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d: %d accepted, %d rejected, %d uncertain, %d a second%s   ",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                done,
                state.frozen(),
                state.accepted(),
                state.rejected(),
                state.uncertain(),
                state.perSecond(),
                left);
    }
}
