package org.dailybriefing.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that knows how far a mail got. The library reports a connection that died before the end of the mail
 * and one that died after it by the same exception; only the second may have been delivered.
 */
final class PhasedTransport extends SMTPTransport {

    /** The steps of one mail, in their order. */
    enum Phase {
        SENDER,
        RECIPIENT,
        BODY,
        FINAL_DOT,
        REPLIED
    }

    private Phase phase = Phase.SENDER;
    private int code;
    private String reply = "";

    PhasedTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    Phase phase() {
        return phase;
    }

    /** The first reply that was a refusal, or the last one; -1 when the server hung up. */
    int code() {
        return code;
    }

    String reply() {
        return reply;
    }

    void begin() {
        phase = Phase.SENDER;
        code = 0;
        reply = "";
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int answer = super.readServerResponse();
        // after a refusal the library says RSET and forgets what the server had said
        if (code < 400) {
            code = answer;
            reply = String.valueOf(getLastServerResponse()).strip().replaceAll("\\s+", " ");
        }
        return answer;
    }

    @Override
    protected void rcptTo() throws MessagingException {
        phase = Phase.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        phase = Phase.BODY;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        phase = Phase.FINAL_DOT;
        // what the server said to DATA itself must not pass for its answer to the mail
        code = 0;
        reply = "";
        super.finishData();
        phase = Phase.REPLIED;
    }
}
