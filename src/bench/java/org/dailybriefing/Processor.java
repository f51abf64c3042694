package org.dailybriefing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Processor time of what a benchmark does, which other programs on the machine don't change. One iteration: several are added up. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Processor {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long start;
    private long done;

    @Setup(Level.Iteration)
    public void start() {
        done = 0;
        start = THREADS.getCurrentThreadCpuTime();
    }

    public void did() {
        done++;
    }

    public double cpuMicrosecondsEach() {
        double spent = THREADS.getCurrentThreadCpuTime() - start;
        return spent / Math.max(1, done) / TimeUnit.MICROSECONDS.toNanos(1);
    }
}
