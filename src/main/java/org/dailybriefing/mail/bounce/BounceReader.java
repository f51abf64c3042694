package org.dailybriefing.mail.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dailybriefing.mail.bounce.BounceReport.Action;
import org.dailybriefing.mail.bounce.BounceReport.Kind;
import org.dailybriefing.mail.bounce.BounceReport.Recipient;
import org.jspecify.annotations.Nullable;

/** Finds out whether a mail is a report on another one, and what it says. Automatic answers of readers are not. */
public final class BounceReader {

    /** How much of a mail is looked at, in bytes: what matters stands before the mail that was returned. */
    public static final int LONGEST = 512 * 1024;

    /** Or lines that look like the start of one. */
    private static final int MOST_PARTS = 1_000;

    private static final int MOST_RECIPIENTS = 50;
    private static final int MOST_ADDRESSES = 50;

    private static final Session SESSION = Session.getInstance(new Properties());

    /** Where mail servers write the address that a mail came to. */
    private static final List<String> ARRIVAL =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "To", "Cc");

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\]:;,\"\\\\@]{1,128}@[^\\s<>()\\[\\]:;,\"\\\\@]{1,255}");
    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>\\s]{1,1000})>");
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    private static final Set<String> STATUS_PARTS = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> RETURNED = Set.of(
            "message/rfc822",
            "text/rfc822-headers",
            "message/rfc822-headers",
            "message/global",
            "message/global-headers");
    /** RFC 5965 and RFC 6650; "not-spam" is praise, and "auth-failure" is about somebody who forges our name. */
    private static final Set<String> COMPLAINTS = Set.of("abuse", "opt-out", "opt-out-list", "fraud");

    private BounceReader() {}

    /**
     * @param mail as it lies in the mailbox; of a long one the start is enough
     * @return nothing for a mail that is no report, or that cannot be read; never throws for what is in it
     */
    public static Optional<BounceReport> read(byte[] mail) {
        if (hasTooManyParts(mail)) {
            return Optional.empty();
        }
        try {
            var message =
                    new MimeMessage(SESSION, new SharedByteArrayInputStream(mail, 0, Math.min(mail.length, LONGEST)));
            List<Leaf> leaves = Leaf.of(message);
            for (Leaf leaf : leaves) {
                if (STATUS_PARTS.contains(leaf.type())) {
                    return status(message, leaf, leaves);
                }
                if (leaf.type().equals("message/feedback-report")) {
                    return complaint(message, leaf, leaves);
                }
            }
            return BounceLetter.read(message, leaves)
                    .map(recipient -> report(Kind.LETTER, message, null, leaves, List.of(recipient)));
        } catch (MessagingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Counted before it is parsed: of each the library makes a hundred objects. */
    private static boolean hasTooManyParts(byte[] mail) {
        int parts = 0;
        for (int i = 2; i < Math.min(mail.length, LONGEST); i++) {
            if (mail[i] == '-' && mail[i - 1] == '-' && (mail[i - 2] == '\n' || mail[i - 2] == '\r')) {
                parts++;
            }
        }
        return parts > MOST_PARTS;
    }

    /** Fields of the mail, an empty line, fields of a recipient, an empty line, and so on (RFC 3464, 2.1). */
    private static Optional<BounceReport> status(MimeMessage message, Leaf part, List<Leaf> leaves)
            throws MessagingException {
        var recipients = new ArrayList<Recipient>();
        // where the empty line behind the fields of the mail is missing, the first recipient stands among them
        for (InternetHeaders fields : part.blocks(MOST_RECIPIENTS)) {
            recipient(fields).ifPresent(recipients::add);
        }
        return recipients.isEmpty()
                ? Optional.empty()
                : Optional.of(report(Kind.STATUS, message, null, leaves, recipients));
    }

    private static Optional<Recipient> recipient(InternetHeaders fields) {
        String status = first(STATUS, field(fields, "Status"));
        return action(field(fields, "Action"), status)
                .map(action -> new Recipient(
                        Stream.of("Original-Recipient", "Final-Recipient")
                                .flatMap(name -> addresses(field(fields, name)))
                                .distinct()
                                .toList(),
                        action,
                        status,
                        // "smtp; 550 no"
                        field(fields, "Diagnostic-Code").replaceFirst("(?s)^\\s*[A-Za-z0-9-]{1,40}\\s*;", "")));
    }

    private static Optional<Action> action(String word, @Nullable String status) {
        for (Action action : Action.values()) {
            if (word.strip().toLowerCase(Locale.ROOT).startsWith(action.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(action);
            }
        }
        if (status == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (status.charAt(0)) {
                    case '5' -> Action.FAILED;
                    case '4' -> Action.DELAYED;
                    default -> Action.DELIVERED;
                });
    }

    private static Optional<BounceReport> complaint(MimeMessage message, Leaf part, List<Leaf> leaves)
            throws MessagingException {
        InternetHeaders fields = part.headers();
        if (!COMPLAINTS.contains(field(fields, "Feedback-Type").strip().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        List<String> named = Stream.of("Original-Rcpt-To", "Removal-Recipient")
                .flatMap(name -> addresses(field(fields, name)))
                .distinct()
                .toList();
        var recipients = named.isEmpty()
                ? List.<Recipient>of()
                : List.of(new Recipient(named, Action.DELIVERED, null, "complaint: " + field(fields, "Feedback-Type")));
        return Optional.of(report(Kind.COMPLAINT, message, fields, leaves, recipients));
    }

    private static BounceReport report(
            Kind kind,
            MimeMessage message,
            @Nullable InternetHeaders feedback,
            List<Leaf> leaves,
            List<Recipient> recipients) {
        Optional<InternetHeaders> returned = leaves.stream()
                .filter(leaf -> RETURNED.contains(leaf.type()))
                .findFirst()
                .flatMap(BounceReader::headers);
        var arrivedAt = new LinkedHashSet<String>();
        ARRIVAL.stream().flatMap(name -> addresses(field(message, name))).forEach(arrivedAt::add);
        if (feedback != null) {
            addresses(field(feedback, "Original-Mail-From")).forEach(arrivedAt::add);
        }
        returned.stream()
                .flatMap(fields -> addresses(field(fields, "Return-Path")))
                .forEach(arrivedAt::add);
        return new BounceReport(
                kind,
                arrivedAt.stream().limit(MOST_ADDRESSES).toList(),
                returned.map(fields -> first(IN_BRACKETS, field(fields, "Message-ID")))
                        .orElse(null),
                returned.stream()
                        .flatMap(fields -> all(IN_BRACKETS, field(fields, "List-Unsubscribe")))
                        .toList(),
                recipients);
    }

    private static Optional<InternetHeaders> headers(Leaf leaf) {
        try {
            return Optional.of(leaf.headers());
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    static String field(MimeMessage message, String name) {
        try {
            String value = message.getHeader(name, ",");
            return value == null ? "" : value;
        } catch (MessagingException e) {
            return "";
        }
    }

    private static String field(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, ",");
        return value == null ? "" : value;
    }

    static Stream<String> addresses(String text) {
        return ADDRESS.matcher(text)
                .results()
                .limit(MOST_ADDRESSES)
                .map(found -> found.group().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String first(Pattern pattern, String text) {
        return all(pattern, text).findFirst().orElse(null);
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .limit(MOST_ADDRESSES)
                .map(found -> found.groupCount() == 0 ? found.group() : found.group(1));
    }
}
