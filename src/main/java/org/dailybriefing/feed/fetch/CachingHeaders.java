package org.dailybriefing.feed.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What a server says about how long its answer is good, and how to ask whether it still is. */
final class CachingHeaders {

    private CachingHeaders() {}

    /**
     * How long an answer is fresh by RFC 9111, section 4.2.1: {@code max-age}, or else {@code Expires} less {@code Date}.
     *
     * @return more than zero; null if nothing is said that can be understood
     */
    static @Nullable Duration maxAge(Headers headers) {
        List<String> directives = directives(headers);
        if (directives.contains("no-cache") || directives.contains("no-store")) {
            return null;
        }
        for (String directive : directives) {
            if (directive.startsWith("max-age=")) {
                return positive(seconds(directive.substring(8).replace("\"", "")));
            }
        }
        Instant expires = headers.getInstant("Expires");
        Instant date = headers.getInstant("Date");
        return expires == null || date == null ? null : positive(Duration.between(date, expires));
    }

    private static List<String> directives(Headers headers) {
        String all = String.join(",", headers.values("Cache-Control")).toLowerCase(Locale.ROOT);
        return List.of(all.replaceAll("\\s", "").split(","));
    }

    private static @Nullable Duration positive(@Nullable Duration duration) {
        return duration != null && duration.compareTo(Duration.ZERO) > 0 ? duration : null;
    }

    /** Delta seconds by RFC 9111, section 1.2.2: more than an {@code int} can hold counts as the most that it can. */
    static @Nullable Duration seconds(String digits) {
        if (!digits.matches("[0-9]+")) {
            return null;
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        long seconds = significant.length() > 10 ? Integer.MAX_VALUE : Long.parseLong(significant);
        return Duration.ofSeconds(Math.min(seconds, Integer.MAX_VALUE));
    }

    /** {@code ETag} or {@code Last-Modified}; the client refuses to send back what is not printable ASCII. */
    static @Nullable String validator(Headers headers, String name) {
        String value = headers.get(name);
        return value != null && value.matches("[ -~]+") ? value : null;
    }
}
