package org.dailybriefing.feed.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The requests of one fetch, from the address of the feed to where redirects end. */
final class Conversation {

    private final OkHttpClient client;
    private final HostGate gate;
    private final InstantSource clock;
    private final Duration deadline;
    private final FetchRequest request;
    private final RedirectPath path;

    /** Runs during requests only: the waiting for turns is not the servers' fault. */
    private final Stopwatch took = new Stopwatch();

    /** Of the last answer, 0 if there was none. */
    private int status;

    private Headers headers = Headers.EMPTY;

    Conversation(
            OkHttpClient client,
            HostGate gate,
            InstantSource clock,
            Duration deadline,
            FetchRequest request,
            HttpUrl start) {
        this.client = client;
        this.gate = gate;
        this.clock = clock;
        this.deadline = deadline;
        this.request = request;
        path = new RedirectPath(start);
    }

    FetchResult hold() {
        Optional<FetchResult> result = Optional.empty();
        while (result.isEmpty()) {
            // each hop waits for the turn of its own host, and meanwhile holds up no other
            try {
                result = gate.inTurn(path.here().host(), this::ask);
            } catch (FetchException e) {
                result = failed(e.why());
            }
        }
        return result.get();
    }

    /** Empty if a redirect leads on. */
    private Optional<FetchResult> ask() {
        took.start();
        String host = path.here().host();
        Call call = client.newCall(conditional());
        // 0 would be no limit at all
        call.timeout().timeout(Math.max(1, deadline.toNanos() - took.nanos()), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            status = response.code();
            headers = response.headers();
            Optional<FetchResult> result = judge(response);
            // closing would read on for a while, to keep the connection
            call.cancel();
            return result;
        } catch (IOException e) {
            return failed(Diagnosis.ofRequest(e, host, deadline));
        } finally {
            took.stop();
        }
    }

    private Request conditional() {
        var conditional = new Request.Builder().url(path.here());
        if (request.etag() != null) {
            conditional.header("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            conditional.header("If-Modified-Since", request.lastModified());
        }
        return conditional.build();
    }

    private Optional<FetchResult> judge(Response response) {
        if (RedirectPath.isRedirect(status)) {
            return redirected();
        }
        return switch (status) {
            // not 206, which is a part, nor 202 and 204, which bring nothing
            case 200, 203 -> Optional.of(read(response));
            case 304 ->
                Optional.of(new FetchResult.NotModified(
                        exchange(0),
                        CachingHeaders.validator(headers, "ETag"),
                        CachingHeaders.validator(headers, "Last-Modified")));
            default -> failed("answered " + status + CloudflareChallenge.advice(response));
        };
    }

    private Optional<FetchResult> redirected() {
        Optional<String> trouble = path.follow(status, headers.get("Location"));
        if (trouble.isPresent()) {
            return failed(trouble.get());
        }
        URI target = path.here().uri();
        return request.otherFeed().test(target)
                ? Optional.of(new FetchResult.OtherFeed(exchange(0), target))
                : Optional.empty();
    }

    private FetchResult read(Response response) {
        try {
            byte[] bytes = BodyReader.read(response);
            return new FetchResult.Fetched(
                    exchange(bytes.length),
                    bytes,
                    headers.get("Content-Type"),
                    CachingHeaders.validator(headers, "ETag"),
                    CachingHeaders.validator(headers, "Last-Modified"),
                    path.here().uri());
        } catch (IOException e) {
            return new FetchResult.Failed(exchange(0), Diagnosis.ofBody(e, deadline));
        }
    }

    private Optional<FetchResult> failed(String why) {
        return Optional.of(new FetchResult.Failed(exchange(0), why));
    }

    private Exchange exchange(long bytes) {
        return new Exchange(
                status,
                bytes,
                Duration.ofNanos(took.nanos()),
                path.movedTo(),
                status >= 400 ? RetryAfter.of(headers, clock.instant()) : null,
                CachingHeaders.maxAge(headers));
    }
}
