package org.dailybriefing.issue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.Item;
import org.dailybriefing.feed.ItemStore;
import org.dailybriefing.issue.Draft.Placed;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.issue.Entry.Placement;
import org.dailybriefing.story.Deck;
import org.dailybriefing.story.StoryClusterer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the issue of a date from the wire, once; compiling again changes nothing that a person touched. */
@Component
public class IssueCompiler {

    private static final Logger log = LoggerFactory.getLogger(IssueCompiler.class);

    /** So many stories are told, the others are one line each; so are opinions and live blogs. */
    private static final int TOLD = 16;

    /** A feed may show an item so long after the time that it gives it. */
    private static final Duration SHOWN_LATE = Duration.ofHours(1);

    /** Over days without an issue, in windows. */
    private static final int LONGEST_GAP = 3;

    private final ItemStore items;
    private final IssueStore issues;
    private final DraftStore drafts;
    private final StoryClusterer clusterer;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    IssueCompiler(
            ItemStore items,
            IssueStore issues,
            DraftStore drafts,
            StoryClusterer clusterer,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.items = items;
        this.issues = issues;
        this.drafts = drafts;
        this.clusterer = clusterer;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param changed false when the issue was left as it stands, because somebody has worked on it
     * @param fates how many items ended up where
     */
    public record Compiled(Issue issue, boolean changed, Map<Fate.Kind, Long> fates) {}

    public Compiled compile(Edition edition, LocalDate date) {
        Instant now = clock.instant();
        List<Item> window = items.between(edition, from(edition, date, now), now);
        return Objects.requireNonNull(transaction.execute(status -> compile(edition, date, window, now)));
    }

    /**
     * The window, or as far back as the last issue that went out was compiled, so that neither a late compile nor an item
     * that its feed showed late leaves a gap.
     */
    private Instant from(Edition edition, LocalDate date, Instant now) {
        Duration window = edition.timetable().window();
        Instant usual = now.minus(window);
        Instant earliest = now.minus(window.multipliedBy(LONGEST_GAP));
        return issues.compiledBefore(edition.slug(), date)
                .map(last -> last.minus(SHOWN_LATE))
                .filter(usual::isAfter)
                .map(start -> start.isAfter(earliest) ? start : earliest)
                .orElse(usual);
    }

    private Compiled compile(Edition edition, LocalDate date, List<Item> window, Instant now) {
        Issue issue = issues.claim(edition.slug(), date, now);
        boolean untouched =
                issue.revision() == 0 && (issue.status() == IssueStatus.THIN || issue.status() == IssueStatus.DRAFT);
        if (!untouched) {
            return new Compiled(issue, false, Map.of());
        }
        Draft draft = DraftCompiler.compile(
                clusterer, edition, window, drafts.printedBefore(edition.slug(), issue.id()), now);
        List<Long> stories = identities(edition, draft, now);
        drafts.replace(issue.id(), entries(edition, draft, stories), draft.fates(), stories);
        boolean enough = draft.printed() >= edition.timetable().minimumStories();
        IssueStatus next = enough ? IssueStatus.DRAFT : IssueStatus.THIN;
        issues.compiled(issue, next, (int) draft.printed(), now);
        // the timetable looks each minute whether a thin issue has grown
        boolean news = issue.status() != next || issue.stories() != draft.printed();
        if (news) {
            issues.move(issue, next, "compile", "compiled " + draft.printed() + " stories");
            log.info(
                    "compiled {}: {}, {} stories from {} items",
                    issue.label(),
                    next.label(),
                    draft.printed(),
                    window.size());
        }
        var fates =
                draft.fates().stream().collect(Collectors.groupingBy(Fate::kind, TreeMap::new, Collectors.counting()));
        return new Compiled(issues.get(issue.id()), true, fates);
    }

    private List<Long> identities(Edition edition, Draft draft, Instant now) {
        var stories = new ArrayList<Long>();
        var taken = new HashSet<Long>();
        for (Placed placed : draft.stories()) {
            List<Long> members = placed.story().items().stream().map(Item::id).toList();
            long story = drafts.identity(edition.slug(), members, taken, now);
            taken.add(story);
            stories.add(story);
        }
        return stories;
    }

    private static List<Entry> entries(Edition edition, Draft draft, List<Long> stories) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < draft.stories().size(); i++) {
            Placed placed = draft.stories().get(i);
            if (placed.printed()) {
                entries.add(entry(edition, i + 1, stories.get(i), placed));
            }
        }
        return entries;
    }

    private static Entry entry(Edition edition, int position, long story, Placed placed) {
        Item lead = placed.story().lead();
        Deck deck = Deck.of(placed.story(), edition.wording().language());
        return new Entry(
                position,
                story,
                placement(position, placed),
                placed.topic(),
                lead.title(),
                deck.text(),
                deck.outlet(),
                lead.link(),
                placed.story().byOutlet().stream()
                        .map(item -> new Outlet(item.outlet(), item.link()))
                        .toList(),
                placed.story().updated(),
                placed.story().stateOnly());
    }

    private static Placement placement(int position, Placed placed) {
        if (position == 1) {
            return Placement.LEAD;
        }
        return position <= TOLD && placed.story().isReport() ? Placement.SECTION : Placement.ALSO;
    }
}
