package org.dailybriefing.render.proof;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dailybriefing.feed.fetch.PublicAddresses;

/** Why an address leads no reader anywhere, by its spelling alone. */
public enum DeadEnd {
    /** Empty, a mere {@code #}, relative, or of a scheme that mail programs don't follow. */
    NOWHERE("nowhere"),
    /** Of this machine or its network. */
    INSIDE("an address inside a network"),
    /** RFC 2606 and 6761 keep these names for examples and tests. */
    RESERVED("a name kept for examples");

    private static final Pattern OWN_NAME = Pattern.compile("[^.]+|.*\\.(?:localhost|local|internal|lan|home\\.arpa)");
    private static final Pattern RESERVED_NAME = Pattern.compile("(?:.*\\.)?(?:example|example\\.[a-z]+|invalid|test)");
    private static final Pattern IPV4 =
            Pattern.compile("(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    private final String words;

    DeadEnd(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** @param address of a mailbox */
    public static Optional<DeadEnd> ofMail(String address) {
        return of(WebAddress.of("mailto:" + address));
    }

    static Optional<DeadEnd> of(WebAddress address) {
        String host = address.host();
        if (address.scheme().equals("tel")) {
            return Optional.empty();
        }
        if (host.isEmpty() || !address.isOfTheWeb() && !address.scheme().equals("mailto")) {
            return Optional.of(NOWHERE);
        }
        if (RESERVED_NAME.matcher(host).matches()) {
            return Optional.of(RESERVED);
        }
        if (host.startsWith("[") || host.matches("[\\d.]+")) {
            return isPublic(host) ? Optional.empty() : Optional.of(INSIDE);
        }
        return OWN_NAME.matcher(host).matches() ? Optional.of(INSIDE) : Optional.empty();
    }

    /** Only what is written as a number: that needs no look-up. */
    private static boolean isPublic(String number) {
        try {
            return (number.startsWith("[") || IPV4.matcher(number).matches())
                    && PublicAddresses.isPublic(InetAddress.getByName(number));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
