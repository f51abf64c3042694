package org.dailybriefing.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The content of one part of a mail in quoted-printable (RFC 2045, 6.7). Never in 8 bits: a relay that encodes anew would break a
 * signature.
 */
public final class Body {

    /** Ends a line where the text has none. */
    private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};

    private final byte[] encoded;

    private Body(byte[] encoded) {
        this.encoded = encoded;
    }

    public static Body of(String text) {
        return new Body(encode(text));
    }

    byte[] encoded() {
        return encoded;
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
            var body = new ByteArrayOutputStream(
                    literals.stream().mapToInt(literal -> literal.length).sum() + 100 * values.size());
            body.writeBytes(literals.get(0));
            for (int i = 0; i < values.size(); i++) {
                body.writeBytes(SOFT_BREAK);
                body.writeBytes(encode(values.get(i)));
                body.writeBytes(SOFT_BREAK);
                body.writeBytes(literals.get(i + 1));
            }
            return new Body(body.toByteArray());
        }
    }

    private static byte[] encode(String text) {
        var bytes = new ByteArrayOutputStream(text.length() + text.length() / 8);
        try (OutputStream out = MimeUtility.encode(bytes, "quoted-printable")) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("nothing can fail in memory", e);
        }
        return bytes.toByteArray();
    }
}
