package org.dailybriefing.mail.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A part of a mail that is no multipart, by its start.
 *
 * @param type in lower case, such as {@code message/delivery-status}
 * @param start at most 32 kB; less where its encoding is broken
 */
record Leaf(String type, String charset, byte[] start) {

    private static final int LONGEST = 32 * 1024;
    private static final int DEEPEST = 6;
    private static final int MOST = 40;

    /** Those of a mail, in their order, as far as anybody writes mails in earnest: 40 of them, 6 deep. */
    static List<Leaf> of(MimePart mail) {
        var leaves = new ArrayList<Leaf>();
        collect(mail, 0, leaves);
        return leaves;
    }

    /** A part that cannot be read is left out: the next may say enough. */
    private static void collect(MimePart part, int depth, List<Leaf> leaves) {
        if (depth > DEEPEST || leaves.size() >= MOST) {
            return;
        }
        try {
            ContentType type = type(part);
            if (type.match("multipart/*")) {
                // not by the part's content: what is registered for reports is strict about their form
                var parts = new MimeMultipart(part.getDataHandler().getDataSource());
                for (int i = 0; i < Math.min(parts.getCount(), MOST); i++) {
                    collect((MimePart) parts.getBodyPart(i), depth + 1, leaves);
                }
            } else {
                String charset = type.getParameter("charset");
                leaves.add(new Leaf(
                        type.getBaseType().toLowerCase(Locale.ROOT), charset == null ? "utf-8" : charset, start(part)));
            }
        } catch (MessagingException | RuntimeException e) {
            // hostile or broken
        }
    }

    private static ContentType type(MimePart part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            return new ContentType("text", "plain", null);
        }
    }

    private static byte[] start(MimePart part) throws MessagingException {
        var start = new ByteArrayOutputStream();
        try (InputStream in = decoded(part)) {
            byte[] buffer = new byte[4096];
            for (int n = in.read(buffer); n > 0 && start.size() < LONGEST; n = in.read(buffer)) {
                start.write(buffer, 0, Math.min(n, LONGEST - start.size()));
            }
        } catch (IOException e) {
            // as far as it could be decoded
        }
        return start.toByteArray();
    }

    /** The library takes the parts of reports as they are, though some servers encode them. */
    private static InputStream decoded(MimePart part) throws MessagingException {
        InputStream raw =
                part instanceof MimeBodyPart body ? body.getRawInputStream() : ((MimeMessage) part).getRawInputStream();
        String encoding = part.getEncoding();
        try {
            return encoding == null ? raw : MimeUtility.decode(raw, encoding);
        } catch (MessagingException e) {
            return raw;
        }
    }

    /** In an unknown charset its ASCII letters are enough. */
    String text() {
        Charset known;
        try {
            known = Charset.forName(MimeUtility.javaCharset(charset));
        } catch (IllegalArgumentException e) {
            known = StandardCharsets.ISO_8859_1;
        }
        return new String(start, known);
    }

    InternetHeaders headers() throws MessagingException {
        return new InternetHeaders(new ByteArrayInputStream(start), true);
    }

    /**
     * Groups of fields with empty lines between.
     *
     * @param most how many are looked at; DeliveryStatus of the library has no such limit and takes time with their square
     */
    List<InternetHeaders> blocks(int most) throws MessagingException {
        var blocks = new ArrayList<InternetHeaders>();
        String[] texts = new String(start, StandardCharsets.UTF_8).strip().split("\\n[ \\t]*\\r?\\n\\s*", most + 1);
        for (String text : Arrays.asList(texts).subList(0, Math.min(most, texts.length))) {
            blocks.add(new InternetHeaders(
                    new ByteArrayInputStream((text + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)), true));
        }
        return blocks;
    }
}
