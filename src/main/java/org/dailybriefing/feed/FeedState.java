package org.dailybriefing.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it was last seen.
 *
 * @param problem what is wrong, in words, or null when all is well
 * @param failures how many times in a row it failed
 */
public record FeedState(
        long id,
        String url,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String problem,
        int failures,
        @Nullable Instant lastSuccess,
        @Nullable Instant nextCheck) {}
