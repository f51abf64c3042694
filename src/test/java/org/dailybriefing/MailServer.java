package org.dailybriefing;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A real server with one mailbox, for IMAP and POP3, in the clear and with TLS by a certificate that nobody knows. */
public final class MailServer implements AutoCloseable {

    public static final String USER = "bounce@news.example";
    public static final String PASSWORD = "a-long-secret";

    private final GreenMail server;
    private final GreenMailUser user;

    public MailServer() {
        server = new GreenMail(Stream.of("imap", "imaps", "pop3", "pop3s")
                .map(protocol -> new ServerSetup(0, "127.0.0.1", protocol))
                .toArray(ServerSetup[]::new));
        server.start();
        user = server.setUser(USER, USER, PASSWORD);
    }

    private int port(String protocol) {
        return switch (protocol) {
            case "imap" -> server.getImap().getPort();
            case "imaps" -> server.getImaps().getPort();
            case "pop3" -> server.getPop3().getPort();
            default -> server.getPop3s().getPort();
        };
    }

    /** As {@code briefing.bounces.mailbox} has it. */
    public String place(String protocol) {
        return protocol + "://" + USER.replace("@", "%40") + "@127.0.0.1:" + port(protocol);
    }

    public void deliver(String mail) {
        try {
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Subjects of what is there, with an asterisk before those that were seen; who reads by POP3 cannot help that. */
    public List<String> subjects() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(MailServer::subject)
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(StoredMessage message) {
        try {
            return (message.isSet(Flags.Flag.SEEN) ? "*" : "")
                    + message.getMimeMessage().getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
