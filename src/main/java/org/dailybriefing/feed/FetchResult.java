package org.dailybriefing.feed;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What one request for a feed brought. */
sealed interface FetchResult {

    /** @param url where it was found after redirects */
    record Fetched(
            byte[] bytes,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            HttpUrl url)
            implements FetchResult {}

    record NotModified() implements FetchResult {}

    /** @param why a sentence without its subject, such as "answered 404" */
    record Failed(String why) implements FetchResult {}
}
