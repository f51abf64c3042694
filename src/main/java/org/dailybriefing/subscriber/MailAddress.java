package org.dailybriefing.subscriber;

import java.net.IDN;
import java.util.Locale;

/** The one form in which readers' addresses are kept and compared. */
public final class MailAddress {

    /** RFC 5322 in ASCII: without SMTPUTF8 another letter would reach somebody else. */
    private static final String FORM = "[!#-'*+/-9=?A-Z^-~.-]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]{2,}";

    private MailAddress() {}

    /**
     * @return in lower case, its domain in ASCII
     * @throws IllegalArgumentException if it is no address
     */
    public static String of(String given) {
        String email = asciiDomain(given.strip().toLowerCase(Locale.ROOT));
        if (!email.matches(FORM) || email.length() > 254) {
            throw new IllegalArgumentException("\"" + email + "\" is not a mail address");
        }
        return email;
    }

    private static String asciiDomain(String email) {
        int at = email.lastIndexOf('@');
        try {
            return email.substring(0, at + 1) + IDN.toASCII(email.substring(at + 1));
        } catch (IllegalArgumentException e) {
            return email;
        }
    }
}
