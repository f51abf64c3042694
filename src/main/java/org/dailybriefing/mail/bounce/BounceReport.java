package org.dailybriefing.mail.bounce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, and by what it may be known to be about a mail of ours. Nothing in it is to be believed as it stands:
 * anybody can write to the mailbox.
 *
 * @param arrivedAt addresses at which the report arrived, or that the mail was sent with; one may carry a proof
 * @param messageId of the mail, without angle brackets; null if it was not returned
 * @param unsubscribe the links of its List-Unsubscribe, without angle brackets; one may carry a proof
 * @param recipients none for a complaint that names nobody
 */
public record BounceReport(
        Kind kind,
        List<String> arrivedAt,
        @Nullable String messageId,
        List<String> unsubscribe,
        List<Recipient> recipients) {

    public enum Kind {
        /** In the standard form (RFC 3464). */
        STATUS,
        /** A letter to a person, as qmail writes: to be believed only with a proof in the address at which it arrived. */
        LETTER,
        /** A reader called the mail spam (RFC 5965). */
        COMPLAINT
    }

    public BounceReport {
        arrivedAt = List.copyOf(arrivedAt);
        unsubscribe = List.copyOf(unsubscribe);
        recipients = List.copyOf(recipients);
    }

    /** What became of the mail (RFC 3464, 2.3.3). */
    public enum Action {
        FAILED,
        DELAYED,
        DELIVERED,
        RELAYED,
        EXPANDED
    }

    /**
     * @param addresses in lower case, as the mail was sent to and as it was rewritten on its way, as far as known
     * @param status such as {@code 5.1.1}; null if there is none
     * @param words on one line of at most 500 letters; may be empty
     */
    public record Recipient(
            List<String> addresses, Action action, @Nullable String status, String words) {

        private static final int LONGEST = 500;

        public Recipient {
            addresses = List.copyOf(addresses);
            words = words.replaceAll("[\\p{Cc}\\p{Z}\\uFFFD]+", " ").strip();
            words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
            // half of a character that was cut, which PostgreSQL would refuse
            words = words.replaceAll("\\p{Cs}", "");
        }
    }
}
