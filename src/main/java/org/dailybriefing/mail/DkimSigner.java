package org.dailybriefing.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Collections;
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
 * Puts the signature of the sender's domain into a message (RFC 6376): relaxed/relaxed, the whole body, and each header that
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
            "list-unsubscribe-post");

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

    /** @param message complete: what is changed in it later breaks the signature */
    void sign(MimeMessage message) throws MessagingException {
        try {
            String start = "v=1; a=" + key.kind() + "-sha256; c=relaxed/relaxed; d=" + domain(message) + "; s="
                    + selector + "; t=" + message.getSentDate().toInstant().getEpochSecond() + "; h=" + names(message)
                    + "; bh=";
            String unsigned = start + base64(bodyHash(message, start)) + "; b=";
            Signature signature = key.signature();
            var record = new SignatureRecordImpl(unsigned);
            signatureCheck(headers(message), record, record.getHeaders(), signature);
            // b= itself is not signed, so it can be cut into pieces; all else is folded at spaces it has anyway
            String pieces = base64(signature.sign()).replaceAll("(.{64})(?=.)", "$1 ");
            message.setHeader(NAME, MimeUtility.fold(NAME.length() + 2, unsigned + pieces));
        } catch (GeneralSecurityException | PermFailException | IOException e) {
            throw new IllegalStateException("a letter cannot be signed", e);
        }
    }

    private static String domain(MimeMessage message) throws MessagingException {
        String from = ((InternetAddress) message.getFrom()[0]).getAddress();
        return from.substring(from.lastIndexOf('@') + 1);
    }

    /** From once more than it is there: nobody can add a second (RFC 6376 8.15). */
    private static String names(MimeMessage message) throws MessagingException {
        Stream.Builder<String> names = Stream.<String>builder().add("from");
        for (String name : SIGNED) {
            if (message.getHeader(name) != null) {
                names.add(name);
            }
        }
        return names.build().collect(Collectors.joining(": "));
    }

    private static byte[] bodyHash(MimeMessage message, String start)
            throws MessagingException, PermFailException, IOException {
        var hasher = new BodyHasherImpl(new SignatureRecordImpl(start + "; b="));
        try (var body = new BufferedOutputStream(hasher.getOutputStream())) {
            message.getDataHandler().writeTo(body);
        }
        return hasher.getDigest();
    }

    private static Headers headers(MimeMessage message) {
        return new Headers() {
            @Override
            public List<String> getFields() {
                return lines(null);
            }

            @Override
            public List<String> getFields(String name) {
                return lines(name);
            }

            private List<String> lines(@Nullable String name) {
                try {
                    return Collections.list(
                            name == null
                                    ? message.getAllHeaderLines()
                                    : message.getMatchingHeaderLines(new String[] {name}));
                } catch (MessagingException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
