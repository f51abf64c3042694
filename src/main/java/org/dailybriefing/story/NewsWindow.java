package org.dailybriefing.story;

import java.util.function.IntConsumer;

/** The items around an item in time: what is on everybody's lips in the days before and after it. */
final class NewsWindow {

    /** Items further apart are never one event: 96 hours, in minutes. */
    static final long SPAN = 96 * 60;

    private NewsWindow() {}

    /**
     * Visits each item, oldest first, while the items no more than {@link #SPAN} away from it are in the window.
     *
     * @param minutes when the items were published, ascending
     */
    static void slide(long[] minutes, IntConsumer enter, IntConsumer leave, IntConsumer visit) {
        int first = 0;
        int next = 0;
        for (int i = 0; i < minutes.length; i++) {
            while (next < minutes.length && minutes[next] - minutes[i] <= SPAN) {
                enter.accept(next++);
            }
            while (minutes[i] - minutes[first] > SPAN) {
                leave.accept(first++);
            }
            visit.accept(i);
        }
    }
}
