package org.dailybriefing.subscriber;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;
import org.dailybriefing.base.Settings;
import org.springframework.stereotype.Component;

/**
 * Links in mails that act for one subscription without a login: the subscription's id and an HMAC-SHA256 (RFC 2104) of it and
 * of what the link is for, cut to 128 bits. They hold for as long as the key does: a reader may unsubscribe by a mail of years ago.
 */
@Component
public class SignedLinks {

    private static final int MAC_BYTES = 16;

    private final Settings settings;
    private final Seal seal;

    SignedLinks(Settings settings) {
        this.settings = settings;
        seal = new Seal(settings);
    }

    /** What a link lets its holder do; none can be made into one for something else. */
    public enum Purpose {
        UNSUBSCRIBE,
        PREFERENCES;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String unsubscribe(long subscription) {
        return link(Purpose.UNSUBSCRIBE, subscription);
    }

    public String preferences(long subscription) {
        return link(Purpose.PREFERENCES, subscription);
    }

    private String link(Purpose purpose, long subscription) {
        return settings.url("/" + purpose.word() + "/" + subscription + "-" + mac(purpose, subscription));
    }

    /** @return the subscription, or nothing for a link that this house didn't make for the purpose */
    public OptionalLong verify(Purpose purpose, String link) {
        String[] parts = link.split("-", 2);
        if (parts.length != 2 || !parts[0].matches("[1-9][0-9]{0,17}")) {
            return OptionalLong.empty();
        }
        long subscription = Long.parseLong(parts[0]);
        boolean ours = MessageDigest.isEqual(
                mac(purpose, subscription).getBytes(StandardCharsets.US_ASCII),
                parts[1].getBytes(StandardCharsets.UTF_8));
        return ours ? OptionalLong.of(subscription) : OptionalLong.empty();
    }

    private String mac(Purpose purpose, long subscription) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(seal.of(purpose.word() + ":" + subscription), MAC_BYTES));
    }
}
