package org.dailybriefing.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it goes over the wire, to the byte (RFC 5322): multipart/alternative, plain text first. It is a row of segments,
 * most of which all letters of an issue share; no line of it is longer than 998 bytes or begins with a dot.
 */
final class MimeLetter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss xx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** "=_" cannot come from quoted-printable (RFC 2045, 6.7). */
    private static final String BOUNDARY = "=_briefing";

    private static final byte[] TEXT = part("", "plain");
    private static final byte[] HTML = part("\r\n", "html");
    private static final byte[] END = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(US_ASCII);

    private final List<byte[]> segments;

    private MimeLetter(List<byte[]> segments) {
        this.segments = segments;
    }

    private static byte[] part(String before, String subtype) {
        return (before + "--" + BOUNDARY + "\r\nContent-Type: text/" + subtype
                        + "; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
                .getBytes(US_ASCII);
    }

    /** @throws AddressException if an address is none */
    static MimeLetter of(Letter letter, @Nullable DkimSigner signer) throws AddressException {
        List<String> headers = headers(letter);
        var body = new ArrayList<byte[]>();
        body.add(TEXT);
        body.addAll(letter.text().segments());
        body.add(HTML);
        body.addAll(letter.html().segments());
        body.add(END);
        if (signer != null) {
            headers.add(0, signer.signature(letter, headers, body));
        }
        var segments = new ArrayList<byte[]>(body.size() + 1);
        segments.add((String.join("\r\n", headers) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        segments.addAll(body);
        return new MimeLetter(segments);
    }

    private static List<String> headers(Letter letter) throws AddressException {
        var headers = new ArrayList<String>();
        headers.add("Date: " + DATE.format(letter.date()));
        headers.addAll(letter.head().headers());
        headers.add(Header.mailbox("To", letter.to()));
        headers.add("Message-ID: <" + letter.messageId() + ">");
        letter.headers().forEach((name, value) -> headers.add(Header.plain(name, value)));
        headers.add("MIME-Version: 1.0");
        headers.add("Content-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"");
        return headers;
    }

    /** In bytes. */
    int size() {
        return segments.stream().mapToInt(segment -> segment.length).sum();
    }

    void writeTo(OutputStream out) throws IOException {
        for (byte[] segment : segments) {
            out.write(segment);
        }
    }
}
