package org.dailybriefing.feed.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.dailybriefing.Desks;
import org.dailybriefing.base.Settings;

/** Fetchers for which every name is this machine. */
final class Fetchers {

    /** It is always now. */
    static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Fetchers() {}

    static Settings settings(boolean allowPrivateAddresses) {
        return Desks.settings(
                Map.of("base-url", "https://news.example.org", "fetch.allow-private-addresses", allowPrivateAddresses));
    }

    static OkHttpClient.Builder names() {
        return new OkHttpClient.Builder().dns(name -> List.of(InetAddress.getLoopbackAddress()));
    }

    /** Reaches what is on this machine. */
    static FeedFetcher open() {
        return open(names(), DEADLINE);
    }

    static FeedFetcher open(OkHttpClient.Builder prepared, Duration deadline) {
        return new FeedFetcher(prepared, deadline, settings(true), () -> NOW);
    }

    static FeedFetcher guarded(OkHttpClient.Builder prepared) {
        return new FeedFetcher(prepared, DEADLINE, settings(false), () -> NOW);
    }

    static FetchRequest first(String url) {
        return new FetchRequest(URI.create(url), null, null, target -> false);
    }

    static FetchResult fetch(String url) {
        return open().fetch(first(url));
    }

    /** Why a feed cannot be had, which must be so. */
    static String why(String url) {
        return why(fetch(url));
    }

    static String why(FetchResult result) {
        return ((FetchResult.Failed) result).why();
    }

    static String body(FetchResult result) {
        return new String(((FetchResult.Fetched) result).bytes(), StandardCharsets.UTF_8);
    }
}
