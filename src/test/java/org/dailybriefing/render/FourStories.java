package org.dailybriefing.render;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dailybriefing.House;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.issue.Entry.Placement;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.OwnWords;
import org.dailybriefing.issue.RenderedIssue;

/** An issue of four invented stories to print. */
public final class FourStories {

    private static final Instant TIME = Instant.parse("2026-03-10T03:20:00Z");
    public static final Issue ISSUE =
            new Issue(1, House.EDITION, LocalDate.of(2026, 3, 10), 14, IssueStatus.DRAFT, 0, 4, TIME, OwnWords.NONE);

    private FourStories() {}

    private static Entry entry(int position, Placement placement, String topic, String headline) {
        return new Entry(
                position,
                position,
                placement,
                topic,
                headline,
                "A deck of story %d, in one sentence.".formatted(position),
                "Outlet B",
                "https://outlet.example/%d?a=1&b=2".formatted(position),
                List.of(
                        new Outlet("Outlet A", "https://outlet.example/%d?a=1&b=2".formatted(position)),
                        new Outlet("Outlet B", "https://other.example/%d".formatted(position))),
                TIME,
                position == 4,
                0,
                null,
                "",
                "");
    }

    static List<Entry> entries(String leadHeadline) {
        return List.of(
                entry(1, Placement.LEAD, "peace-plan", leadHeadline),
                entry(2, Placement.SECTION, "sanctions", "Ministers weigh a cap on freight"),
                entry(3, Placement.SECTION, "other", "Library opens in the harbour"),
                entry(4, Placement.ALSO, "europe", "Parliament meets on Friday"));
    }

    /** The same entry under another topic. */
    static Entry under(String topic, Entry entry) {
        return new Entry(
                entry.position(),
                entry.story(),
                entry.placement(),
                topic,
                entry.headline(),
                entry.deck(),
                entry.deckOutlet(),
                entry.link(),
                entry.outlets(),
                entry.updated(),
                entry.stateOnly(),
                entry.minutes(),
                entry.feature(),
                entry.importance(),
                entry.topicReason());
    }

    static RenderedIssue render(House house, String leadHeadline) {
        return house.get(BriefingRenderer.class).render(house.edition(), ISSUE, entries(leadHeadline));
    }
}
