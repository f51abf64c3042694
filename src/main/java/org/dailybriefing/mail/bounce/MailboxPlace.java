package org.dailybriefing.mail.bounce;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Properties;
import org.dailybriefing.base.Refusal;

/** Where a mailbox on a server is, as {@code briefing.bounces.mailbox} has it: {@code imaps://user@host:port/folder}. */
record MailboxPlace(String protocol, String user, String host, int port, String folder) {

    private static final Map<String, Integer> PORTS = Map.of("imap", 143, "imaps", 993, "pop3", 110, "pop3s", 995);

    /** @throws Refusal if it is no such address */
    static MailboxPlace of(String written) {
        URI uri;
        try {
            uri = new URI(written);
        } catch (URISyntaxException e) {
            throw malformed();
        }
        Integer port = PORTS.get(String.valueOf(uri.getScheme()));
        String user = uri.getUserInfo();
        if (port == null || user == null || user.isEmpty() || uri.getHost() == null) {
            throw malformed();
        }
        if (user.contains(":")) {
            throw new Refusal("briefing.bounces.mailbox holds a password, which anybody may see there; set"
                    + " BRIEFING_BOUNCES_PASSWORD instead.");
        }
        String folder = uri.getPath() == null || uri.getPath().length() < 2
                ? "INBOX"
                : uri.getPath().substring(1);
        return new MailboxPlace(uri.getScheme(), user, uri.getHost(), uri.getPort() < 0 ? port : uri.getPort(), folder);
    }

    /** Without what was written: it may hold a password. */
    private static Refusal malformed() {
        return new Refusal(
                "briefing.bounces.mailbox is neither a path nor an address such as imaps://user@host/INBOX or"
                        + " pop3s://user@host; a user with an @ in his name is written user%40example.org.");
    }

    /** Never in the clear but to this machine, and only to the server that the certificate names. */
    Properties properties() {
        var properties = new Properties();
        Map.of(
                        "ssl.checkserveridentity", "true",
                        "starttls.enable", "true",
                        "starttls.required", String.valueOf(!isTls() && !isLoopback()),
                        // the defaults are endless
                        "connectiontimeout", "30000",
                        "timeout", "60000",
                        "writetimeout", "60000",
                        "fetchsize", "131072")
                .forEach((name, value) -> properties.put("mail." + protocol + "." + name, value));
        return properties;
    }

    private boolean isTls() {
        return protocol.endsWith("s");
    }

    private boolean isLoopback() {
        return host.equals("localhost") || host.matches("127\\.\\d+\\.\\d+\\.\\d+") || host.equals("[::1]");
    }

    /** For people: without the user, who may be known by his address. */
    @Override
    public String toString() {
        return protocol + "://" + host + ":" + port + (protocol.startsWith("imap") ? "/" + folder : "");
    }
}
