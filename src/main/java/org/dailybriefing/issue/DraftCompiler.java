package org.dailybriefing.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dailybriefing.beat.BeatJudge;
import org.dailybriefing.beat.Verdict;
import org.dailybriefing.beat.Verdict.Kind;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.Item;
import org.dailybriefing.issue.Draft.Placed;
import org.dailybriefing.story.Story;
import org.dailybriefing.story.StoryClusterer;
import org.dailybriefing.story.Theme;
import org.dailybriefing.topic.Choice;
import org.dailybriefing.topic.TopicPicker;
import org.jspecify.annotations.Nullable;

/**
 * From the items of some days to a draft: what is on the beat, as stories that may have begun before the window, with what
 * editors have corrected, less what was told before; under topics, by importance. What is close to the beat makes no story and
 * leads none, but where it tells the event of one it is one more outlet's word for it. No side effects.
 */
final class DraftCompiler {

    /** More stories than this are not read in a day. */
    private static final int MOST_STORIES = 60;

    private final StoryClusterer clusterer;
    private final Edition edition;
    private final Material material;
    private final Theme theme;
    private final TopicPicker topics;
    private final Map<Long, Verdict> verdicts = new HashMap<>();
    private final Map<Long, Long> clusters = new HashMap<>();
    private final Map<Long, Place> places = new HashMap<>();

    /** Where an item of a story ended up. */
    private record Place(
            Fate.Kind kind, long story, @Nullable String reason) {}

    private DraftCompiler(StoryClusterer clusterer, Edition edition, Material material) {
        this.clusterer = clusterer;
        this.edition = edition;
        this.material = material;
        theme = Theme.of(edition);
        topics = new TopicPicker(edition);
    }

    static Draft compile(StoryClusterer clusterer, Edition edition, Material material) {
        return new DraftCompiler(clusterer, edition, material).compile();
    }

    /** Of the items those that stories are made of, or could be. */
    static List<Item> read(Edition edition, List<Item> items) {
        var judge = new BeatJudge(edition);
        return items.stream()
                .filter(item -> judge.judge(item).kind() != Kind.OFF && judge.isReadable(item))
                .toList();
    }

    private Draft compile() {
        var judge = new BeatJudge(edition);
        material.items().forEach(item -> verdicts.put(item.id(), judge.judge(item)));
        List<Item> onBeat = material.items().stream().filter(this::isOnBeat).toList();
        List<Item> near = material.items().stream()
                .filter(item -> verdict(item).kind() == Kind.EDGE && judge.isReadable(item))
                .toList();
        List<Cluster> found =
                Identities.of(clusterer.cluster(onBeat, near, theme), material.past(), material.corrections());
        found.forEach(cluster -> cluster.items().forEach(item -> clusters.put(item.id(), cluster.story())));

        var told = new ArrayList<Placed>();
        for (Cluster story : material.corrections()
                .applied(withPinned(found, near), material.past().origins())) {
            List<Item> fresh = fresh(story);
            if (!fresh.isEmpty()) {
                told.add(placed(story.story(), story(fresh)));
            }
        }
        List<Placed> ordered = cut(told);
        ordered.forEach(this::take);
        List<Item> window = material.inWindow();
        return new Draft(window, ordered, window.stream().map(this::fate).toList());
    }

    /** What editors have put into a story stays in it, also when nothing joins it there by itself any more. */
    private List<Cluster> withPinned(List<Cluster> found, List<Item> near) {
        var all = new ArrayList<>(found);
        for (Item item : near) {
            if (!clusters.containsKey(item.id())) {
                material.corrections().pinned(item.id()).ifPresent(story -> all.add(new Cluster(story, List.of(item))));
            }
        }
        return all;
    }

    private Story story(List<Item> fresh) {
        Map<Boolean, List<Item>> items = fresh.stream().collect(Collectors.partitioningBy(this::isOnBeat));
        return clusterer.story(
                Objects.requireNonNull(items.get(true)), Objects.requireNonNull(items.get(false)), theme);
    }

