package org.dailybriefing.mail;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.dailybriefing.Desks;
import org.dailybriefing.base.Settings;
import org.dailybriefing.mail.Letter.Mailbox;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** Letters to send in tests, and mail rooms to send them from. */
final class Letters {

    static final Mailbox SENDER = new Mailbox("The Desk", "desk@briefing.example");

    private Letters() {}

    static Letter to(String address) {
        return from(SENDER, address, "Plain words.\n");
    }

    static Letter from(Mailbox sender, String address, String text) {
        return new Letter(
                "one.1@briefing.example",
                sender.address(),
                head(sender, "A subject"),
                new Mailbox("Reader", address),
                Instant.parse("2026-03-10T10:00:00Z"),
                Map.of("List-Unsubscribe", "<https://briefing.example/leave>"),
                Body.of(text),
                Body.of("<p>Rich words.</p>\n"));
    }

    static Letterhead head(Mailbox sender, String subject) {
        return Letterhead.of(sender, "answers@briefing.example", subject, Map.of());
    }

    static MailRoom room(MailProperties server) {
        return room(server, Path.of("data"), new Settings.Dkim(null, null));
    }

    static MailRoom room(MailProperties server, Map<String, ?> settings) {
        return new MailRoom(server, Desks.settings(settings), InstantSource.system());
    }

    static MailRoom room(MailProperties server, Path data, Settings.Dkim dkim) {
        var settings = new HashMap<String, Object>(Map.of("data", data.toString()));
        if (dkim.selector() != null && dkim.key() != null) {
            settings.put("dkim.selector", dkim.selector());
            settings.put("dkim.key", dkim.key().toString());
        }
        return new MailRoom(server, Desks.settings(settings), InstantSource.system());
    }

    static MailProperties server(int port) {
        var server = new MailProperties();
        server.setHost("127.0.0.1");
        server.setPort(port);
        return server;
    }
}
