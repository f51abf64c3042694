package org.dailybriefing.delivery;

import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.dailybriefing.base.Settings;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.mail.Letter;
import org.dailybriefing.render.Reader;
import org.dailybriefing.subscriber.ReturnAddresses;
import org.dailybriefing.subscriber.SignedLinks;
import org.springframework.stereotype.Component;

/** Makes the letters of an issue: each with its reader's signed links, and with a return address of its own. */
@Component
final class LetterPress {

    private final IssueStore issues;
    private final SignedLinks links;
    private final ReturnAddresses returnAddresses;
    private final Settings settings;
    private final InstantSource clock;

    LetterPress(
            IssueStore issues,
            SignedLinks links,
            ReturnAddresses returnAddresses,
            Settings settings,
            InstantSource clock) {
        this.issues = issues;
        this.links = links;
        this.returnAddresses = returnAddresses;
        this.settings = settings;
        this.clock = clock;
    }

    Function<Delivery, Letter> letters(Issue issue) {
        RenderedIssue rendered = issues.rendered(issue.id())
                .orElseThrow(() -> new IllegalStateException(issue.label() + " was never approved"));
        var writer = new LetterWriter(issue, rendered, returnPath(rendered));
        return delivery -> {
            var reader = new Reader(
                    delivery.name(),
                    Objects.requireNonNullElse(delivery.zone(), rendered.zone()),
                    links.unsubscribe(delivery.subscription()),
                    links.preferences(delivery.subscription()));
            return writer.write(delivery, reader, clock.instant());
        };
    }

    private LongFunction<String> returnPath(RenderedIssue rendered) {
        String bounces = settings.bounces().address();
        return bounces == null
                ? delivery -> rendered.sender().address()
                : delivery -> returnAddresses.of(delivery, bounces);
    }
}
