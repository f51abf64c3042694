package org.dailybriefing.render;

import org.dailybriefing.base.Settings;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.RenderedIssue;
import org.springframework.stereotype.Component;

/** The mail as everybody may see it: nobody's name, the edition's zone, and links to its page where readers have their own. */
@Component
public class WebVersion {

    private final Settings settings;

    WebVersion(Settings settings) {
        this.settings = settings;
    }

    public String html(Issue issue, RenderedIssue rendered) {
        return Stencil.html(issue, rendered, rendered.zone()).fill(anybody(issue, rendered));
    }

    public String text(Issue issue, RenderedIssue rendered) {
        return Stencil.text(issue, rendered, rendered.zone()).fill(anybody(issue, rendered));
    }

    private Reader anybody(Issue issue, RenderedIssue rendered) {
        String home = settings.url("/editions/" + issue.edition());
        return new Reader(null, rendered.zone(), home, home);
    }
}
