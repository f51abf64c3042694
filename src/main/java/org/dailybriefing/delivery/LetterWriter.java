package org.dailybriefing.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.dailybriefing.edition.Sender;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.mail.Body;
import org.dailybriefing.mail.Letter;
import org.dailybriefing.mail.Letter.Mailbox;
import org.dailybriefing.mail.Letterhead;
import org.dailybriefing.render.Reader;
import org.dailybriefing.render.Stencil;

/** Makes the frozen text of an issue into the letter of one reader. What readers in one zone share is encoded once. */
final class LetterWriter {

    private final Issue issue;
    private final RenderedIssue rendered;
    private final LongFunction<String> returnPath;
    private final Letterhead head;
    private final Map<ZoneId, Shared> zones = new ConcurrentHashMap<>();

    /** With answers of mail servers to the sender himself. */
    LetterWriter(Issue issue, RenderedIssue rendered) {
        this(issue, rendered, delivery -> rendered.sender().address());
    }

    /** @param returnPath where mail servers answer, by delivery */
    LetterWriter(Issue issue, RenderedIssue rendered, LongFunction<String> returnPath) {
        this.issue = issue;
        this.rendered = rendered;
        this.returnPath = returnPath;
        head = head(rendered.subject());
    }

    /** What the letters of one zone have in common. */
    private record Shared(Stencil text, Body.Form textForm, Stencil html, Body.Form htmlForm) {

        static Shared of(Issue issue, RenderedIssue rendered, ZoneId zone) {
            Stencil text = Stencil.text(issue, rendered, zone);
            Stencil html = Stencil.html(issue, rendered, zone);
            return new Shared(text, Body.Form.of(text.literals()), html, Body.Form.of(html.literals()));
        }
    }

    private Letterhead head(String subject) {
        Sender sender = rendered.sender();
        var headers = new LinkedHashMap<String, String>();
        headers.put("List-Id", "<" + issue.edition() + "." + sender.domain() + ">");
        headers.put("Feedback-ID", issue.date() + ":" + issue.edition() + ":briefing:" + senderId(sender.domain()));
        headers.put("Precedence", "bulk");
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "OOF, AutoReply");
        return Letterhead.of(new Mailbox(sender.name(), sender.address()), sender.replyTo(), subject, headers);
    }

    /** For Gmail's figures on complaints, by issue and by edition, which want a sender of 5 to 15 letters. */
    private static String senderId(String domain) {
        return domain.length() <= 15 ? domain : "%08x".formatted(domain.hashCode());
    }

    /** @param reader with his own signed links, of which RFC 8058 clients post to the one that ends it */
    Letter write(Delivery delivery, Reader reader, Instant date) {
        return letter(
                String.valueOf(delivery.id()),
                returnPath.apply(delivery.id()),
                head,
                new Mailbox(reader.name(), delivery.email()),
                reader,
                date,
                leaving(reader));
    }

    private Map<String, String> leaving(Reader reader) {
        String token = reader.unsubscribe().substring(reader.unsubscribe().lastIndexOf('/') + 1);
        return Map.of(
                "List-Unsubscribe",
                "<" + reader.unsubscribe() + ">, <mailto:" + rendered.sender().replyTo() + "?subject=unsubscribe%20"
                        + token + ">",
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click");
    }

    /** A test send to an editor, outside the ledger; it has no signed links, since an editor is no reader. */
    Letter proof(String to, Reader editor, Instant date) {
        return letter(
                "proof-" + date.toEpochMilli(),
                rendered.sender().address(),
                head("[Proof] " + rendered.subject()),
                new Mailbox(null, to),
                editor,
                date,
                Map.of());
    }

    private Letter letter(
            String id,
            String returnPath,
            Letterhead under,
            Mailbox to,
            Reader reader,
            Instant date,
            Map<String, String> headers) {
        Shared shared = zones.computeIfAbsent(reader.zone(), zone -> Shared.of(issue, rendered, zone));
        return new Letter(
                issue.edition() + "." + issue.date() + "." + id + "@"
                        + rendered.sender().domain(),
                returnPath,
                under,
                to,
                date,
                headers,
                shared.textForm().with(shared.text().values(reader)),
                shared.htmlForm().with(shared.html().values(reader)));
    }
}
