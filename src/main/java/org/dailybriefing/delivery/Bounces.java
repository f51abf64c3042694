package org.dailybriefing.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dailybriefing.delivery.BounceStore.Addressee;
import org.dailybriefing.mail.Cause;
import org.dailybriefing.mail.ReplyRules;
import org.dailybriefing.mail.bounce.BounceReport;
import org.dailybriefing.mail.bounce.BounceReport.Action;
import org.dailybriefing.mail.bounce.BounceReport.Kind;
import org.dailybriefing.mail.bounce.BounceReport.Recipient;
import org.dailybriefing.subscriber.ReturnAddresses;
import org.dailybriefing.subscriber.SignedLinks;
import org.dailybriefing.subscriber.SignedLinks.Purpose;
import org.dailybriefing.subscriber.SuppressionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what came back. Nothing counts without a proof that it is about a mail of ours, since anybody can write a report: the code
 * in the address at which it arrived, or the signed link that leaves the reader's subscription in the mail that it returns. A
 * Message-ID alone is no proof: it can be guessed.
 */
@Component
public class Bounces {

    private static final int SOFT_LIMIT = 3;
    private static final Duration SOFT_SPAN = Duration.ofDays(30);

    /** {@code edition.date.delivery@domain}, as LetterWriter makes it. */
    private static final Pattern MESSAGE_ID =
            Pattern.compile("[a-z0-9-]+\\.\\d{4}-\\d{2}-\\d{2}\\.([1-9]\\d{0,17})@.*");

    private final BounceStore store;
    private final SuppressionStore suppressions;
    private final ReturnAddresses returnAddresses;
    private final SignedLinks links;
    private final TransactionTemplate transaction;
    private final ReplyRules rules = ReplyRules.shipped();

    Bounces(
            BounceStore store,
            SuppressionStore suppressions,
            ReturnAddresses returnAddresses,
            SignedLinks links,
            TransactionTemplate transaction) {
        this.store = store;
        this.suppressions = suppressions;
        this.returnAddresses = returnAddresses;
        this.links = links;
        this.transaction = transaction;
    }

    /** What was made of a report. */
    public enum Outcome {
        /** It put an address on the list of suppressions. */
        SUPPRESSED,
        /** It was written down, and may count. */
        NOTED,
        /** It is known, or says nothing that counts: a mail that is late, or arrived. */
        NOTHING_NEW,
        /** It is not known to be about a mail of ours: somebody else's, or a forgery. */
        NOT_OURS
    }

    /** What a report or a reply comes to. */
    private record Judgement(BounceKind kind, @Nullable String status, String words) {}

    /**
     * Counts a refusal for good in the conversation like a bounce. To be called when the delivery has been settled as
     * rejected; doing it twice is the same.
     *
     * @param reply the server's words
     */
    public void rejected(long delivery, String reply, Instant now) {
        Judgement judgement = judgement(new Recipient(List.of(), Action.FAILED, null, reply));
        if (judgement.kind() != BounceKind.NOTICE) {
            store.addressee(delivery).ifPresent(addressee -> count("reply:" + delivery, addressee, judgement, now));
        }
    }

    /**
     * Writes down what a report says, with what follows from it, in one transaction; doing it twice is the same.
     *
     * @param key by which the report is known again
     */
    public Outcome take(BounceReport report, String key, Instant now) {
        OptionalLong proven = proven(report);
        Optional<Addressee> addressee = proven.isPresent() ? store.addressee(proven.getAsLong()) : Optional.empty();
        if (addressee.isEmpty()) {
            return Outcome.NOT_OURS;
        }
        return judge(report, addressee.get().email())
                .map(judgement -> count(key, addressee.get(), judgement, now))
                .orElse(Outcome.NOTHING_NEW);
    }

    private OptionalLong proven(BounceReport report) {
        for (String address : report.arrivedAt()) {
            OptionalLong delivery = returnAddresses.verify(address);
            if (delivery.isPresent()) {
                return delivery;
            }
        }
        Matcher id = MESSAGE_ID.matcher(Objects.requireNonNullElse(report.messageId(), ""));
        if (report.kind() == Kind.LETTER || !id.matches()) {
            return OptionalLong.empty();
        }
        long delivery = Long.parseLong(id.group(1));
        boolean ours = store.addressee(delivery)
                .map(addressee -> report.unsubscribe().stream().anyMatch(link -> isOf(link, addressee.subscriber())))
                .orElse(false);
        return ours ? OptionalLong.of(delivery) : OptionalLong.empty();
    }

    private boolean isOf(String link, long subscriber) {
        OptionalLong subscription = links.verify(Purpose.UNSUBSCRIBE, link.substring(link.lastIndexOf('/') + 1));
        return subscription.isPresent() && store.holds(subscriber, subscription.getAsLong());
    }

    private Optional<Judgement> judge(BounceReport report, String email) {
        if (report.kind() == Kind.COMPLAINT) {
            return Optional.of(new Judgement(BounceKind.COMPLAINT, null, "the reader called it spam"));
        }
        List<Recipient> named = report.recipients().stream()
                .filter(recipient -> recipient.addresses().contains(email))
                .toList();
        if (!named.isEmpty()) {
            return failed(named).map(this::judgement);
        }
        boolean arrived = report.recipients().stream()
                .anyMatch(recipient -> recipient.action() != Action.FAILED && recipient.action() != Action.DELAYED);
        return arrived ? Optional.empty() : failed(report.recipients()).map(this::milder);
    }

    private static Optional<Recipient> failed(List<Recipient> recipients) {
        return recipients.stream()
                .filter(recipient -> recipient.action() == Action.FAILED)
                .findFirst();
    }

    /** Somewhere behind the reader's address another one is gone: his own may be well. */
    private Judgement milder(Recipient other) {
        Judgement judgement = judgement(other);
        return judgement.kind() == BounceKind.HARD && !other.addresses().isEmpty()
                ? new Judgement(BounceKind.SOFT, judgement.status(), judgement.words())
                : judgement;
    }

    private Judgement judgement(Recipient recipient) {
        return new Judgement(
                kind(rules.cause(recipient.status(), recipient.words())), recipient.status(), recipient.words());
    }

    private static BounceKind kind(Cause cause) {
        return switch (cause) {
            case MAILBOX -> BounceKind.HARD;
            case FULL_OR_TEMPORARY -> BounceKind.SOFT;
            case POLICY, CONTENT, CONNECTION, CONFIGURATION -> BounceKind.NOTICE;
        };
    }

    private Outcome count(String key, Addressee addressee, Judgement judgement, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!store.keep(key, addressee, judgement.kind(), judgement.status(), judgement.words(), now)) {
                return Outcome.NOTHING_NEW;
            }
            String reason = switch (judgement.kind()) {
                case HARD -> "hard bounce";
                case COMPLAINT -> "complaint";
                case SOFT ->
                    store.softInARow(addressee.subscriber(), now.minus(SOFT_SPAN)) >= SOFT_LIMIT
                            ? SOFT_LIMIT + " soft bounces"
                            : null;
                case NOTICE -> null;
            };
            if (reason == null || !suppressions.suppress(addressee.email(), reason, now)) {
                return Outcome.NOTED;
            }
            store.markSuppressing(key);
            return Outcome.SUPPRESSED;
        }));
    }
}
