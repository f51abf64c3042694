package org.dailybriefing.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed has moved. A permanent redirect is believed when it has led to the same feed for a day: some are a mistake, or
 * the sign-in page of a hotel.
 *
 * @param location the address that is asked instead of the source's; null as long as the source's holds
 * @param movedTo where permanent redirects lead that are not believed yet
 * @param since when they were first seen to lead there
 */
public record Relocation(
        @Nullable URI location,
        @Nullable URI movedTo,
        @Nullable Instant since) {

    static final Relocation NONE = new Relocation(null, null, null);

    private static final Duration PROBATION = Duration.ofDays(1);

    /** After a feed was found there; null where no permanent redirect was. */
    Relocation seen(@Nullable URI target, Instant now) {
        if (target == null) {
            return new Relocation(location, null, null);
        }
        if (since == null || !Objects.equals(target, movedTo)) {
            return new Relocation(location, target, now);
        }
        return since.plus(PROBATION).isAfter(now) ? this : new Relocation(target, null, null);
    }
}
