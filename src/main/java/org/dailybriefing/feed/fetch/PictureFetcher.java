package org.dailybriefing.feed.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.dailybriefing.base.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Fetches so much of a picture as tells its size, under the guards of feeds: public addresses, a time, a size. */
@Component
public final class PictureFetcher {

    /** More is too much for readers on the road. */
    private static final int MOST_BYTES = 5 << 20;

    private final OkHttpClient client;

    @Autowired
    PictureFetcher(Settings settings) {
        this(new OkHttpClient.Builder(), settings);
    }

    /** @param prepared what a test brings, such as names and certificates */
    public PictureFetcher(OkHttpClient.Builder prepared, Settings settings) {
        client = GuardedClient.of(prepared, RequestHeaders.ofPictures(settings), Duration.ZERO, settings);
    }

    /**
     * Asks as a mail program that can show JPEG and PNG.
     *
     * @param address https, and so is each that it redirects to
     * @param deadline for all hops together
     * @throws FetchException with a sentence without its subject if it cannot be had, or is no such picture
     */
    public PictureSize fetch(String address, Duration deadline) throws FetchException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null || !url.isHttps()) {
            throw new FetchException("has an address that is not https");
        }
        long end = System.nanoTime() + deadline.toNanos();
        var path = new RedirectPath(url);
        Optional<PictureSize> size = Optional.empty();
        while (size.isEmpty()) {
            Call call = client.newCall(new Request.Builder().url(path.here()).build());
            // 0 would be no limit at all
            call.timeout().timeout(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            size = ask(call, path, deadline);
        }
        return size.get();
    }

    /** Empty if a redirect leads on. */
    private static Optional<PictureSize> ask(Call call, RedirectPath path, Duration deadline) throws FetchException {
        String host = path.here().host();
        try (Response response = call.execute()) {
            Optional<PictureSize> size = RedirectPath.isRedirect(response.code())
                    ? followed(response, path)
                    : Optional.of(size(response, deadline));
            // closing would read on for a while, to keep the connection
            call.cancel();
            return size;
        } catch (IOException e) {
            throw new FetchException(Diagnosis.ofRequest(e, host, deadline));
        }
    }

    private static Optional<PictureSize> followed(Response redirect, RedirectPath path) throws FetchException {
        Optional<String> trouble = path.follow(redirect.code(), redirect.header("Location"));
        if (trouble.isPresent()) {
            throw new FetchException(trouble.get());
        }
        return Optional.empty();
    }

    private static PictureSize size(Response response, Duration deadline) throws IOException {
        if (response.code() != 200) {
            throw new FetchException("answered " + response.code());
        }
        if (response.body().contentLength() > MOST_BYTES) {
            throw CappedInputStream.tooLarge(MOST_BYTES);
        }
        try {
            return PictureSize.read(response.body().byteStream());
        } catch (IOException e) {
            throw new FetchException(Diagnosis.ofBody(e, deadline));
        }
    }
}
