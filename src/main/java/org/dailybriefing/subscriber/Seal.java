package org.dailybriefing.subscriber;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dailybriefing.base.Settings;

/** HMAC-SHA256 (RFC 2104) with the house's key. Each use begins its texts with a word of its own. */
final class Seal {

    private final SecretKeySpec key;

    Seal(Settings settings) {
        key = new SecretKeySpec(SigningSecret.of(settings).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    byte[] of(String text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
