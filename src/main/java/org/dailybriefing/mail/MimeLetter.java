package org.dailybriefing.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it goes over the wire, to the byte (RFC 5322): multipart/alternative, plain text first. It is a row of segments,
 * most of which all letters of an issue share; no line of it is longer than 998 bytes or begins with a dot.
 */
final class MimeLetter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss xx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** RFC 5322 2.1.1 wants lines of up to 78 letters. */
    private static final int LINE = 76;

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

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
        headers.add(folded("From", address(letter.from())));
        headers.add(folded("Reply-To", letter.replyTo()));
        headers.add(folded("To", address(letter.to())));
        headers.add("Message-ID: <" + letter.messageId() + ">");
        headers.add(folded("Subject", encoded(letter.subject())));
        letter.headers().forEach((name, value) -> headers.add(list(name, value)));
        headers.add("MIME-Version: 1.0");
        headers.add("Content-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"");
        return headers;
    }

    private static String folded(String name, String value) {
        return name + ": " + MimeUtility.fold(name.length() + 2, value);
    }

    /** A header of ours: if it is long, a list with commas. The library's folding takes as long as all the rest. */
    private static String list(String name, String value) {
        String line = name + ": " + value;
        return line.length() <= LINE ? line : line.replace(", ", ",\r\n ");
    }

    private static String encoded(String words) {
        try {
            return MimeUtility.encodeText(line(words), "UTF-8", null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The address with its domain as the DNS has it.
     *
     * @throws AddressException if it is none
     */
    static String ascii(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        try {
            return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
        } catch (IllegalArgumentException e) {
            throw new AddressException("its domain is none", "");
        }
    }

    /** The library takes a line break for the end of a header. */
    private static String line(String words) {
        return CONTROLS.matcher(words).replaceAll(" ");
    }

    private static String address(Letter.Mailbox mailbox) throws AddressException {
        try {
            var address = new InternetAddress(ascii(mailbox.address()), true);
            address.setPersonal(mailbox.name() == null ? null : line(mailbox.name()), "UTF-8");
            return address.toString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
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
