package org.dailybriefing.delivery;

import java.time.Duration;

/** How long to wait after a temporary refusal: twice as long each time. */
final class RetryPolicy {

    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryPolicy() {}

    /** @param attempts made so far, 1 or more */
    static Duration pause(int attempts) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
