package org.dailybriefing.issue;

import static org.dailybriefing.issue.KnownStories.numbers;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Topic;
import org.dailybriefing.issue.Correction.Verb;
import org.dailybriefing.issue.IssueCompiler.Compiled;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what editors put right, and brings it into today's issue at once. Refused, with nothing changed, while that is
 * approved: its text is frozen.
 */
@Component
public class Correcting {

    private static final Logger log = LoggerFactory.getLogger(Correcting.class);

    private final CorrectionStore corrections;
    private final StoryStore store;
    private final KnownStories.Reader known;
    private final IssueStore issues;
    private final IssueCompiler compiler;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Correcting(
            CorrectionStore corrections,
            StoryStore store,
            KnownStories.Reader known,
            IssueStore issues,
            IssueCompiler compiler,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.corrections = corrections;
        this.store = store;
        this.known = known;
        this.issues = issues;
        this.compiler = compiler;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param compiled today's issue after it, if there is one */
    public record Corrected(Correction correction, Optional<Compiled> compiled) {}

    /**
     * The first story takes in the others.
     *
     * @throws Refusal if there are fewer than two, or one of them is not a story of the edition
     */
    public Corrected merge(Edition edition, List<Long> given, String who) {
        return correct(edition, () -> {
            KnownStories stories = known.read(edition.slug());
            Set<Long> wanted = new LinkedHashSet<>(given);
            wanted.forEach(stories::requireKept);
            if (wanted.size() < 2) {
                throw new Refusal("A merge takes two stories or more, and " + numbers(wanted) + " is one; "
                        + stories.offer() + ".");
            }
            long into = given.get(0);
            wanted.remove(into);
            return correction(Verb.MERGE, who, into, null, null, stories.joining(wanted, into));
        });
    }

    /**
     * The items become a story of their own.
     *
     * @throws Refusal if one of them is not in the story, or none would be left in it
     */
    public Corrected split(Edition edition, long story, List<Long> given, String who) {
        return correct(edition, () -> {
            KnownStories stories = known.read(edition.slug());
            List<Long> items = stories.require(story);
            for (Long item : given) {
                if (!items.contains(item)) {
                    throw new Refusal("Story " + story + " has no item " + item + "; it has " + numbers(items) + ".");
                }
            }
            if (given.containsAll(items)) {
                throw new Refusal("Story " + story + " has no items but " + numbers(items)
                        + "; a split must leave it at least one.");
            }
            long own = store.add(edition.slug(), clock.instant());
            return correction(Verb.SPLIT, who, story, null, null, stories.parting(story, given, own));
        });
    }

    /** @throws Refusal if there is no such topic or story */
    public Corrected move(Edition edition, long story, String topic, String who) {
        return correct(edition, () -> {
            known.read(edition.slug()).require(story);
            List<String> slugs = edition.topics().stream().map(Topic::slug).toList();
            if (!slugs.contains(topic)) {
                throw new Refusal("There is no topic \"" + topic + "\"; " + edition.slug() + " has "
                        + String.join(", ", slugs) + ".");
            }
            return correction(Verb.MOVE, who, story, topic, null, List.of());
        });
    }

    /** Keeps the story out, also when it goes on. */
    public Corrected drop(Edition edition, long story, String who) {
        return correct(edition, () -> {
            return correction(
                    Verb.DROP,
                    who,
                    story,
                    null,
                    null,
                    known.read(edition.slug()).staying(story));
        });
    }

    /**
     * Takes a correction back; an undo may be taken back too.
     *
     * @throws Refusal if there is none with that number, or it was taken back before
     */
    public Corrected undo(Edition edition, long number, String who) {
        return correct(edition, () -> {
            List<Listed> all = list(edition);
            Listed wanted = all.stream()
                    .filter(listed -> listed.correction().id() == number)
                    .findFirst()
                    .orElseThrow(() -> new Refusal("There is no correction " + number + "; " + edition.slug() + " has "
                            + numbered(all) + "."));
            if (!wanted.inForce()) {
                throw new Refusal("Correction " + number + " was taken back before; corrections lists them all.");
            }
            return correction(Verb.UNDO, who, null, null, number, List.of());
        });
    }

    private static String numbered(List<Listed> all) {
        return all.isEmpty()
                ? "none"
                : numbers(all.stream().map(listed -> listed.correction().id()).toList());
    }

    /** @param inForce false when it was taken back */
    public record Listed(Correction correction, boolean inForce) {}

    /** All of an edition, in the order in which they were made. */
    public List<Listed> list(Edition edition) {
        List<Correction> all = corrections.all(edition.slug());
        Set<Long> undone = Corrections.undone(all);
        return all.stream()
                .map(correction -> new Listed(correction, !undone.contains(correction.id())))
                .toList();
    }

    private Corrected correct(Edition edition, Supplier<Correction> wanted) {
        LocalDate today = edition.timetable().date(clock.instant());
        compiler.prepare(edition, today);
        Corrected made = Objects.requireNonNull(transaction.execute(status -> {
            corrections.alone();
            issues.find(edition.slug(), today)
                    .filter(issue -> issue.status() == IssueStatus.APPROVED)
                    .ifPresent(issue -> {
                        throw new Refusal(
                                "The issue " + issue.label() + " is approved; reopen it before you correct it.");
                    });
            Correction correction = corrections.add(edition.slug(), wanted.get());
            log.info(
                    "correction {} of {} by {}: {}",
                    correction.id(),
                    edition.slug(),
                    correction.who(),
                    correction.what());
            return new Corrected(correction, compiler.correct(edition, today));
        }));
        return new Corrected(
                made.correction(), made.compiled().map(compiled -> compiler.illustrated(edition, today, compiled)));
    }

    private Correction correction(
            Verb verb,
            String who,
            @Nullable Long story,
            @Nullable String topic,
            @Nullable Long undone,
            List<Correction.Pin> pins) {
        Instant now = clock.instant();
        return new Correction(0, now, who, verb, story, topic, undone, pins);
    }
}
