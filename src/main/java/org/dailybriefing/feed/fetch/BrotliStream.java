package org.dailybriefing.feed.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.brotli.dec.BrotliInputStream;

/** Unpacks Brotli (RFC 7932), and fails in words for people. */
final class BrotliStream extends FilterInputStream {

    private BrotliStream(InputStream unpacked) {
        super(unpacked);
    }

    static InputStream over(InputStream packed) throws IOException {
        try {
            return new BrotliStream(new BrotliInputStream(packed));
        } catch (IOException e) {
            throw told(e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            throw told(e);
        }
    }

    /** The decoder wraps the failures of the stream below; its own come late, since it takes the end for zeros. */
    private static IOException told(IOException wrapped) {
        return Stream.iterate(wrapped.getCause(), cause -> cause != null, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .findFirst()
                .orElseGet(() -> new FetchException("was cut off or damaged before its end"));
    }
}
