package org.dailybriefing.render.proof;

import java.util.UUID;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.render.Reader;
import org.dailybriefing.render.Stencil;

/** The mail filled in for a reader who doesn't exist, so that it is read as it arrives. */
record ProofCopy(String html, String text) {

    /** No feed can know them: its link must not pass for the reader's own. */
    private static final String OWN = "https://reader.invalid/" + UUID.randomUUID();

    private static final String UNSUBSCRIBE = OWN + "/unsubscribe";
    private static final String PREFERENCES = OWN + "/preferences";

    static ProofCopy of(Issue issue, RenderedIssue rendered) {
        var reader = new Reader("A. Reader", rendered.zone(), UNSUBSCRIBE, PREFERENCES);
        return new ProofCopy(
                Stencil.html(issue, rendered, rendered.zone()).fill(reader),
                Stencil.text(issue, rendered, rendered.zone()).fill(reader));
    }

    /** The links of a reader who doesn't exist lead nowhere, and rightly so. */
    static boolean isPersonal(String link) {
        return unsubscribes(link) || link.equals(PREFERENCES);
    }

    static boolean unsubscribes(String link) {
        return link.equals(UNSUBSCRIBE);
    }
}
