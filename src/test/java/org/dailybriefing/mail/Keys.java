package org.dailybriefing.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.dailybriefing.base.Settings;

/** Private keys as openssl genpkey writes them. */
final class Keys {

    private Keys() {}

    /** @param kind an algorithm of the JDK, and for RSA the bits: {@code RSA 2048} */
    static Path make(Path folder, String kind) {
        try {
            String[] words = kind.split(" ");
            var generator = KeyPairGenerator.getInstance(words[0]);
            if (words.length > 1) {
                generator.initialize(Integer.parseInt(words[1]));
            }
            return write(folder, generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param key PKCS#8 */
    static Path write(Path folder, byte[] key) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        try {
            return Files.writeString(
                    folder.resolve("dkim.pem"),
                    "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Settings.Dkim settings(Path key) {
        return new Settings.Dkim("news", key);
    }
}
