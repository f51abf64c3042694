package org.dailybriefing.mail;

import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dailybriefing.mail.Letter.Mailbox;

/** What all letters of one issue bear above: sender, subject and the like. Encoded once, since that takes longer than a letter. */
public final class Letterhead {

    private final Mailbox from;
    private final List<String> headers;

    private Letterhead(Mailbox from, List<String> headers) {
        this.from = from;
        this.headers = headers;
    }

    /**
     * @param further headers, such as List-Id
     * @throws IllegalArgumentException if the sender's address is none, or a header holds a control character
     */
    public static Letterhead of(Mailbox from, String replyTo, String subject, Map<String, String> further) {
        var headers = new ArrayList<String>();
        try {
            headers.add(Header.mailbox("From", from));
        } catch (AddressException e) {
            throw new IllegalArgumentException("the sender's address is none: " + e.getMessage(), e);
        }
        headers.add(Header.words("Reply-To", replyTo));
        headers.add(Header.words("Subject", subject));
        further.forEach((name, value) -> headers.add(Header.plain(name, value)));
        return new Letterhead(from, List.copyOf(headers));
    }

    Mailbox from() {
        return from;
    }

    /** Folded, without the line breaks between them. */
    List<String> headers() {
        return headers;
    }
}
