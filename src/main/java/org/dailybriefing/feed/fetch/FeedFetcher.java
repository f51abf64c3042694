package org.dailybriefing.feed.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.dailybriefing.base.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Fetches one feed: conditionally, within a total time and a decoded size, and from public addresses only. */
@Component
public final class FeedFetcher {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 10L << 20;
    private static final int MOST_HOPS = 5;

    private final boolean privateAllowed;
    private final String agent;
    private final Duration deadline;
    private final OkHttpClient client;

    private final InstantSource clock;

    FeedFetcher(Settings settings) {
        this(settings, InstantSource.system());
    }

    @Autowired
    FeedFetcher(Settings settings, InstantSource clock) {
        this(settings, settings.fetch().allowPrivateAddresses() ? Dns.SYSTEM : new PublicAddresses(), DEADLINE, clock);
    }

    FeedFetcher(Settings settings, Dns names, Duration deadline) {
        this(settings, names, deadline, InstantSource.system());
    }

    /** @param deadline for all hops together */
    FeedFetcher(Settings settings, Dns names, Duration deadline, InstantSource clock) {
        this.clock = clock;
        privateAllowed = settings.fetch().allowPrivateAddresses();
        agent = "DailyBriefing/0.1 (+" + settings.baseUrl() + ")";
        this.deadline = deadline;
        client = new OkHttpClient.Builder()
                .dns(names)
                .connectTimeout(deadline)
                .readTimeout(deadline)
                .writeTimeout(deadline)
                // each hop is looked at before it is followed
                .followRedirects(false)
                .build();
    }

    public FetchResult fetch(URI source, @Nullable String etag, @Nullable String lastModified) {
        return fetch(new FetchRequest(source, etag, lastModified, url -> false));
    }

    public FetchResult fetch(FetchRequest request) {
        HttpUrl url = HttpUrl.get(request.url());
        if (url == null) {
            return failed("has an address that is not http or https");
        }
        long start = System.nanoTime();
        long end = start + deadline.toNanos();
        URI movedTo = null;
        boolean permanent = true;
        try {
            for (int hop = 0; hop <= MOST_HOPS; hop++) {
                if (!privateAllowed && isPrivateLiteral(url)) {
                    return failed("leads to the private address " + url.host()
                            + "; briefing.fetch.allow-private-addresses=true allows it");
                }
                Call call = client.newCall(request(url, request.etag(), request.lastModified()));
                call.timeout().deadlineNanoTime(end);
                try (Response response = call.execute()) {
                    Optional<HttpUrl> next = redirect(response, url);
                    if (next.isEmpty()) {
                        return result(response, url, start, movedTo);
                    }
                    permanent &= response.code() == 301 || response.code() == 308;
                    movedTo = permanent ? next.get().uri() : movedTo;
                    if (request.otherFeed().test(next.get().uri())) {
                        return new FetchResult.OtherFeed(
                                exchange(response, 0, start, movedTo),
                                next.get().uri());
                    }
                    if (url.isHttps() && !next.get().isHttps()) {
                        return failed("redirects from https to http");
                    }
                    url = next.get();
                }
            }
            return failed("redirects more than " + MOST_HOPS + " times");
        } catch (InterruptedIOException e) {
            return failed("did not answer within " + deadline.toSeconds() + " seconds");
        } catch (IOException e) {
            return failed("cannot be reached: " + e.getMessage());
        }
    }

    private static FetchResult failed(String why) {
        return new FetchResult.Failed(new Exchange(0, 0, Duration.ZERO, null, null, null), why);
    }

    private Exchange exchange(Response response, long bytes, long start, @Nullable URI movedTo) {
        String retry = response.header("Retry-After", "");
        String cache = response.header("Cache-Control", "");
        return new Exchange(
                response.code(),
                bytes,
                Duration.ofNanos(System.nanoTime() - start),
                movedTo,
                retry.matches("\\d{1,9}") ? clock.instant().plusSeconds(Long.parseLong(retry)) : null,
                cache.matches("max-age=\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(cache.substring(8))) : null);
    }

    private Request request(HttpUrl url, @Nullable String etag, @Nullable String lastModified) {
        var request = new Request.Builder()
                .url(url)
                .header("User-Agent", agent)
                .header(
                        "Accept",
                        "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.header("If-Modified-Since", lastModified);
        }
        return request.build();
    }

    private static Optional<HttpUrl> redirect(Response response, HttpUrl from) {
        String location = response.header("Location");
        boolean moves = response.code() >= 301 && response.code() <= 308 && response.code() != 304;
        return moves && location != null ? Optional.ofNullable(from.resolve(location.strip())) : Optional.empty();
    }

    private FetchResult result(Response response, HttpUrl url, long start, @Nullable URI movedTo) throws IOException {
        if (response.code() == 304) {
            return new FetchResult.NotModified(
                    exchange(response, 0, start, movedTo),
                    validator(response, "ETag"),
                    validator(response, "Last-Modified"));
        }
        if (!response.isSuccessful()) {
            return new FetchResult.Failed(exchange(response, 0, start, movedTo), "answered " + response.code());
        }
        var bytes = new Buffer();
        ResponseBody body = response.body();
        var source = body.source();
        while (source.read(bytes, 64 << 10) >= 0) {
            if (bytes.size() > MOST_BYTES) {
                return failed("is larger than " + (MOST_BYTES >> 20) + " MB");
            }
        }
        return new FetchResult.Fetched(
                exchange(response, bytes.size(), start, movedTo),
                bytes.readByteArray(),
                response.header("Content-Type"),
                validator(response, "ETag"),
                validator(response, "Last-Modified"),
                url.uri());
    }

    /** The client refuses to send back what is not printable ASCII. */
    private static @Nullable String validator(Response response, String name) {
        String value = response.header(name);
        return value != null && value.matches("[ -~]+") ? value : null;
    }

    /** The client asks its resolver for names only; an address is checked here. */
    private static boolean isPrivateLiteral(HttpUrl url) throws IOException {
        String host = url.host();
        boolean literal = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        return literal && !PublicAddresses.isPublic(InetAddress.getByName(host));
    }
}
