package org.dailybriefing.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.dailybriefing.edition.Sender;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.mail.Letter;
import org.dailybriefing.mail.Letter.Mailbox;
import org.dailybriefing.render.PersonalPart;

/** Makes the frozen text of an issue into the letter of one reader. */
final class LetterWriter {

    private final Issue issue;
    private final RenderedIssue rendered;

    LetterWriter(Issue issue, RenderedIssue rendered) {
        this.issue = issue;
        this.rendered = rendered;
    }

    /** @param unsubscribe the reader's own signed link, which RFC 8058 clients post to */
    Letter write(Delivery delivery, String unsubscribe, Instant date) {
        return letter(
                issue.edition() + "." + issue.date() + "." + delivery.id(),
                new Mailbox(delivery.name(), delivery.email()),
                rendered.subject(),
                unsubscribe,
                date,
                Map.of(
                        "List-Unsubscribe",
                        "<" + unsubscribe + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click"));
    }

    /** A test send to an editor, outside the ledger; its unsubscribe link leads to the edition's page. */
    Letter proof(String to, String home, Instant date) {
        return letter(
                issue.edition() + "." + issue.date() + ".proof-" + date.toEpochMilli(),
                new Mailbox(null, to),
                "[Proof] " + rendered.subject(),
                home,
                date,
                Map.of());
    }

    private Letter letter(
            String id, Mailbox to, String subject, String unsubscribe, Instant date, Map<String, String> further) {
        Sender sender = rendered.sender();
        var headers = new HashMap<>(further);
        headers.put("List-Id", "<" + issue.edition() + "." + sender.domain() + ">");
        headers.put("Precedence", "bulk");
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "OOF, AutoReply");
        return new Letter(
                id + "@" + sender.domain(),
                new Mailbox(sender.name(), sender.address()),
                sender.replyTo(),
                to,
                subject,
                date,
                headers,
                PersonalPart.fill(rendered.text(), unsubscribe),
                PersonalPart.fill(rendered.html(), unsubscribe));
    }
}
