package org.dailybriefing.feed.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What was packed within something else. Its end is its end only once that is read to its own end, and was not cut off. */
final class LayeredInputStream extends FilterInputStream {

    private final InputStream around;

    LayeredInputStream(InputStream unpacked, InputStream around) {
        super(unpacked);
        this.around = around;
    }

    @Override
    public int read() throws IOException {
        return ended(super.read());
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        return ended(super.read(bytes, start, length));
    }

    private int ended(int read) throws IOException {
        if (read < 0) {
            around.transferTo(OutputStream.nullOutputStream());
        }
        return read;
    }
}
