package org.dailybriefing.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.util.regex.Pattern;
import org.dailybriefing.mail.Letter.Mailbox;

/** Header fields as they go over the wire, folded (RFC 5322, 2.2.3). No value makes another header. */
final class Header {

    /** RFC 5322 2.1.1 wants lines of up to 78 letters. */
    private static final int LINE = 76;

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private Header() {}

    /** What people wrote, in any letters. */
    static String words(String name, String value) {
        try {
            return folded(name, MimeUtility.encodeText(line(value), "UTF-8", null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws AddressException if the address is none */
    static String mailbox(String name, Mailbox mailbox) throws AddressException {
        try {
            var address = new InternetAddress(domainInAscii(mailbox.address()), true);
            address.setPersonal(mailbox.name() == null ? null : line(mailbox.name()), "UTF-8");
            return folded(name, address.toString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What we wrote; if it is long, a list with commas. The library's folding takes as long as all the rest.
     *
     * @throws IllegalArgumentException if it holds anything but ASCII, or a control character
     */
    static String plain(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("a character that is not allowed in header " + name);
        }
        String line = name + ": " + value;
        return line.length() <= LINE ? line : line.replace(", ", ",\r\n ");
    }

    /**
     * The address with its domain as the DNS has it.
     *
     * @throws AddressException if it is none
     */
    static String domainInAscii(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        try {
            return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
        } catch (IllegalArgumentException e) {
            throw new AddressException("its domain is none", "");
        }
    }

    /** A line with an encoded word has at most 76 letters (RFC 2047, 2); the library breaks lines at blanks only. */
    private static String folded(String name, String value) {
        int first = (value + " ").indexOf(' ');
        return value.startsWith("=?") && name.length() + 2 + first > LINE
                ? name + ":\r\n " + MimeUtility.fold(1, value)
                : name + ": " + MimeUtility.fold(name.length() + 2, value);
    }

    /** The library takes a line break for the end of a header, and leaves what looks like an encoded word to be decoded. */
    private static String line(String words) {
        return CONTROLS.matcher(words).replaceAll(" ").replace("=?", "= ?");
    }
}
