package org.dailybriefing.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is said over one connection, mail by mail (RFC 5321, 3.3), and how far the mail at hand has got. */
final class Conversation {

    /** RFC 5321 4.5.3.2.6 wants ten minutes for the reply to a mail, twice as long as for others. */
    private static final int PATIENCE = 2;

    /** The steps of one mail, in their order. */
    enum Step {
        SENDER,
        RECIPIENT,
        DATA,
        BODY,
        END
    }

    /** @param step that was refused */
    record Refused(Step step, Reply reply) {}

    private final SmtpConnection connection;
    private final boolean pipelining;
    private final int patience;
    private int mails;
    private Step step = Step.SENDER;
    private boolean heard;
    /** The server holds a mail that was begun and refused. */
    private boolean dirty;

    private boolean reset;

    Conversation(SmtpConnection connection, boolean pipelining, int timeout) {
        this.connection = connection;
        this.pipelining = pipelining;
        patience = timeout * PATIENCE;
    }

    boolean pipelining() {
        return pipelining;
    }

    /** How many mails were begun on it. */
    int mails() {
        return mails;
    }

    /** How far the mail at hand got. */
    Step step() {
        return step;
    }

    /** Whether the server has said anything to the mail at hand. */
    boolean heard() {
        return heard;
    }

    /** What stands in the way of the mail on this connection, whatever its recipient; null if nothing does. */
    @Nullable
    String obstacle(Posting posting) {
        long largest = connection.largestMail();
        return largest > 0 && posting.mail().size() > largest
                ? "takes mails of up to " + largest + " bytes, and this one has "
                        + posting.mail().size()
                : null;
    }

    boolean canSay(Posting posting) {
        return !posting.needsUtf8() || connection.takesUtf8();
    }

    /** Puts the envelope of the next mail behind what was said last; it goes out with it. */
    void announce(Posting posting) throws IOException {
        reset = dirty;
        connection.say((reset ? "RSET\r\n" : "") + mailFrom(posting) + posting.rcptTo() + "DATA\r\n");
        posting.announced(true);
    }

    /** @return what the server refused; null if it waits for the mail */
    @Nullable
    Refused envelope(Posting posting) throws MessagingException, IOException {
        mails++;
        step = Step.SENDER;
        heard = false;
        if (pipelining && !posting.announced()) {
            announce(posting);
            connection.flush();
        } else if (!pipelining) {
            reset = dirty;
        }
        if (reset) {
            ask("RSET\r\n");
        }
        dirty = true;
        Reply sender = ask(mailFrom(posting));
        if (stops(sender)) {
            return new Refused(Step.SENDER, sender);
        }
        step = Step.RECIPIENT;
        Reply recipient = ask(posting.rcptTo());
        if (stops(recipient)) {
            return new Refused(Step.RECIPIENT, recipient);
        }
        step = Step.DATA;
        Reply data = ask("DATA\r\n");
        if (!data.isRefusal() && (sender.isRefusal() || recipient.isRefusal())) {
            endWithoutBody(sender);
        }
        if (sender.isRefusal()) {
            return new Refused(Step.SENDER, sender);
        }
        return recipient.isRefusal()
                ? new Refused(Step.RECIPIENT, recipient)
                : data.isRefusal() ? new Refused(Step.DATA, data) : null;
    }

    private String mailFrom(Posting posting) {
        return posting.mailFrom(connection.takesSize());
    }

    /** Replies to commands that are under way must be read, though it is clear what will become of them. */
    private boolean stops(Reply reply) {
        return reply.isFarewell() || reply.isRefusal() && !pipelining;
    }

    private Reply ask(String command) throws MessagingException, IOException {
        if (!pipelining) {
            connection.say(command);
            connection.flush();
        }
        return heard(connection.reply());
    }

    private Reply heard(Reply reply) throws MessagingException {
        if (reply.code() < 200) {
            throw new MessagingException(reply.code() < 0 ? "the server hung up" : "the server said " + reply);
        }
        heard = true;
        return reply;
    }

    /** The server waits for a mail that has no recipient (RFC 2920, 3.1). */
    private void endWithoutBody(Reply sender) throws MessagingException, IOException {
        if (sender.isRefusal()) {
            throw new MessagingException("the server refuses the sender and asks for the mail");
        }
        connection.endMail();
        connection.flush();
        heard(connection.reply());
        dirty = false;
    }

    /** All of the mail but its end. */
    void body(Posting posting) throws IOException {
        step = Step.BODY;
        connection.write(posting.mail());
        connection.flush();
    }

    /** From here on the server may take the mail. */
    void end() throws IOException {
        step = Step.END;
        connection.endMail();
        // whatever the server says to it, it holds nothing of it any more (RFC 5321, 4.1.1.4)
        dirty = false;
    }

    /** What the server says to a mail that has ended. */
    Reply verdict() throws MessagingException, IOException {
        connection.flush();
        return heard(connection.reply(patience));
    }

    void hangUp() {
        connection.hangUp();
    }

    void leave() {
        connection.leave();
    }
}
