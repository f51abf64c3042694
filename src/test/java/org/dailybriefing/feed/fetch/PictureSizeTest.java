package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** How much of a picture is read to find its size. */
class PictureSizeTest {

    private static final int[] START = {0xFF, 0xD8};
    private static final int[] EMPTY_SEGMENT = {0xFF, 0xE0, 0x00, 0x02};

    /** A JPEG of empty segments, which never ends. */
    private static final class Endless extends InputStream {
        private int read;

        @Override
        public int read() {
            int at = read++;
            return at < START.length ? START[at] : EMPTY_SEGMENT[(at - START.length) % EMPTY_SEGMENT.length];
        }
    }

    @Test
    void a_jpeg_without_end_and_size_is_left_after_256_kB() {
        var endless = new Endless();

        assertThatThrownBy(() -> PictureSize.read(endless)).hasMessage("is a damaged picture");

        assertThat(endless.read).isBetween(256 << 10, 257 << 10);
    }
}
