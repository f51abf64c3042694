package org.dailybriefing.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * The library's SMTP connection: it greets, encrypts, logs in and reads replies. Mails are written past it, since it would
 * copy each of them letter by letter, and wait for the reply to each command (it has no PIPELINING, RFC 2920).
 */
final class SmtpConnection extends SMTPTransport {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    /** In characters: what a server says is kept in the ledger, to be read. */
    private static final int LONGEST_REPLY = 1_000;

    private static final byte[] DOT = {'.', '\r', '\n'};

    /** In bytes: a mail goes out in one piece, since each has to be guarded by a timeout. */
    private static final int BUFFER = 128 * 1024;

    private final Wire wire;
    private @Nullable OutputStream out;

    SmtpConnection(Session session, Wire wire) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.wire = wire;
    }

    boolean pipelines() {
        return supportsExtension("PIPELINING");
    }

    /** In bytes; 0 = it doesn't say. */
    long largestMail() {
        String size = getExtensionParameter("SIZE");
        return size != null && size.matches("\\d{1,18}") ? Long.parseLong(size) : 0;
    }

    boolean takesSize() {
        return supportsExtension("SIZE");
    }

    boolean takesUtf8() {
        return supportsExtension("SMTPUTF8");
    }

    /** Puts a command or several into the way; {@link #flush} sends them. */
    void say(String commands) throws IOException {
        out().write(commands.getBytes(UTF_8));
    }

    void write(MimeLetter mail) throws IOException {
        mail.writeTo(out());
    }

    void endMail() throws IOException {
        out().write(DOT);
    }

    void flush() throws IOException {
        out().flush();
    }

    private OutputStream out() throws IOException {
        if (out == null) {
            out = new BufferedOutputStream(wire.socket().getOutputStream(), BUFFER);
        }
        return Objects.requireNonNull(out);
    }

    /** @throws MessagingException if none comes in time, or the connection is gone */
    synchronized Reply reply() throws MessagingException {
        int code = readServerResponse();
        String text =
                BLANKS.matcher(String.valueOf(getLastServerResponse()).strip()).replaceAll(" ");
        return new Reply(code, text.length() <= LONGEST_REPLY ? text : text.substring(0, LONGEST_REPLY));
    }

    /** @param patience for the next reply, in milliseconds */
    Reply reply(int patience) throws MessagingException, IOException {
        int usual = wire.socket().getSoTimeout();
        wire.socket().setSoTimeout(patience);
        try {
            return reply();
        } finally {
            if (!wire.socket().isClosed()) {
                wire.socket().setSoTimeout(usual);
            }
        }
    }

    /** Hangs up without a word: what was begun must not be taken for a whole mail. */
    void hangUp() {
        try {
            wire.socket().close();
        } catch (IOException e) {
            // it is given up either way
        }
        leave();
    }

    /** Says goodbye and closes. */
    void leave() {
        try {
            close();
        } catch (MessagingException | RuntimeException e) {
            // it is given up either way
        }
    }
}
