package org.dailybriefing.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A letter as MIME: multipart/alternative, plain text first. */
final class MimeLetter extends MimeMessage {

    private final String messageId;

    private MimeLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** The letter as it goes over the wire, to the byte; nothing in it may be changed any more. */
    static MimeMessage compose(Session session, Letter letter, @Nullable DkimSigner signer) throws MessagingException {
        var message = new MimeLetter(session, letter.messageId());
        message.setFrom(address(letter.from()));
        message.setReplyTo(new InternetAddress[] {new InternetAddress(letter.replyTo(), true)});
        message.setRecipient(RecipientType.TO, address(letter.to()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.date()));
        for (var header : letter.headers().entrySet()) {
            message.setHeader(header.getKey(), MimeUtility.fold(header.getKey().length() + 2, header.getValue()));
        }
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        if (signer != null) {
            signer.sign(message);
        }
        return message;
    }

    private static MimeBodyPart part(Body body, String subtype) throws MessagingException {
        var headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
        headers.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return new MimeBodyPart(headers, body.encoded());
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
