package org.dailybriefing.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A letter as MIME: multipart/alternative, plain text first, quoted-printable. */
final class MimeLetter extends MimeMessage {

    private final String messageId;

    private MimeLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMessage compose(Session session, Letter letter) throws MessagingException {
        var message = new MimeLetter(session, letter.messageId());
        message.setFrom(address(letter.from()));
        message.setReplyTo(new InternetAddress[] {new InternetAddress(letter.replyTo(), true)});
        message.setRecipient(RecipientType.TO, address(letter.to()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.date()));
        for (var header : letter.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, StandardCharsets.UTF_8.name(), subtype);
        // never 8bit: a relay that re-encodes would break a signature
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static InternetAddress address(Letter.Mailbox mailbox) throws MessagingException {
        try {
            var address = new InternetAddress(mailbox.address(), true);
            address.setPersonal(mailbox.name(), StandardCharsets.UTF_8.name());
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library's own would name this machine, and differ from one try to the next. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }
}
