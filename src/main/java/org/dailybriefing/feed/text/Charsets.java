package org.dailybriefing.feed.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out in which charset a document is. What its bytes prove goes before what it says of itself, since labels are often
 * wrong and text that happens to be valid UTF-8 hardly ever is anything else: byte order mark, zero bytes, valid UTF-8, HTTP
 * header, XML prolog, nearly valid UTF-8, a guess from letter frequencies, windows-1252. Labels are read as browsers read them
 * (WHATWG Encoding Standard): who says ISO-8859-1 sends windows-1252.
 */
public final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** EBCDIC can be told by how it spells {@code <?xm}; the label then says which. */
    private static final Charset EBCDIC = Charset.forName("IBM037");

    private static final int EBCDIC_PROLOG = 0x4C6FA794;

    /** Where a prolog may be, in bytes. */
    private static final int HEAD = 1024;

    /** So many stray bytes among the letters of a text don't make it another charset. */
    private static final double STRAY = 0.5;

    private static final Pattern PROLOG = Pattern.compile(
            "<\\?xml[^>]*?\\bencoding\\s*=\\s*[^A-Za-z0-9]?\\s*([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER =
            Pattern.compile("\\bcharset\\s*=\\s*[\"']?\\s*([^\\s;\"',]+)", Pattern.CASE_INSENSITIVE);

    /** What browsers take a label to mean, where Java takes it literally. */
    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"));

    private Charsets() {}

    /** @param contentType of the answer that brought the document, which may name a charset */
    public static DecodedText decode(byte[] bytes, @Nullable String contentType) {
        return byMark(bytes)
                .or(() -> byZeros(bytes))
                .or(() -> escaped(bytes, contentType))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .or(() -> labels(bytes, contentType)
                        .flatMap(label -> strictly(bytes, label).stream())
                        .findFirst())
                .or(() -> nearlyUtf8(bytes))
                .or(() -> Optional.ofNullable(guess(bytes)).flatMap(charset -> strictly(bytes, charset)))
                .orElseGet(() ->
                        loosely(bytes, labels(bytes, contentType).findFirst().orElse(WINDOWS_1252)));
    }

    private static Optional<DecodedText> byMark(byte[] b) {
        if (begins(b, 0xEF, 0xBB, 0xBF)) {
            byte[] rest = Arrays.copyOfRange(b, 3, b.length);
            return strictly(rest, StandardCharsets.UTF_8).or(() -> nearlyUtf8(rest));
        }
        if (begins(b, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(after(4, b, UTF_32LE));
        }
        if (begins(b, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(after(4, b, UTF_32BE));
        }
        if (begins(b, 0xFE, 0xFF)) {
            return Optional.of(after(2, b, StandardCharsets.UTF_16BE));
        }
        return begins(b, 0xFF, 0xFE) ? Optional.of(after(2, b, StandardCharsets.UTF_16LE)) : Optional.empty();
    }

    private static DecodedText after(int mark, byte[] bytes, Charset charset) {
        return new DecodedText(new String(bytes, mark, bytes.length - mark, charset), charset);
    }

    /** A document begins with {@code <} or white space: where the zeros of its first characters are tells the width. */
    private static Optional<DecodedText> byZeros(byte[] b) {
        if (b.length < 4) {
            return Optional.empty();
        }
        int zeros = (b[0] == 0 ? 8 : 0) + (b[1] == 0 ? 4 : 0) + (b[2] == 0 ? 2 : 0) + (b[3] == 0 ? 1 : 0);
        return switch (zeros) {
            case 0b1110 -> Optional.of(loosely(b, UTF_32BE));
            case 0b0111 -> Optional.of(loosely(b, UTF_32LE));
            case 0b1010 -> Optional.of(loosely(b, StandardCharsets.UTF_16BE));
            case 0b0101 -> Optional.of(loosely(b, StandardCharsets.UTF_16LE));
            default -> Optional.empty();
        };
    }

    /** Charsets that look like ASCII, or like nothing at all, until their label is believed. */
    private static Optional<DecodedText> escaped(byte[] bytes, @Nullable String contentType) {
        if (begins(
                bytes,
                EBCDIC_PROLOG >>> 24,
                EBCDIC_PROLOG >>> 16 & 0xFF,
                EBCDIC_PROLOG >>> 8 & 0xFF,
                EBCDIC_PROLOG & 0xFF)) {
            Charset label = prolog(new String(bytes, 0, Math.min(bytes.length, HEAD), EBCDIC))
                    .findFirst()
                    .orElse(EBCDIC);
            return strictly(bytes, label);
        }
        return labels(bytes, contentType)
                .filter(label -> label.name().startsWith("ISO-2022"))
                .flatMap(label -> strictly(bytes, label).stream())
                .findFirst();
    }

    private static Stream<Charset> labels(byte[] bytes, @Nullable String contentType) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        List<Charset> header =
                named(HEADER, contentType == null ? "" : contentType).toList();
        // a server's default says less than the author of the document
        Stream<Charset> inOrder = header.contains(WINDOWS_1252)
                ? Stream.concat(prolog(head), header.stream())
                : Stream.concat(header.stream(), prolog(head));
        // were they true, the mark or the zeros would have told
        return inOrder.filter(
                label -> !label.name().startsWith("UTF-16") && !label.name().startsWith("UTF-32"));
    }

    private static Stream<Charset> prolog(String head) {
        return named(PROLOG, head);
    }

    private static Stream<Charset> named(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        return match.find() ? Stream.ofNullable(charset(match.group(1))) : Stream.empty();
    }

    private static @Nullable Charset charset(String label) {
        try {
            Charset charset = Charset.forName(label);
            String superset = SUPERSETS.get(charset.name().toLowerCase(Locale.ROOT));
            return superset == null ? charset : Charset.forName(superset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** Empty if there are bytes that mean nothing in that charset. */
    private static Optional<DecodedText> strictly(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // the constructor is many times faster than a decoder, and says by a sign that is rare whether to look
            // twice
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf('\uFFFD') < 0) {
                return Optional.of(new DecodedText(text, charset));
            }
        }
        try {
            var characters = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(new DecodedText(characters.toString(), charset));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static DecodedText loosely(byte[] bytes, Charset charset) {
        return new DecodedText(new String(bytes, charset), charset);
    }

    /** UTF-8 in which a few bytes are of another charset, as when a page was pasted together: those are windows-1252. */
    private static Optional<DecodedText> nearlyUtf8(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        int stray = 0;
        while (true) {
            var result = decoder.decode(in, out, true);
            text.append(out.flip());
            out.clear();
            if (!result.isError()) {
                break;
            }
            for (int i = 0; i < result.length(); i++) {
                text.append(new String(new byte[] {in.get()}, WINDOWS_1252));
                stray++;
            }
            decoder.reset();
        }
        long letters = text.chars().filter(c -> c > 0x7F).count();
        return letters > 0 && stray <= STRAY * letters
                ? Optional.of(new DecodedText(text.toString(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static @Nullable Charset guess(byte[] bytes) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name == null ? null : charset(name);
    }

    private static boolean begins(byte[] bytes, int... values) {
        if (bytes.length < values.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if ((bytes[i] & 0xFF) != values[i]) {
                return false;
            }
        }
        return true;
    }
}
