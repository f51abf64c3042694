package org.dailybriefing.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row in flight.
 *
 * @param reply in the server's words, or ours
 * @param nextAttempt when a temporary refusal is tried again; null = at once, or never
 * @param untried nothing was said to a server; it doesn't count as an attempt
 */
record Settlement(
        long delivery,
        DeliveryStatus next,
        @Nullable String reply,
        @Nullable Instant nextAttempt,
        boolean untried) {

    Settlement(long delivery, DeliveryStatus next, @Nullable String reply, @Nullable Instant nextAttempt) {
        this(delivery, next, reply, nextAttempt, false);
    }

    static Settlement left(long delivery) {
        return new Settlement(delivery, DeliveryStatus.SKIPPED, "the reader has left", null);
    }

    /** Back to where it was before it was claimed. */
    static Settlement untried(long delivery) {
        return new Settlement(delivery, DeliveryStatus.PENDING, null, null, true);
    }
}
