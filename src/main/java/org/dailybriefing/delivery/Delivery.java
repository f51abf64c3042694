package org.dailybriefing.delivery;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One issue to one reader, claimed and in flight.
 *
 * @param name as the reader wants it, or else as the operator's file has it
 * @param zone likewise; without one he reads the edition's times
 * @param attempts with this one
 */
record Delivery(
        long id,
        long subscription,
        String email,
        @Nullable String name,
        @Nullable ZoneId zone,
        int attempts) {}
