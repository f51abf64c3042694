package org.dailybriefing.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.stereotype.Component;

/** Opens the way out that the settings name: the SMTP server of {@code spring.mail.host}, or else the outbox folder. */
@Component
@EnableConfigurationProperties(MailProperties.class)
public class MailRoom {

    private final MailProperties server;
    private final Path outbox;
    private final @Nullable DkimSigner signer;

    /** @throws Refusal if mails are to be signed and the key is of no use */
    MailRoom(MailProperties server, Settings settings) {
        this.server = server;
        outbox = settings.data().resolve("outbox");
        signer = DkimSigner.of(settings.dkim());
    }

    public Mailer open() {
        return hasServer() ? new SmtpMailer(session(), server, signer) : new OutboxMailer(outbox, signer);
    }

    /** A letter as it would go over the wire. */
    public byte[] bytes(Letter letter) {
        try {
            var bytes = new ByteArrayOutputStream();
            MimeLetter.compose(Session.getInstance(new Properties()), letter, signer)
                    .writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new Refusal("The mail cannot be written: " + e.getMessage(), e);
        }
    }

    /** Signs what leaves; null = nothing is signed. */
    @Nullable
    DkimSigner signer() {
        return signer;
    }

    /** Where mail goes, for people: the server or the folder. */
    public String destination() {
        return hasServer()
                ? server.getHost() + ":" + port()
                : outbox.toAbsolutePath().normalize().toString();
    }

    /** @throws Refusal if a server is configured that does not answer, or refuses the login */
    public void check() {
        if (hasServer()) {
            try (var mailer = new SmtpMailer(session(), server, signer)) {
                String problem = mailer.connect();
                if (problem != null) {
                    throw new Refusal(problem + " Check spring.mail.host, port, username and password.");
                }
            }
        }
    }

    private boolean hasServer() {
        String host = server.getHost();
        return host != null && !host.isBlank();
    }

    private int port() {
        Integer port = server.getPort();
        return port == null ? 25 : port;
    }

    private Session session() {
        var properties = new Properties();
        boolean login = notBlank(server.getUsername());
        properties.put("mail.smtp.host", String.valueOf(server.getHost()));
        properties.put("mail.smtp.port", String.valueOf(port()));
        properties.put("mail.smtp.auth", String.valueOf(login));
        // a password never goes over the wire in the clear
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", String.valueOf(login));
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.getSsl().isEnabled()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        // the defaults are endless; RFC 5321 4.5.3.2 wants five minutes for most commands, ten after the final dot
        properties.put("mail.smtp.connectiontimeout", "30000");
        properties.put("mail.smtp.timeout", "600000");
        properties.put("mail.smtp.writetimeout", "300000");
        // RSET after a mistake would hide the reply that matters, and QUIT needs no answer
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.socketFactory", new PromptSocketFactory());
        properties.putAll(server.getProperties());
        // its dot-stuffing corrupts mails, and it hides where the end of a mail is
        properties.remove("mail.smtp.chunksize");
        // would encode anew what is signed already
        properties.remove("mail.smtp.allow8bitmime");
        return Session.getInstance(properties);
    }

    private static boolean notBlank(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
