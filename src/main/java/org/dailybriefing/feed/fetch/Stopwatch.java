package org.dailybriefing.feed.fetch;

/** Adds up the times between its starts and stops. */
final class Stopwatch {

    private long before;
    private long start;
    private boolean running;

    void start() {
        start = System.nanoTime();
        running = true;
    }

    void stop() {
        before = nanos();
        running = false;
    }

    long nanos() {
        return running ? before + System.nanoTime() - start : before;
    }
}
