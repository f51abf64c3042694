package org.dailybriefing.delivery;

import java.time.Instant;
import java.time.InstantSource;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.mail.Letter;
import org.dailybriefing.mail.MailRoom;
import org.dailybriefing.mail.Mailer;
import org.dailybriefing.mail.Receipt;
import org.dailybriefing.render.Reader;
import org.dailybriefing.render.Stencil;
import org.springframework.stereotype.Component;

/** Test sends and specimens of an issue, outside the ledger. */
@Component
public class Proofs {

    private final MailRoom mailRoom;
    private final Settings settings;
    private final InstantSource clock;

    Proofs(MailRoom mailRoom, Settings settings, InstantSource clock) {
        this.mailRoom = mailRoom;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param mail with headers, as it would go over the wire */
    public record Specimen(String html, String text, byte[] mail) {}

    /** The issue as an invented subscriber would get it. */
    public Specimen specimen(Issue issue, RenderedIssue rendered) {
        var reader = new Reader(
                "A. Reader",
                rendered.zone(),
                settings.url("/unsubscribe/specimen"),
                settings.url("/preferences/specimen"));
        var delivery = new Delivery(0, 0, "reader@example.org", reader.name(), null, 1);
        Letter letter = new LetterWriter(issue, rendered).write(delivery, reader, clock.instant());
        return new Specimen(
                Stencil.html(issue, rendered, reader.zone()).fill(reader),
                Stencil.text(issue, rendered, reader.zone()).fill(reader),
                mailRoom.bytes(letter));
    }

    /** @throws Refusal if the proof was not accepted */
    public void send(Issue issue, RenderedIssue rendered, String to) {
        Instant now = clock.instant();
        String home = settings.url("/editions/" + issue.edition());
        var editor = new Reader(null, rendered.zone(), home, home);
        Letter letter = new LetterWriter(issue, rendered).proof(to, editor, now);
        try (Mailer mailer = mailRoom.open()) {
            Receipt receipt = mailer.send(letter);
            if (!(receipt instanceof Receipt.Accepted)) {
                throw new Refusal("The proof was not accepted: " + receipt.reply());
            }
        }
    }
}
