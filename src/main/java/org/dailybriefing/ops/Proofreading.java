package org.dailybriefing.ops;

import java.util.List;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.render.BriefingRenderer;
import org.dailybriefing.render.proof.ProofReader;
import org.dailybriefing.render.proof.Remark;
import org.springframework.stereotype.Component;

/** Has an issue read before it goes out: the frozen text once there is one, else the draft as it stands. */
@Component
public class Proofreading {

    private final Editions editions;
    private final DraftStore drafts;
    private final BriefingRenderer renderer;
    private final Approval approval;

    Proofreading(Editions editions, DraftStore drafts, BriefingRenderer renderer, Approval approval) {
        this.editions = editions;
        this.drafts = drafts;
        this.renderer = renderer;
        this.approval = approval;
    }

    /** @throws Refusal if it has too few stories, or cannot be rendered */
    public List<Remark> remarks(Issue issue) {
        Edition edition = editions.get(issue.edition());
        if (issue.status() == IssueStatus.THIN) {
            throw new Refusal(Approval.thin(edition, issue));
        }
        List<Entry> entries = drafts.entries(issue.id());
        return ProofReader.read(
                edition, issue, entries, renderer.opening(edition, issue, entries), approval.preview(issue));
    }
}
