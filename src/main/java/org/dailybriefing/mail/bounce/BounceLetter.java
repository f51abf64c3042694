package org.dailybriefing.mail.bounce;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dailybriefing.mail.bounce.BounceReport.Action;
import org.dailybriefing.mail.bounce.BounceReport.Recipient;

/**
 * A report that is a letter to a person: qmail, old Exim and some firewalls write those. It is taken for one only if a mail
 * server signed it and a paragraph joins an address with the code of a refusal, so that no reader's holiday note is.
 */
final class BounceLetter {

    private static final int LONGEST = 8 * 1024;

    private static final Pattern SERVER =
            Pattern.compile("(?i)(?<![\\w.+-])(mailer-daemon|mail-daemon|maildaemon|postmaster)@");
    private static final Pattern ONLY_LATE =
            Pattern.compile("(?i)\\b(warning|delay|delayed|retry|auto(matic)?[- ]?reply)\\b");
    private static final Pattern CODE = Pattern.compile("#\\s?[45]\\.\\d{1,3}\\.\\d{1,3}|(?<![\\w.-])[45]\\d\\d[ -]");
    /** What follows is our own mail, or its headers. */
    private static final Pattern RETURNED =
            Pattern.compile("(?im)^-{2,}.*(below this line|copy of|original message|returned message|message headers)");

    private BounceLetter() {}

    static Optional<Recipient> read(MimeMessage message, List<Leaf> leaves) {
        if (!SERVER.matcher(BounceReader.field(message, "From")).find()
                || ONLY_LATE.matcher(BounceReader.field(message, "Subject")).find()
                || Stream.of("X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-Vacation")
                        .anyMatch(name -> !BounceReader.field(message, name).isEmpty())) {
            return Optional.empty();
        }
        List<String> named = BounceReader.addresses(BounceReader.field(message, "X-Failed-Recipients"))
                .toList();
        return leaves.stream()
                .filter(leaf -> leaf.type().equals("text/plain"))
                .findFirst()
                .flatMap(leaf -> Stream.of(own(leaf.text()).split("\n\\s*\n"))
                        .filter(paragraph -> says(paragraph, named))
                        .findFirst())
                .map(paragraph -> new Recipient(
                        named.isEmpty()
                                ? BounceReader.addresses(paragraph).limit(1).toList()
                                : named,
                        Action.FAILED,
                        null,
                        paragraph));
    }

    private static String own(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST));
        return RETURNED.split(start.replace("\r\n", "\n"), 2)[0];
    }

    private static boolean says(String paragraph, List<String> named) {
        List<String> addresses = BounceReader.addresses(paragraph).toList();
        return named.isEmpty()
                ? !addresses.isEmpty() && CODE.matcher(paragraph).find()
                : named.stream().anyMatch(paragraph.toLowerCase(Locale.ROOT)::contains);
    }
}
