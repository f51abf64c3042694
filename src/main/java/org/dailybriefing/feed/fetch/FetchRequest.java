package org.dailybriefing.feed.fetch;

import java.net.URI;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A feed to be asked for, and what is known of it.
 *
 * @param etag as the server gave it, byte for byte
 * @param lastModified as the server gave it, whether it is a date or not
 * @param otherFeed whether the target of a redirect is fetched for another feed already
 */
public record FetchRequest(
        URI url, @Nullable String etag, @Nullable String lastModified, Predicate<URI> otherFeed) {}
