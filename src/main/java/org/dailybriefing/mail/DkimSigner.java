package org.dailybriefing.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMCommon;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.impl.BodyHasherImpl;
import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;
import org.dailybriefing.base.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Signs letters for the domain of their sender (RFC 6376): relaxed/relaxed, the whole body, and each header that
 * a reader or his mail program acts on. The library brings both into their canonical form; its own signer knows RSA only, and
 * writes one line of 600 letters.
 */
final class DkimSigner extends DKIMCommon {

    private static final String NAME = "DKIM-Signature";

    /** In lower case, since the library would lower them by the rules of this machine's language. */
    private static final List<String> SIGNED = List.of(
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "reply-to",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "list-id",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "feedback-id");

    private final String selector;
    private final DkimKey key;

    private DkimSigner(String selector, DkimKey key) {
        this.selector = selector;
        this.key = key;
    }

    /**
     * @return null if mails are not to be signed
     * @throws org.dailybriefing.base.Refusal if the key is of no use
     */
    static @Nullable DkimSigner of(Settings.Dkim settings) {
        return settings.selector() == null || settings.key() == null
                ? null
                : new DkimSigner(settings.selector(), DkimKey.read(settings.key()));
    }

    DkimKey key() {
        return key;
    }

    /** Where {@code domain} publishes the key. */
    String place(String domain) {
        return selector + "._domainkey." + domain;
    }

    /**
     * The header that signs a letter.
     *
     * @param headers all others, folded, without the line breaks between them
     * @param body all that follows them, in segments
     */
    String signature(Letter letter, List<String> headers, List<byte[]> body) {
        try {
            String start = "v=1; a=" + key.kind() + "-sha256; c=relaxed/relaxed; d=" + domain(letter) + "; s="
                    + selector + "; t=" + letter.date().getEpochSecond() + "; h=" + names(headers) + "; bh=";
            String unsigned = start + base64(bodyHash(body, start)) + "; b=";
            Signature signature = key.signature();
            var record = new SignatureRecordImpl(unsigned);
            signatureCheck(new Lines(headers), record, record.getHeaders(), signature);
            // b= itself is not signed, so it can be cut into pieces; all else is folded at spaces it has anyway
            String pieces = base64(signature.sign()).replaceAll("(.{64})(?=.)", "$1 ");
            return NAME + ": " + MimeUtility.fold(NAME.length() + 2, unsigned + pieces);
        } catch (GeneralSecurityException | PermFailException | IOException e) {
            throw new IllegalStateException("a letter cannot be signed", e);
        }
    }

    private static String domain(Letter letter) {
        String from = letter.head().from().address();
        return from.substring(from.lastIndexOf('@') + 1);
    }

    /** From once more than it is there: nobody can add a second (RFC 6376 8.15). */
    private static String names(List<String> headers) {
        var lines = new Lines(headers);
        return Stream.concat(
                        Stream.of("from"),
                        SIGNED.stream().filter(name -> !lines.getFields(name).isEmpty()))
                .collect(Collectors.joining(": "));
    }

    private static byte[] bodyHash(List<byte[]> body, String start) throws PermFailException, IOException {
        var hasher = new BodyHasherImpl(new SignatureRecordImpl(start + "; b="));
        try (var out = new BufferedOutputStream(hasher.getOutputStream())) {
            for (byte[] segment : body) {
                out.write(segment);
            }
        }
        return hasher.getDigest();
    }

    private record Lines(List<String> all) implements Headers {

        @Override
        public List<String> getFields() {
            return all;
        }

        @Override
        public List<String> getFields(String name) {
            return all.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .toList();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
