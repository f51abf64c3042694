package org.dailybriefing.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dailybriefing.base.Settings;
import org.dailybriefing.feed.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Groups items that report one event: how alike they are in words, meaning and time ({@link Likeness}), joined by average link.
 * The same items give the same stories in whatever order they come.
 */
@Component
public final class StoryClusterer {

    /** Cut of the tree, 0 to 1. The best values measured lie between .26 and .28; a tenth less costs .016 of F1, a tenth more .011. */
    private static final double THRESHOLD = 0.27;

    /** The cut where words alone are compared; the best values lie between .09 and .10. */
    private static final double THRESHOLD_OF_WORDS = 0.095;

    private static final Comparator<Item> ORDER = Comparator.comparing(Item::published)
            .thenComparing(Item::link)
            .thenComparing(Item::outlet)
            .thenComparing(Item::title)
            .thenComparing(Item::summary)
            .thenComparing(Item::id);

    private final TermVectors terms = new TermVectors();
    private final Supplier<Optional<SentenceModel>> model;
    private @Nullable Optional<SentenceModel> opened;

    @Autowired
    StoryClusterer(Settings settings) {
        this(() -> settings.sentenceModel() ? MiniLm.open(settings.data().resolve("native")) : Optional.empty());
    }

    /** @param model opened at its first use: most runs of the program never need it */
    StoryClusterer(Supplier<Optional<SentenceModel>> model) {
        this.model = model;
    }

    /** @return stories, each with its items oldest first, in the order of their first items */
    public List<Story> cluster(List<Item> items, Theme theme) {
        return cluster(items, List.of(), theme);
    }

    /**
     * Stories of items, with what stands by: that makes no story, leads none and changes none, but joins the one whose event it
     * reports too.
     *
     * @return stories, each with its items oldest first, in the order of the first that does not only stand by
     */
    public List<Story> cluster(List<Item> items, List<Item> near, Theme theme) {
        var copies = new Copies(ordered(items, near));
        List<Item> ordered = copies.compared();
        SimilarityGraph graph = graph(ordered, theme);
        double threshold = comparison() == Comparison.MEANING ? THRESHOLD : THRESHOLD_OF_WORDS;
        List<Integer> own = indices(ordered, near, false);
        List<List<Integer>> stories = AverageLink.cluster(graph.among(own), threshold).stream()
                .map(members -> members.stream().map(own::get).toList())
                .toList();
        List<List<Integer>> joining = new Witnesses(graph, stories).joining(threshold);
        return IntStream.range(0, stories.size())
                .mapToObj(i -> story(ordered, stories.get(i), joining.get(i), graph))
                .map(story -> new Story(
                        story.lead(),
                        story.items().stream()
                                .flatMap(copies::with)
                                .sorted(ORDER)
                                .toList()))
                .toList();
    }

    /**
     * All of the items as one story, whatever they say.
     *
     * @param items one or more
     * @param near does not lead it
     */
    public Story story(List<Item> items, List<Item> near, Theme theme) {
        List<Item> ordered = ordered(items, near);
        return story(ordered, indices(ordered, near, false), indices(ordered, near, true), graph(ordered, theme));
    }

    private static List<Item> ordered(List<Item> items, List<Item> near) {
        return Stream.concat(items.stream(), near.stream()).sorted(ORDER).toList();
    }

    /** Of those near, or of the others. */
    private static List<Integer> indices(List<Item> ordered, List<Item> near, boolean wanted) {
        var there = new HashSet<>(near);
        return IntStream.range(0, ordered.size())
                .filter(i -> there.contains(ordered.get(i)) == wanted)
                .boxed()
                .toList();
    }

    private static Story story(List<Item> ordered, List<Integer> own, List<Integer> joining, SimilarityGraph graph) {
        return new Story(
                ordered.get(LeadPicker.pick(ordered, own, graph)),
                Stream.concat(own.stream(), joining.stream())
                        .sorted()
                        .map(ordered::get)
                        .toList());
    }

    /** @param ordered oldest first */
    SimilarityGraph graph(List<Item> ordered, Theme theme) {
        long[] minutes = ordered.stream()
                .map(Item::published)
                .mapToLong(Instant::getEpochSecond)
                .map(seconds -> seconds / 60)
                .toArray();
        SentenceVectors meanings = model().map(
                        sentences -> SentenceVectors.of(ordered, minutes, theme.subject(), sentences))
                .orElse(null);
        return new Likeness(terms.of(ordered, minutes, theme.names()), meanings, new Prior(ordered), minutes).graph();
    }

    /** What items are compared by on this machine, as it is set up. */
    public Comparison comparison() {
        return model().isPresent() ? Comparison.MEANING : Comparison.WORDS;
    }

    /** Has the language model read the items, so that clustering them will not have to wait for it. */
    public void prepare(List<Item> items, Theme theme) {
        model().ifPresent(sentences -> SentenceVectors.read(items, theme.subject(), sentences));
    }

    private synchronized Optional<SentenceModel> model() {
        if (opened == null) {
            opened = model.get();
        }
        return opened;
    }
}
