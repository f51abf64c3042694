package org.dailybriefing.mail;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one reader.
 *
 * @param messageId without angle brackets, {@code local@domain}
 * @param returnPath to whom the server writes when it cannot deliver (RFC 5321, 4.4)
 * @param headers further ones, such as List-Unsubscribe
 */
public record Letter(
        String messageId,
        String returnPath,
        Letterhead head,
        Mailbox to,
        Instant date,
        Map<String, String> headers,
        Body text,
        Body html) {

    /** @param name shown beside the address, if there is one */
    public record Mailbox(@Nullable String name, String address) {}

    public Letter {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
