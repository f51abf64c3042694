package org.dailybriefing.ops;

import java.util.List;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.render.ProofReader;
import org.dailybriefing.render.Remark;
import org.springframework.stereotype.Component;

/** Has an issue read before it goes out: the frozen text once there is one, else the draft as it stands. */
@Component
public class Proofreading {

    private final Editions editions;
    private final DraftStore drafts;
    private final Approval approval;

    Proofreading(Editions editions, DraftStore drafts, Approval approval) {
        this.editions = editions;
        this.drafts = drafts;
        this.approval = approval;
    }

    /** @throws Refusal if it has too few stories, or cannot be rendered */
    public List<Remark> remarks(Issue issue) {
        Edition edition = editions.get(issue.edition());
        if (issue.status() == IssueStatus.THIN) {
            throw new Refusal(Approval.thin(edition, issue));
        }
        return ProofReader.read(edition, issue, drafts.entries(issue.id()), approval.preview(issue));
    }
}
