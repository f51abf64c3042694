package org.dailybriefing.mail;

import jakarta.mail.internet.AddressException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final List<SmtpServer> servers;
    private final Path outbox;
    private final @Nullable DkimSigner signer;

    /** @throws Refusal if mails are to be signed and the key is of no use */
    MailRoom(MailProperties preferred, Settings settings, InstantSource clock) {
        servers = servers(preferred, settings.delivery(), clock);
        outbox = settings.data().resolve("outbox");
        signer = DkimSigner.of(settings.dkim());
    }

    private static List<SmtpServer> servers(MailProperties preferred, Settings.Delivery settings, InstantSource clock) {
        String host = preferred.getHost();
        if (host == null || host.isBlank()) {
            return List.of();
        }
        var first = new SmtpServer(
                host,
                Objects.requireNonNullElse(preferred.getPort(), 25),
                preferred.getSsl().isEnabled(),
                preferred.getUsername(),
                preferred.getPassword(),
                preferred.getProperties(),
                clock);
        return Stream.concat(
                        Stream.of(first),
                        settings.fallback().stream()
                                .map(next -> new SmtpServer(
                                        next.host(),
                                        next.port(),
                                        next.ssl(),
                                        next.username(),
                                        next.password(),
                                        preferred.getProperties(),
                                        clock)))
                .toList();
    }

    public Mailer open() {
        return servers.isEmpty() ? new OutboxMailer(outbox, signer) : new SmtpMailer(servers, signer);
    }

    /** A letter as it would go over the wire. */
    public byte[] bytes(Letter letter) {
        try {
            MimeLetter mail = MimeLetter.of(letter, signer);
            var bytes = new ByteArrayOutputStream(mail.size());
            mail.writeTo(bytes);
            return bytes.toByteArray();
        } catch (AddressException | IOException e) {
            throw new Refusal("The mail cannot be written: " + e.getMessage(), e);
        }
    }

    /** Signs what leaves; null = nothing is signed. */
    @Nullable
    DkimSigner signer() {
        return signer;
    }

    /** Where mail goes, for people: the servers or the folder. */
    public String destination() {
        return servers.isEmpty()
                ? outbox.toAbsolutePath().normalize().toString()
                : servers.stream().map(SmtpServer::place).collect(Collectors.joining(", else "));
    }

    /** @throws Refusal if a server is configured that does not answer, or refuses the login */
    public void check() {
        for (SmtpServer server : servers) {
            String problem = server.problem();
            if (problem != null) {
                throw new Refusal(problem + " Check spring.mail.host, port, username and password.");
            }
        }
    }
}
