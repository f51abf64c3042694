package org.dailybriefing.mail;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.util.QPEncoderStream;

/**
 * The content of one part of a mail in quoted-printable (RFC 2045, 6.7). Never in 8 bits: a relay that encodes anew would break a
 * signature. No line of it begins with a dot, so that it goes over the wire as it is (RFC 5321, 4.5.2).
 */
public final class Body {

    /** Ends a line where the text has none. */
    private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};

    /** RFC 2045 allows 76; a dot that begins a line takes two more. */
    private static final int LINE = 74;

    private final List<byte[]> segments;

    private Body(List<byte[]> segments) {
        this.segments = segments;
    }

    public static Body of(String text) {
        return new Body(List.of(encode(text)));
    }

    /** One behind the other. */
    List<byte[]> segments() {
        return segments;
    }

    /** What many mails have in common, encoded once, with places between for what differs. */
    public static final class Form {

        private final List<byte[]> literals;

        private Form(List<byte[]> literals) {
            this.literals = literals;
        }

        /** @param literals the text before, between and behind the places */
        public static Form of(List<String> literals) {
            return new Form(literals.stream().map(Body::encode).toList());
        }

        /** @param values one for each place, in order */
        public Body with(List<String> values) {
            if (values.size() != literals.size() - 1) {
                throw new IllegalArgumentException(values.size() + " values for " + (literals.size() - 1) + " places");
            }
            var segments = new ArrayList<byte[]>(4 * literals.size());
            segments.add(literals.get(0));
            for (int i = 0; i < values.size(); i++) {
                segments.add(SOFT_BREAK);
                segments.add(encode(values.get(i)));
                segments.add(SOFT_BREAK);
                segments.add(literals.get(i + 1));
            }
            return new Body(segments);
        }
    }

    private static byte[] encode(String text) {
        var bytes = new ByteArrayOutputStream(text.length() + text.length() / 8 + 16);
        try (var out = new QPEncoderStream(new DotEncoder(bytes), LINE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a dot that begins a line as {@code =2E}: an end of mail must not come from within. */
    private static final class DotEncoder extends FilterOutputStream {

        private boolean atStart = true;

        private DotEncoder(ByteArrayOutputStream out) {
            super(out);
        }

        @Override
        public void write(int letter) throws IOException {
            if (atStart && letter == '.') {
                out.write('=');
                out.write('2');
                out.write('E');
            } else {
                out.write(letter);
            }
            atStart = letter == '\n';
        }
    }
}
