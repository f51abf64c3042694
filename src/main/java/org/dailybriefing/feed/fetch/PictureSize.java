package org.dailybriefing.feed.fetch;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Width and height of a JPEG or PNG in pixels, as its first bytes give them. Nothing is decoded, so that no bytes can make
 * much of little.
 */
public record PictureSize(int width, int height) {

    /** So far in it is looked for, behind whatever cameras and editors have noted in a JPEG. */
    private static final int MOST_BYTES = 256 << 10;

    /**
     * Reads no more than it needs.
     *
     * @throws FetchException with a sentence without its subject if it is something else, or damaged
     * @throws IOException as the stream throws it, and at its early end
     */
    public static PictureSize read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        return switch (data.readUnsignedShort()) {
            case 0xFFD8 -> jpeg(data);
            case 0x8950 -> png(data);
            default -> throw new FetchException("is neither a JPEG nor a PNG");
        };
    }

    /** By the PNG specification, 5.2 and 11.2.1: a signature, and the header as the first chunk. */
    private static PictureSize png(DataInputStream in) throws IOException {
        boolean png = in.readInt() == 0x4E470D0A && in.readUnsignedShort() == 0x1A0A;
        boolean header = in.readInt() == 13 && in.readInt() == 0x49484452;
        if (!png || !header) {
            throw damaged();
        }
        return proven(in.readInt(), in.readInt());
    }

    /** By ITU-T T.81, B.1: segments with a length each, until the header of a frame. */
    private static PictureSize jpeg(DataInputStream in) throws IOException {
        int left = MOST_BYTES;
        while (left > 0) {
            int marker = marker(in);
            int length = in.readUnsignedShort();
            if (isFrame(marker)) {
                in.skipNBytes(1);
                int height = in.readUnsignedShort();
                return proven(in.readUnsignedShort(), height);
            }
            in.skipNBytes(Math.max(0, length - 2));
            left -= 2 + length;
        }
        throw damaged();
    }

    /** Of a segment that may stand before a frame: data and tables. */
    private static int marker(DataInputStream in) throws IOException {
        boolean begun = in.readUnsignedByte() == 0xFF;
        int marker = in.readUnsignedByte();
        boolean data = marker >= 0xDB && marker <= 0xFE;
        if (!begun || !data && (marker & 0xF0) != 0xC0) {
            throw damaged();
        }
        return marker;
    }

    /** All of C0 to CF but tables (C4, CC) and what is reserved (C8). */
    private static boolean isFrame(int marker) {
        return (marker & 0xF0) == 0xC0 && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static PictureSize proven(int width, int height) throws FetchException {
        if (width < 1 || height < 1) {
            throw damaged();
        }
        return new PictureSize(width, height);
    }

    private static FetchException damaged() {
        return new FetchException("is a damaged picture");
    }
}
