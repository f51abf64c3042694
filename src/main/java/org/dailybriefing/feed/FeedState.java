package org.dailybriefing.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it was last seen.
 *
 * @param url as the source gives it
 * @param host host and port of the address that is asked
 * @param etag validator of the last document that could be read, as lastModified and bodyHash (SHA-256) are
 * @param items how many that document had
 * @param hub the WebSub hub that it names
 * @param problem what is wrong, in words, or null when all is well
 * @param failures how many times in a row it failed
 * @param failingSince the first of them
 * @param gone since when its server says that it is gone for good; it is not asked any more
 * @param lastNew when it last brought a new item; for the first document, when its newest item was published
 * @param nextCheck when it is due by plan
 * @param notBefore when its server wants to be asked again at the earliest
 * @param lastCheck null if it was never asked
 * @param requests how many were made in all
 * @param notModified how many of them were answered by 304
 */
public record FeedState(
        long id,
        String url,
        @Nullable String host,
        Relocation relocation,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash,
        Rhythm rhythm,
        int items,
        @Nullable String hub,
        @Nullable String problem,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant gone,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNew,
        @Nullable Instant nextCheck,
        @Nullable Instant notBefore,
        @Nullable LastCheck lastCheck,
        long requests,
        long notModified) {

    /** So many failures in a row at a new address, and the old one may be right again. */
    private static final int PATIENCE = 5;

    /**
     * The last answer, good or bad.
     *
     * @param status HTTP's, 0 if there was no answer
     * @param bytes of the body, decoded
     * @param millis from the first connection to the end of the body
     */
    public record LastCheck(Instant at, int status, long bytes, long millis) {}

    /** What is asked: where the feed has moved, or else the source's address; that too when the other has failed for long. */
    public URI address() {
        URI location = relocation.location();
        return location == null || failures >= PATIENCE ? URI.create(url) : location;
    }

    /** Whether its server can answer that nothing has changed. */
    boolean conditional() {
        return etag != null || lastModified != null;
    }

    /** Whether the server has asked for a pause that is not over. */
    boolean paused(Instant now) {
        return notBefore != null && notBefore.isAfter(now);
    }

    /** When it will be asked by plan and with its server's leave; now if it is due. */
    public Instant nextCheck(Instant now) {
        Instant planned = Objects.requireNonNullElse(nextCheck, now);
        return notBefore != null && notBefore.isAfter(planned) ? notBefore : planned;
    }
}
