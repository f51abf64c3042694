package org.dailybriefing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A mail of ours that came back, as the mail servers of the world report on it.
 *
 * @param to whom it was for
 * @param returnAddress what it was sent from
 * @param messageId its own
 * @param link that leaves the subscription
 */
public record Bounced(String to, String returnAddress, String messageId, String link) {

    public Bounced withReturnAddress(String other) {
        return new Bounced(to, other, messageId, link);
    }

    public Bounced withLink(String other) {
        return new Bounced(to, returnAddress, messageId, other);
    }

    public Bounced withTo(String other) {
        return new Bounced(other, returnAddress, messageId, link);
    }

    /** @param style such as {@code postfix} or {@code qmail} */
    public String by(String style) {
        try (InputStream in = Bounced.class.getResourceAsStream("/mail/bounces/" + style + ".eml")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + style + ".eml");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{to}", to)
                    .replace("{return}", returnAddress)
                    .replace("{id}", messageId)
                    .replace("{link}", link)
                    .replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
