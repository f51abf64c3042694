package org.dailybriefing.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.dailybriefing.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** The private key that mails are signed with, and what the DNS must say about it: RSA (RFC 8301) or Ed25519 (RFC 8463). */
final class DkimKey {

    private static final int ED25519_BYTES = 32;

    private final PrivateKey secret;
    private final String kind;
    private final byte[] published;

    private DkimKey(PrivateKey secret, String kind, byte[] published) {
        this.secret = secret;
        this.kind = kind;
        this.published = published;
    }

    /** @throws Refusal if the file cannot be read, or holds no key that DKIM knows */
    static DkimKey read(Path file) {
        PrivateKey secret = load(file);
        try {
            if (secret instanceof RSAPrivateCrtKey key && "RSA".equals(key.getAlgorithm())) {
                int bits = key.getModulus().bitLength();
                if (bits < 1024) {
                    throw refusal(
                            file, "holds an RSA key of " + bits + " bits, but receivers want at least 1024", null);
                }
                return new DkimKey(key, "rsa", publicKey(key).getEncoded());
            }
            if (secret instanceof EdECPrivateKey key
                    && "Ed25519".equals(key.getParams().getName())) {
                byte[] encoded = publicKey(key).getEncoded();
                // RFC 8463 4.2: without the ASN.1 around it
                byte[] bare = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
                return new DkimKey(key, "ed25519", bare);
            }
        } catch (GeneralSecurityException e) {
            throw refusal(file, "cannot be used (" + e.getMessage() + ")", e);
        }
        throw refusal(
                file, "holds a key of the kind " + secret.getAlgorithm() + ", but DKIM knows RSA and Ed25519", null);
    }

    private static PrivateKey load(Path file) {
        try {
            return Optional.ofNullable(PemContent.load(file).getPrivateKey()).orElseThrow(IllegalStateException::new);
        } catch (IOException e) {
            throw refusal(file, "cannot be read", e);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw refusal(file, "holds no private key in PEM that can be read without a password", e);
        }
    }

    private static PublicKey publicKey(RSAPrivateCrtKey key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    /** The JDK makes the public half nowhere but in its generator; given the key for chance, that makes the same pair again. */
    private static PublicKey publicKey(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] bytes = key.getBytes().orElseThrow();
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] chance) {
                System.arraycopy(bytes, 0, chance, 0, chance.length);
            }
        });
        return generator.generateKeyPair().getPublic();
    }

    private static Refusal refusal(Path file, String what, @Nullable Exception cause) {
        String sentence = "The DKIM key " + file + " " + what + "; openssl genpkey makes one, the README says how.";
        return cause == null ? new Refusal(sentence) : new Refusal(sentence, cause);
    }

    /** As in the tags k= of the DNS record and a= of a signature. */
    String kind() {
        return kind;
    }

    /** Ready to take in what is to be signed. */
    Signature signature() throws GeneralSecurityException {
        Signature signature = kind.equals("rsa") ? Signature.getInstance("SHA256withRSA") : new HashedEd25519();
        signature.initSign(secret);
        return signature;
    }

    /** The whole TXT record that the sender's domain has to publish. */
    String record() {
        return "v=DKIM1; k=" + kind + "; p=" + published();
    }

    /** Whether this TXT record makes the key known; further tags don't matter (RFC 6376 3.6.1). */
    boolean isPublishedBy(String record) {
        String bare = record.replaceAll("\\s", "");
        return tag(bare, "k").orElse("rsa").equals(kind) && tag(bare, "p").equals(Optional.of(published()));
    }

    private static Optional<String> tag(String record, String name) {
        return Stream.of(record.split(";"))
                .filter(tag -> tag.startsWith(name + "="))
                .map(tag -> tag.substring(name.length() + 1))
                .findFirst();
    }

    private String published() {
        return Base64.getEncoder().encodeToString(published);
    }
}
