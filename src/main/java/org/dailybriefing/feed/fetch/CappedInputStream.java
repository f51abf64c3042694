package org.dailybriefing.feed.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails when more than so many bytes come through. */
final class CappedInputStream extends FilterInputStream {

    private final int most;
    private int left;

    CappedInputStream(InputStream in, int most) {
        super(in);
        this.most = most;
        left = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > left) {
            throw tooLarge(most);
        }
        left -= Math.max(count, 0);
        return count;
    }

    static FetchException tooLarge(int most) {
        return new FetchException("is larger than " + (most >> 20) + " MB");
    }
}
