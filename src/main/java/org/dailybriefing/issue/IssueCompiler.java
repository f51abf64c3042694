package org.dailybriefing.issue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.PictureProbe;
import org.dailybriefing.feed.WireStore;
import org.dailybriefing.story.StoryClusterer;
import org.dailybriefing.story.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the issue of a date from the wire, once; compiling again changes nothing that a person touched. */
@Component
public class IssueCompiler {

    private static final Logger log = LoggerFactory.getLogger(IssueCompiler.class);

    /** A feed may show an item so long after the time that it gives it. */
    private static final Duration SHOWN_LATE = Duration.ofHours(1);

    /** Over days without an issue, in windows. */
    private static final int LONGEST_GAP = 3;

    private final StoryClusterer clusterer;
    private final WireStore wire;
    private final MaterialStore material;
    private final IssueStore issues;
    private final CompileStore compiles;
    private final DraftStore drafts;
    private final StoryStore stories;
    private final CorrectionStore corrections;
    private final PictureProbe probe;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    IssueCompiler(
            StoryClusterer clusterer,
            WireStore wire,
            MaterialStore material,
            IssueStore issues,
            CompileStore compiles,
            DraftStore drafts,
            StoryStore stories,
            CorrectionStore corrections,
            PictureProbe probe,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.clusterer = clusterer;
        this.wire = wire;
        this.material = material;
        this.issues = issues;
        this.compiles = compiles;
        this.drafts = drafts;
        this.stories = stories;
        this.corrections = corrections;
        this.probe = probe;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param changed false when the issue was left as it stands, because somebody has worked on it
     * @param fates how many items ended up where
     * @param unseen addresses of pictures that the lead could have, if they were looked at
     */
    public record Compiled(Issue issue, boolean changed, Map<Fate.Kind, Long> fates, List<String> unseen) {

        /** Pictures that are looked at later are not news to an issue that is made again from what it was made of. */
        Compiled asItIs() {
            return new Compiled(issue, changed, fates, List.of());
        }

        static Compiled left(Issue issue) {
            return new Compiled(issue, false, Map.of(), List.of());
        }
    }

    public Compiled compile(Edition edition, LocalDate date) {
        prepare(edition, date);
        return illustrated(edition, date, claimed(edition, date, this::isUntouched));
    }

    /**
     * Looks at pictures that the lead could have, and compiles again if one can be printed: what a compile prints is what was
     * known when it began. Takes its time, so call it when the store is not locked.
     */
    Compiled illustrated(Edition edition, LocalDate date, Compiled made) {
        return probe.look(made.unseen()) ? claimed(edition, date, issue -> issue.equals(made.issue())) : made;
    }

    /** Has the language model read what is there before the store is locked: it takes its time, and nobody could write. */
    void prepare(Edition edition, LocalDate date) {
        Instant now = clock.instant();
        var window = new Window(from(edition, date, now), now);
        clusterer.prepare(DraftCompiler.read(edition, material.items(edition, window)), Theme.of(edition));
    }

    /** @param free whether the issue may be compiled */
    private Compiled claimed(Edition edition, LocalDate date, Predicate<Issue> free) {
        return Objects.requireNonNull(transaction.execute(status -> {
            wire.close();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Issue issue = compiles.claim(edition.slug(), date, now);
            return free.test(issue)
                    ? compile(edition, issue, new Window(from(edition, date, now), now))
                    : Compiled.left(issue);
        }));
    }

    /**
     * Brings corrections into the issue of a date, if there is one that can still change. One that nobody has worked on is
     * compiled anew; another is made again from what it was made of, so that nothing changes but what was corrected.
     */
    public Optional<Compiled> correct(Edition edition, LocalDate date) {
        return Objects.requireNonNull(transaction.execute(status -> issues.find(edition.slug(), date)
                .map(found -> {
                    Issue issue = compiles.claim(edition.slug(), date, found.compiled());
                    if (isUntouched(issue)) {
                        return claimed(edition, date, this::isUntouched);
                    }
                    Optional<Window> window = issue.status().isOpen()
                            ? compiles.made(issue).map(CompileStore.Made::window)
                            : Optional.empty();
                    if (window.isEmpty()) {
                        return Compiled.left(issue);
                    }
                    compiles.touch(issue);
                    return compile(edition, issue, window.get()).asItIs();
                })));
    }

    /** An issue of the past stands once a later one has been compiled, which knows what it told. */
    private boolean isUntouched(Issue issue) {
        // what was written into one that is too thin to go out stays in it when it grows
        return (issue.status() == IssueStatus.THIN || issue.status() == IssueStatus.DRAFT && issue.revision() == 0)
                && !compiles.hasLater(issue);
    }

    /**
     * The window, or as far back as the last issue that went out was compiled, so that neither a late compile nor an item
     * that its feed showed late leaves a gap. What an earlier compile of the issue had stays in it.
     */
    private Instant from(Edition edition, LocalDate date, Instant now) {
        Instant from = fromNow(edition, date, now);
        return issues.find(edition.slug(), date)
                .flatMap(compiles::made)
                .map(made -> made.window().from())
                .filter(from::isAfter)
                .orElse(from);
    }

    private Instant fromNow(Edition edition, LocalDate date, Instant now) {
        Duration window = edition.timetable().window();
        Instant usual = now.minus(window);
        Instant earliest = now.minus(window.multipliedBy(LONGEST_GAP));
        return compiles.compiledBefore(edition.slug(), date)
                .map(last -> last.minus(SHOWN_LATE))
                .filter(usual::isAfter)
                .map(start -> start.isAfter(earliest) ? start : earliest)
                .orElse(usual);
    }

    private Compiled compile(Edition edition, Issue issue, Window window) {
        long lastCorrection = corrections.last(edition.slug());
        Material known = material.read(edition, issue, window, lastCorrection);
        Draft draft = numbered(issue, DraftCompiler.compile(clusterer, edition, known), window.to());
        drafts.replace(issue.id(), EntryWriter.entries(edition, draft, known.looks()), draft.fates());
        int printed = (int) draft.printed();
        IssueStatus next = next(edition, issue, printed);
        compiles.compiled(issue, next, printed, new CompileStore.Made(window, lastCorrection, clusterer.comparison()));
        // the timetable looks each minute whether a thin issue has grown
        if (issue.status() != next || issue.stories() != printed) {
            if (issue.status() != IssueStatus.HELD) {
                issues.move(issue, next, "compile", "compiled " + printed + " stories");
            }
            log.info(
                    "compiled {}: {}, {} stories from {} items",
                    issue.label(),
                    next.label(),
                    printed,
                    draft.window().size());
        }
        var fates =
                draft.fates().stream().collect(Collectors.groupingBy(Fate::kind, TreeMap::new, Collectors.counting()));
        List<String> unseen = new LeadPicture(draft.stories(), known.looks()).unseen();
        return new Compiled(issues.get(issue.id()), true, fates, unseen);
    }

    private static IssueStatus next(Edition edition, Issue issue, int printed) {
        if (issue.status() == IssueStatus.HELD) {
            return IssueStatus.HELD;
        }
        return printed >= edition.timetable().minimumStories() ? IssueStatus.DRAFT : IssueStatus.THIN;
    }

    private Draft numbered(Issue issue, Draft draft, Instant now) {
        var numbers = new HashMap<Long, Long>();
        draft.fresh().forEach(story -> numbers.put(story, stories.add(issue.edition(), now)));
        return draft.numbered(story -> numbers.getOrDefault(story, story));
    }
}
