package org.dailybriefing.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.dailybriefing.mail.PhasedTransport.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** Sends by SMTP over one connection that stays open until it breaks or is closed. */
final class SmtpMailer implements Mailer {

    private final Session session;
    private final MailProperties server;
    private final @Nullable DkimSigner signer;
    private @Nullable PhasedTransport transport;

    SmtpMailer(Session session, MailProperties server, @Nullable DkimSigner signer) {
        this.session = session;
        this.server = server;
        this.signer = signer;
    }

    @Override
    public Receipt send(Letter letter) {
        if (!letter.to().address().matches("[!-~]+")) {
            // the library would cut each letter to its low byte, and so write to somebody else
            return new Receipt.Rejected("The address is not in ASCII.");
        }
        MimeMessage message;
        InternetAddress[] to;
        try {
            message = MimeLetter.compose(session, letter, signer);
            to = new InternetAddress[] {new InternetAddress(letter.to().address(), true)};
        } catch (MessagingException e) {
            return new Receipt.Rejected("The mail cannot be written: " + e.getMessage());
        }
        boolean reused = transport != null;
        String problem = connect();
        PhasedTransport open = transport;
        if (problem != null || open == null) {
            return new Receipt.Unavailable(String.valueOf(problem));
        }
        open.begin();
        try {
            open.sendMessage(message, to);
            return new Receipt.Accepted(open.reply());
        } catch (MessagingException | RuntimeException e) {
            Receipt receipt = receipt(open, e);
            if (open.code() < 400 || open.code() == 421) {
                close();
                // the server had enough of this connection, not of this letter, of which it has heard nothing
                if (reused && open.phase() == Phase.SENDER) {
                    return send(letter);
                }
            }
            return receipt;
        }
    }

    /** What is known once a conversation has failed; see RFC 5321 4.2 and 6.1. */
    private Receipt receipt(PhasedTransport open, Exception e) {
        int code = open.code();
        if (open.phase() == Phase.REPLIED && code < 400) {
            return new Receipt.Accepted(open.reply());
        }
        if (code < 400) {
            return open.phase() == Phase.FINAL_DOT
                    ? new Receipt.Uncertain("The connection to " + place() + " died after the end of the mail.")
                    : new Receipt.RetryLater(
                            "The connection to " + place() + " died before the end of the mail: " + e.getMessage());
        }
        if (open.phase() == Phase.SENDER) {
            return new Receipt.Unavailable("The mail server " + place() + " refused the sender: " + open.reply());
        }
        if (open.phase() == Phase.RECIPIENT && isOurs(open)) {
            return new Receipt.RetryLater(open.reply());
        }
        return code >= 500 ? new Receipt.Rejected(open.reply()) : new Receipt.RetryLater(open.reply());
    }

    /** Login wanted, or policy (X.7.Z of RFC 3463, "relay access denied"): says nothing about the recipient. */
    private static boolean isOurs(PhasedTransport open) {
        return open.code() == 530 || open.code() == 535 || open.reply().matches("(?s)\\d{3}[ -]5\\.7\\..*");
    }

    /** Opens the connection if there is none; what stands in the way, if anything, as a sentence. */
    @Nullable
    String connect() {
        if (transport != null) {
            return null;
        }
        var fresh = new PhasedTransport(session);
        try {
            String user = server.getUsername();
            boolean login = user != null && !user.isBlank();
            fresh.connect(server.getHost(), -1, login ? user : null, login ? server.getPassword() : null);
            transport = fresh;
            return null;
        } catch (AuthenticationFailedException e) {
            return "The mail server " + place() + " refused the login: " + firstLine(e) + ".";
        } catch (MessagingException e) {
            return "The mail server " + place() + " cannot be reached: " + firstLine(e) + ".";
        }
    }

    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException | RuntimeException e) {
                // the connection is given up either way
            }
            transport = null;
        }
    }

    private String place() {
        return session.getProperty("mail.smtp.host") + ":" + session.getProperty("mail.smtp.port");
    }

    private static String firstLine(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage())
                .strip()
                .lines()
                .findFirst()
                .orElse("no reason given")
                .replaceAll("\\.$", "");
    }
}
