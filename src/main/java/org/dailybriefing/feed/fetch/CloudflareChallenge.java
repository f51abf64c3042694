package org.dailybriefing.feed.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import okhttp3.Response;

/** The page by which Cloudflare tells browsers from programs; no retry gets past it. */
final class CloudflareChallenge {

    /** Of the page, unpacked. */
    private static final int READ_BYTES = 256 << 10;

    private CloudflareChallenge() {}

    /** What to do about it, to follow on "answered 403"; empty if it is another answer. */
    static String advice(Response response) {
        return isIn(response)
                ? ": Cloudflare asks for a browser; look for another address of this feed, or ask its publisher to let"
                        + " feed readers in"
                : "";
    }

    private static boolean isIn(Response response) {
        if (response.code() != 401 && response.code() != 403) {
            return false;
        }
        return "challenge".equalsIgnoreCase(response.header("cf-mitigated"))
                || "cloudflare".equalsIgnoreCase(response.header("Server")) && hasMarks(response);
    }

    private static boolean hasMarks(Response response) {
        try (InputStream page = BodyReader.open(response)) {
            String text = new String(page.readNBytes(READ_BYTES), StandardCharsets.ISO_8859_1);
            return Stream.of("Just a moment", "challenge-platform", "cf-chl").anyMatch(text::contains);
        } catch (IOException e) {
            // the status alone is told
            return false;
        }
    }
}
