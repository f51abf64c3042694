package org.dailybriefing.feed.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Undoes the content codings of RFC 9110, section 8.4.1, as servers use them and not only as they announce them: what is
 * announced but not packed is left as it is, and gzip is unpacked whether it is announced or not.
 */
public final class ContentDecoding {

    /** What a server may use, for {@code Accept-Encoding}. */
    static final String ACCEPTED = "gzip, deflate, br";

    /** One inside the other; some pack twice, and there are files that unpack to themselves for ever. */
    private static final int MOST_LAYERS = 3;

    /** At its start; packed bytes don't look like that many characters of text. */
    private static final int TEXT_BYTES = 48;

    private ContentDecoding() {}

    /**
     * Reads and unpacks a body as it comes in, and closes it.
     *
     * @param contentEncoding the header, null if there is none
     * @param mostBytes the cap, both for the packed and the unpacked body
     * @throws IOException with a sentence without its subject if the body is larger, cut off, damaged, or packed in a way
     *     that is not known; or as the body throws it
     */
    public static byte[] decode(InputStream body, @Nullable String contentEncoding, int mostBytes) throws IOException {
        try (InputStream decoded = open(body, contentEncoding, mostBytes)) {
            return decoded.readAllBytes();
        } catch (EOFException e) {
            throw new FetchException("was cut off before its end");
        } catch (ZipException e) {
            throw new FetchException("cannot be unpacked: its compression is damaged");
        }
    }

    static InputStream open(InputStream body, @Nullable String contentEncoding, int mostBytes) throws IOException {
        List<String> codings = codings(contentEncoding);
        if (codings.size() > MOST_LAYERS) {
            throw new FetchException("cannot be unpacked: it is packed more than " + MOST_LAYERS + " times");
        }
        var stream = new PeekableInputStream(new CappedInputStream(body, mostBytes));
        for (int i = codings.size() - 1; i >= 0; i--) {
            stream = unpacked(layer(stream, codings.get(i)), stream, mostBytes);
        }
        for (int i = codings.size(); i < MOST_LAYERS && isGzip(stream); i++) {
            stream = unpacked(new GZIPInputStream(stream), stream, mostBytes);
        }
        return stream;
    }

    private static PeekableInputStream unpacked(InputStream layer, InputStream around, int mostBytes) {
        return new PeekableInputStream(new CappedInputStream(new LayeredInputStream(layer, around), mostBytes));
    }

    /** In the order in which they were applied. */
    private static List<String> codings(@Nullable String contentEncoding) {
        return Stream.of((contentEncoding == null ? "" : contentEncoding).split(","))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
    }

    private static InputStream layer(PeekableInputStream packed, String coding) throws IOException {
        byte[] start = packed.peek(TEXT_BYTES);
        if (isText(start)) {
            return packed;
        }
        return switch (coding) {
            case "gzip", "x-gzip" -> isGzip(packed) ? new GZIPInputStream(packed) : packed;
            case "deflate" -> isZlib(start) ? new InflaterInputStream(packed) : new RawInflater(packed);
            case "br" -> BrotliStream.over(packed);
            default ->
                throw new FetchException(
                        "cannot be unpacked: it is packed as \"" + coding.replaceAll("\\p{C}", " ") + "\"");
        };
    }

    private static boolean isGzip(PeekableInputStream stream) throws IOException {
        byte[] start = stream.peek(3);
        return start.length == 3 && start[0] == 0x1f && start[1] == (byte) 0x8b && start[2] == Deflater.DEFLATED;
    }

    /** By RFC 1950, section 2.2; the other form that is met is the bare RFC 1951. */
    private static boolean isZlib(byte[] start) {
        return start.length >= 2
                && (start[0] & 0x0f) == Deflater.DEFLATED
                && ((start[0] & 0xff) << 8 | start[1] & 0xff) % 31 == 0;
    }

    private static boolean isText(byte[] start) {
        var chars = CharBuffer.allocate(start.length);
        boolean utf8 = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(start), chars, false)
                .isError();
        return utf8 && chars.flip().chars().noneMatch(c -> c < ' ' && !Character.isWhitespace(c));
    }

    private static final class RawInflater extends InflaterInputStream {
        RawInflater(InputStream in) {
            super(in, new Inflater(true));
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }
}
