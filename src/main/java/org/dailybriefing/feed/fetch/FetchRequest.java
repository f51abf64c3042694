package org.dailybriefing.feed.fetch;

import java.net.URI;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What to ask for.
 *
 * @param etag the ETag of the last answer that could be read, byte for byte
 * @param lastModified its Last-Modified, byte for byte
 * @param otherFeed whether an address is fetched for another feed, so that a redirect to it is not followed
 */
public record FetchRequest(
        URI url, @Nullable String etag, @Nullable String lastModified, Predicate<URI> otherFeed) {}
