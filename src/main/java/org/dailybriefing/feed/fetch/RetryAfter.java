package org.dailybriefing.feed.fetch;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** When a server wants to be asked again, by RFC 9110, section 10.2.3. */
final class RetryAfter {

    private static final String NAME = "Retry-After";
    private static final String KEPT = "DailyBriefing-Retry-After";

    private RetryAfter() {}

    /**
     * Keeps the header from the client, which would ask again at once after a 503 that says 0, and which trips over a
     * number that is no {@code int}.
     */
    static Response setAside(Response response) {
        String value = response.header(NAME);
        var kept = response.newBuilder().removeHeader(NAME).removeHeader(KEPT);
        return value == null ? kept.build() : kept.header(KEPT, value).build();
    }

    /**
     * The end of the pause, given in seconds or as a date.
     *
     * @param headers of a response whose header was set aside
     * @return after {@code now}; null if there is none or it cannot be understood
     */
    static @Nullable Instant of(Headers headers, Instant now) {
        String value = headers.get(KEPT);
        if (value == null) {
            return null;
        }
        Duration seconds = CachingHeaders.seconds(value.strip());
        Instant end = seconds == null ? headers.getInstant(KEPT) : now.plus(seconds);
        return end != null && end.isAfter(now) ? end : null;
    }
}
