package org.dailybriefing.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dailybriefing.beat.BeatJudge;
import org.dailybriefing.beat.Names;
import org.dailybriefing.beat.Verdict;
import org.dailybriefing.beat.Verdict.Kind;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.Item;
import org.dailybriefing.issue.Draft.Placed;
import org.dailybriefing.story.Story;
import org.dailybriefing.story.StoryClusterer;
import org.dailybriefing.topic.TopicPicker;
import org.jspecify.annotations.Nullable;

/** From the items of a window to a draft: what is on the beat, as stories, under topics, by importance. No side effects. */
final class DraftCompiler {

    /** More stories than this are not read in a day. */
    private static final int MOST_STORIES = 60;

    /** An opinion or a live blog alone stands behind all news of the day that has one outlet. */
    private static final double NO_REPORT = 5;

    private DraftCompiler() {}

    /**
     * @param items each in the window, in any order
     * @param printedBefore ids of those that earlier issues have printed
     */
    static Draft compile(
            StoryClusterer clusterer, Edition edition, List<Item> items, Set<Long> printedBefore, Instant now) {
        var judge = new BeatJudge(edition);
        var verdicts = new HashMap<Item, Verdict>();
        items.forEach(item -> verdicts.put(item, judge.judge(item)));
        List<Item> fresh = items.stream()
                .filter(item -> verdict(verdicts, item).kind() == Kind.ON)
                .filter(item -> !printedBefore.contains(item.id()))
                .toList();
        List<Placed> stories = place(edition, clusterer.cluster(fresh, Names.of(edition)::unify), now);
        return new Draft(stories, fates(items, verdicts, stories));
    }

    private static List<Placed> place(Edition edition, List<Story> stories, Instant now) {
        var topics = new TopicPicker(edition);
        List<Story> ordered = stories.stream()
                .sorted(Comparator.comparingDouble((Story story) -> -importance(story, now))
                        .thenComparing(story -> story.lead().link()))
                .toList();
        var placed = new ArrayList<Placed>();
        for (Story story : ordered) {
            placed.add(new Placed(story, topics.pick(story.items()).topic(), placed.size() < MOST_STORIES));
        }
        return placed;
    }

    /** Outlets known to be no state's count twice; half a day takes as much as one of them adds; reports go first. */
    private static double importance(Story story, Instant now) {
        double outlets = story.byOutlet().stream()
                .mapToDouble(item -> item.ownership().isIndependent() ? 2 : 1)
                .sum();
        double hours = Duration.between(story.updated(), now).toMinutes() / 60.0;
        return outlets - hours / 6 - (story.isReport() ? 0 : NO_REPORT);
    }

    private static List<Fate> fates(List<Item> items, Map<Item, Verdict> verdicts, List<Placed> stories) {
        var indexes = new HashMap<Item, Integer>();
        for (int i = 0; i < stories.size(); i++) {
            for (Item item : stories.get(i).story().items()) {
                indexes.put(item, i);
            }
        }
        return items.stream()
                .map(item -> {
                    Integer index = indexes.get(item);
                    Verdict verdict = verdict(verdicts, item);
                    return new Fate(
                            item, kind(item, verdict, index == null ? null : stories.get(index)), verdict, index);
                })
                .toList();
    }

    private static Fate.Kind kind(Item item, Verdict verdict, @Nullable Placed placed) {
        if (placed != null) {
            if (!placed.printed()) {
                return Fate.Kind.BELOW_CUT;
            }
            return placed.story().lead().equals(item) ? Fate.Kind.LEADS : Fate.Kind.MERGED;
        }
        return switch (verdict.kind()) {
            case OFF -> Fate.Kind.OFF;
            case EDGE -> Fate.Kind.EDGE;
            case ON -> Fate.Kind.PRINTED_BEFORE;
        };
    }

    private static Verdict verdict(Map<Item, Verdict> verdicts, Item item) {
        return Objects.requireNonNull(verdicts.get(item));
    }
}
