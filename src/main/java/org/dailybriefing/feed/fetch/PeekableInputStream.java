package org.dailybriefing.feed.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose first bytes can be looked at, and that knows its end. */
final class PeekableInputStream extends BufferedInputStream {

    PeekableInputStream(InputStream in) {
        super(in);
    }

    /** The next bytes, fewer only at the end; they will still be read. */
    byte[] peek(int length) throws IOException {
        mark(length);
        byte[] next = readNBytes(length);
        reset();
        return next;
    }

    /**
     * Waits, and says 0 at the end only: where nothing is available, {@link java.util.zip.GZIPInputStream} does not look
     * for a further member, which may just be on its way.
     */
    @Override
    public int available() throws IOException {
        return peek(1).length;
    }
}
