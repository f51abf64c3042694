package org.dailybriefing.feed.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation with a server, whatever came of it.
 *
 * @param status of the last answer, 0 if there was none
 * @param bytes of the body, decoded
 * @param took from the first connection to the end of the body, all hops together
 * @param movedTo where permanent redirects lead, up to the first hop that is not permanent; null without one
 * @param retryAfter before then the server does not want to be asked again
 * @param maxAge for how long the server says that its answer is fresh
 */
public record Exchange(
        int status,
        long bytes,
        Duration took,
        @Nullable URI movedTo,
        @Nullable Instant retryAfter,
        @Nullable Duration maxAge) {}
