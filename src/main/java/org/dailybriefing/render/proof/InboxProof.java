package org.dailybriefing.render.proof;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.dailybriefing.render.proof.Remark.Kind;

/** What an inbox shows of the mail, and whether it shows all of it. */
final class InboxProof {

    /** In characters; even a wide window cuts a longer one off. */
    private static final int LONGEST_SUBJECT = 90;

    /**
     * In bytes. Gmail cuts a mail off at 102 to 105 kB, and with it the way out; the rest is room for what differs from reader to
     * reader.
     */
    private static final int LARGEST_HTML = 90_000;

    private InboxProof() {}

    static Stream<Remark> read(String subject, String preheader, String opening, String html) {
        return Stream.of(
                        subject(subject),
                        empty(Kind.PREHEADER, "preheader", preheader),
                        empty(Kind.OPENING, "opening", opening),
                        size(html.getBytes(StandardCharsets.UTF_8).length))
                .flatMap(remarks -> remarks);
    }

    private static Stream<Remark> subject(String subject) {
        int length = subject.codePointCount(0, subject.length());
        return length <= LONGEST_SUBJECT
                ? empty(Kind.SUBJECT, "subject", subject)
                : Stream.of(new Remark(
                        Kind.SUBJECT,
                        "subject",
                        "The subject has " + length + " characters; inboxes show " + LONGEST_SUBJECT + " at most."));
    }

    private static Stream<Remark> empty(Kind kind, String part, String words) {
        return words.codePoints().anyMatch(Character::isLetterOrDigit)
                ? Stream.empty()
                : Stream.of(new Remark(kind, part, "The " + part + " is empty."));
    }

    private static Stream<Remark> size(int bytes) {
        return bytes <= LARGEST_HTML
                ? Stream.empty()
                : Stream.of(new Remark(
                        Kind.SIZE,
                        "html",
                        String.format(
                                Locale.ROOT,
                                "The html has %.1f kB, and Gmail cuts long mails off; %.1f kB must go.",
                                bytes / 1000.0,
                                Math.ceil((bytes - LARGEST_HTML) / 100.0) / 10)));
    }
}
