package org.dailybriefing.feed.fetch;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The way of one fetch from address to address. */
final class RedirectPath {

    private static final int MOST_HOPS = 5;
    private static final int LONGEST_LOCATION = 100;

    private final Set<HttpUrl> visited = new HashSet<>();
    private HttpUrl here;
    private boolean permanent = true;
    private @Nullable URI movedTo;

    RedirectPath(HttpUrl start) {
        here = start;
        visited.add(start);
    }

    /** By RFC 9110, section 15.4; a 300 offers a choice, a 304 has nothing to say, a 305 and 306 are of the past. */
    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /**
     * Goes on to where a redirect points.
     *
     * @return empty, or a sentence without its subject on why nobody should go there
     */
    Optional<String> follow(int status, @Nullable String location) {
        if (location == null || location.isBlank()) {
            return Optional.of("redirects to nowhere");
        }
        HttpUrl target = here.resolve(location.strip());
        if (target == null) {
            return Optional.of(
                    "redirects to \"" + shown(location.strip()) + "\", which is not an http or https address");
        }
        if (here.isHttps() && !target.isHttps()) {
            return Optional.of("redirects from https to http");
        }
        here = target.newBuilder().fragment(null).build();
        permanent &= status == 301 || status == 308;
        if (permanent) {
            movedTo = here.uri();
        }
        if (!visited.add(here)) {
            return Optional.of("redirects in a circle");
        }
        return visited.size() > MOST_HOPS + 1
                ? Optional.of("redirects more than " + MOST_HOPS + " times")
                : Optional.empty();
    }

    private static String shown(String location) {
        String line = location.replaceAll("\\p{C}+", " ");
        return line.length() <= LONGEST_LOCATION ? line : line.substring(0, LONGEST_LOCATION) + "…";
    }

    HttpUrl here() {
        return here;
    }

    /** Where the permanent redirects lead, up to the first that is not. */
    @Nullable
    URI movedTo() {
        return movedTo;
    }
}