    /** The story's items that are to be told, none if it is not; the others in the window get their place at once. */
    private List<Item> fresh(Cluster story) {
        List<Item> window = story.items().stream().filter(material::isInWindow).toList();
        var dropped = material.corrections().dropped(story.story());
        if (dropped.isPresent()) {
            window.forEach(item -> place(
                    item,
                    Fate.Kind.DROPPED,
                    story.story(),
                    "dropped by " + dropped.get().who()));
            return List.of();
        }
        Past past = material.past();
        List<Item> fresh = window.stream()
                .filter(item -> !past.printedItems().contains(item.id()))
                .toList();
        boolean hasLead = fresh.stream().anyMatch(this::isOnBeat);
        long told = told(story);
        if (hasLead || told > 0 || fresh.size() < window.size()) {
            window.forEach(item -> place(item, Fate.Kind.PRINTED_BEFORE, story.story(), null));
        }
        return hasLead && outlets(fresh) > told ? fresh : List.of();
    }

    /**
     * How many outlets readers have heard of it: as the story that it is, or as those that its items were told in. What editors
     * have split off was told under a headline of its own only as itself.
     */
    private long told(Cluster story) {
        long asItself = material.past().printedOutlets().getOrDefault(story.story(), 0);
        if (material.corrections().isSplitOff(story.story())) {
            return asItself;
        }
        List<Item> printed = story.items().stream()
                .filter(item -> material.past().printedItems().contains(item.id()))
                .toList();
        return Math.max(asItself, outlets(printed));
    }

    private static long outlets(List<Item> items) {
        return items.stream().map(Item::outlet).distinct().count();
    }

    private Placed placed(long id, Story story) {
        var moved = material.corrections().moved(id);
        Choice choice = moved.filter(correction ->
                        edition.topics().stream().anyMatch(topic -> topic.slug().equals(correction.topic())))
                .map(correction ->
                        new Choice(Objects.requireNonNull(correction.topic()), "moved by " + correction.who()))
                .orElseGet(() -> topics.pick(story.items()));
        return new Placed(
                id,
                story,
                choice.topic(),
                choice.reason(),
                Importance.of(
                        story,
                        edition.topic(choice.topic()).weight(),
                        material.window().to()),
                false);
    }

    private static List<Placed> cut(List<Placed> told) {
        List<Placed> ordered = told.stream()
                .sorted(Comparator.comparingDouble(
                                (Placed placed) -> -placed.importance().score())
                        .thenComparing(placed -> placed.story().lead().link()))
                .toList();
        return IntStream.range(0, ordered.size())
                .mapToObj(i -> ordered.get(i).printed(i < MOST_STORIES))
                .toList();
    }

    private void take(Placed placed) {
        Item lead = placed.story().lead();
        for (Item item : placed.story().items()) {
            Fate.Kind printed = item.equals(lead) ? Fate.Kind.LEADS : Fate.Kind.MERGED;
            place(item, placed.printed() ? printed : Fate.Kind.BELOW_CUT, placed.id(), null);
        }
    }

    private void place(Item item, Fate.Kind kind, long story, @Nullable String reason) {
        places.put(item.id(), new Place(kind, story, reason));
    }

    private Fate fate(Item item) {
        Verdict verdict = verdict(item);
        Place place = places.get(item.id());
        if (place == null) {
            return alone(item, verdict);
        }
        return new Fate(
                item,
                place.kind(),
                verdict,
                Objects.requireNonNullElse(place.reason(), verdict.reason()),
                place.story(),
                clusters.getOrDefault(item.id(), place.story()));
    }

    private static Fate alone(Item item, Verdict verdict) {
        Fate.Kind kind = switch (verdict.kind()) {
            case EDGE -> Fate.Kind.EDGE;
            case OFF -> Fate.Kind.OFF;
            case ON -> throw new IllegalStateException("item " + item.id() + " is on the beat and in no story");
        };
        return new Fate(item, kind, verdict, verdict.reason(), null, null);
    }

    private boolean isOnBeat(Item item) {
        return verdict(item).kind() == Kind.ON;
    }

    private Verdict verdict(Item item) {
        return Objects.requireNonNull(verdicts.get(item.id()));
    }
}
