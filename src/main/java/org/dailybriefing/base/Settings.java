package org.dailybriefing.base;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's settings, {@code briefing.*} in application.yml or the environment.
 *
 * @param templates folder with one folder per edition
 * @param subscribers the list that the operator keeps by hand
 * @param data folder for what is made at run time: the database, the outbox, the key
 * @param baseUrl address under which readers reach the site, without a slash at the end
 * @param sentenceModel whether a language model helps to tell which items report one event
 * @param secret key that signs the links in mails; when it is not set, one is made and kept in the data folder
 */
@ConfigurationProperties(value = "briefing", ignoreUnknownFields = false)
public record Settings(
        @DefaultValue("templates") Path templates,
        @DefaultValue("subscribers.yml") Path subscribers,
        @DefaultValue("data") Path data,
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @Nullable String secret,
        @DefaultValue("true") boolean sentenceModel,
        @DefaultValue Fetch fetch,
        @DefaultValue Delivery delivery,
        @DefaultValue Dkim dkim,
        @DefaultValue Bounces bounces,
        @DefaultValue Desk desk) {

    public Settings {
        String scheme = baseUrl.getScheme();
        if (baseUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new Refusal("briefing.base-url is \"" + baseUrl
                    + "\", but must be a full address such as https://news.example.org.");
        }
        if (secret != null && secret.length() < 32) {
            throw new Refusal("briefing.secret has " + secret.length()
                    + " characters, but needs at least 32; leave it out to have one made.");
        }
        baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    }

    /** @param allowPrivateAddresses whether feeds may be fetched from private and loopback addresses */
    public record Fetch(boolean allowPrivateAddresses) {}

    /**
     * How fast mail goes out, and where to when {@code spring.mail.host} cannot be used.
     *
     * @param connections how many mails are on their way at once, 1 to 64
     * @param fallback further mail servers, in order of preference
     */
    public record Delivery(
            @DefaultValue("4") int connections,
            @DefaultValue List<Server> fallback) {

        public record Server(
                String host,
                @DefaultValue("25") int port,
                boolean ssl,
                @Nullable String username,
                @Nullable String password) {}

        public Delivery {
            if (connections < 1 || connections > 64) {
                throw new Refusal("briefing.delivery.connections is " + connections + ", but must be 1 to 64.");
            }
        }
    }

    /**
     * How mails are signed (RFC 6376); with neither set they are not.
     *
     * @param selector name under which the sender's domain publishes the key
     * @param key PEM file with the private key: Ed25519, or RSA of at least 1024 bits, better 2048
     */
    public record Dkim(@Nullable String selector, @Nullable Path key) {

        private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

        public Dkim {
            if ((selector == null) != (key == null)) {
                throw new Refusal("Of briefing.dkim.selector and briefing.dkim.key only the "
                        + (key == null ? "first" : "second") + " is set; set both to sign mails, or neither.");
            }
            if (selector != null && !selector.matches(LABEL + "(\\." + LABEL + ")*")) {
                throw new Refusal("briefing.dkim.selector is \"" + selector
                        + "\", but must be a name of letters, digits and hyphens, such as news.");
            }
        }
    }

    /**
     * What comes back of the mails.
     *
     * @param address where reports on mails go: each mail has it with a code of its own behind a plus sign
     * @param mailbox where those reports lie: the path of a Maildir, or such as {@code imaps://user@host/INBOX}
     * @param password of the mailbox
     */
    public record Bounces(
            @Nullable String address,
            @Nullable String mailbox,
            @Nullable String password) {

        /** RFC 5321 allows 64 before the @, of which the code takes up to 41. */
        private static final String ADDRESS = "[A-Za-z0-9._=-]{1,23}@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]{2,}";

        public Bounces {
            address = address == null || address.isBlank() ? null : address.strip();
            mailbox = mailbox == null || mailbox.isBlank() ? null : mailbox.strip();
            if (address != null && !address.matches(ADDRESS)) {
                throw new Refusal("briefing.bounces.address is \"" + address + "\", but must be an address with at most"
                        + " 23 letters, digits, dots and hyphens before the @, such as bounce@news.example.org.");
            }
            if (mailbox != null && address == null) {
                throw new Refusal(
                        "briefing.bounces.mailbox is set without briefing.bounces.address; set the address that"
                                + " the mailbox belongs to.");
            }
        }
    }

    /** @param password asked for on the desk; without one the desk answers on the loopback address only */
    public record Desk(@Nullable String password) {}

    /** A page of the site, e.g. {@code /editions/x}. */
    public String url(String path) {
        return baseUrl + path;
    }
}
