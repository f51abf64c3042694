package org.dailybriefing.ops;

import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.render.BriefingRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Freezes the text of a draft, and takes that back. */
@Component
public class Approval {

    private static final Logger log = LoggerFactory.getLogger(Approval.class);

    private final Editions editions;
    private final IssueStore issues;
    private final DraftStore drafts;
    private final BriefingRenderer renderer;

    Approval(Editions editions, IssueStore issues, DraftStore drafts, BriefingRenderer renderer) {
        this.editions = editions;
        this.issues = issues;
        this.drafts = drafts;
        this.renderer = renderer;
    }

    /** What readers would get: the frozen text once there is one, else the draft as it stands. */
    public RenderedIssue preview(Issue issue) {
        return issues.rendered(issue.id())
                .orElseGet(() -> renderer.render(editions.get(issue.edition()), issue, drafts.entries(issue.id())));
    }

    /** @throws Refusal if it is not a draft, has too few stories, or cannot be rendered */
    public Issue approve(Issue issue, String who) {
        Edition edition = editions.get(issue.edition());
        if (issue.status() == IssueStatus.THIN) {
            throw new Refusal(thin(edition, issue));
        }
        issues.approve(issue, renderer.render(edition, issue, drafts.entries(issue.id())), who);
        log.info("approved {} by {}", issue.label(), who);
        return issues.get(issue.id());
    }

    /** @throws Refusal if it is not approved, or already on its way */
    public Issue reopen(Issue issue, String who) {
        issues.reopen(issue, who);
        log.info("reopened {} by {}", issue.label(), who);
        return issues.get(issue.id());
    }

    static String thin(Edition edition, Issue issue) {
        return "The issue " + issue.label() + " has " + issue.stories() + " stories, fewer than the "
                + edition.timetable().minimumStories() + " of timetable.minimum-stories, so nothing is sent.";
    }
}
