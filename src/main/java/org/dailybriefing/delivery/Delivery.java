package org.dailybriefing.delivery;

import org.jspecify.annotations.Nullable;

/**
 * One issue to one reader, claimed and in flight.
 *
 * @param attempts with this one
 */
record Delivery(
        long id, long subscription, String email, @Nullable String name, int attempts) {}
