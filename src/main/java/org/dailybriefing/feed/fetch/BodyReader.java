package org.dailybriefing.feed.fetch;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.Response;

/** Reads what a server sends, up to a size. */
final class BodyReader {

    private static final int MOST_BYTES = 10 << 20;

    private BodyReader() {}

    /** The unpacked body; one that is announced as too large is not read. */
    static byte[] read(Response response) throws IOException {
        if (response.body().contentLength() > MOST_BYTES) {
            throw CappedInputStream.tooLarge(MOST_BYTES);
        }
        return ContentDecoding.decode(response.body().byteStream(), encoding(response), MOST_BYTES);
    }

    static InputStream open(Response response) throws IOException {
        return ContentDecoding.open(response.body().byteStream(), encoding(response), MOST_BYTES);
    }

    private static String encoding(Response response) {
        return String.join(",", response.headers("Content-Encoding"));
    }
}
