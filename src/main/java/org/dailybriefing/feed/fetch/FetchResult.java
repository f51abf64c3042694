package org.dailybriefing.feed.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What one request for a feed brought. */
public sealed interface FetchResult {

    Exchange exchange();

    /** @param url where it was found after redirects */
    record Fetched(
            Exchange exchange,
            byte[] bytes,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            URI url)
            implements FetchResult {}

    /** The validators are those of the answer, null where it gave none. */
    record NotModified(
            Exchange exchange,
            @Nullable String etag,
            @Nullable String lastModified) implements FetchResult {}

    /** A redirect leads to an address that is fetched for another feed; it was not followed. */
    record OtherFeed(Exchange exchange, URI url) implements FetchResult {}

    /** @param why a sentence without its subject, such as "answered 404" */
    record Failed(Exchange exchange, String why) implements FetchResult {}
}
