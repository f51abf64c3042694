package org.dailybriefing.story;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dailybriefing.feed.Item;

/**
 * Groups items that report one event: cosine of their TF-IDF vectors, damped by the time between them, average link. The
 * same items give the same stories in whatever order they come.
 */
public final class StoryClusterer {

    /** Cut of the tree; the best values measured lie between .20 and .28. */
    private static final double THRESHOLD = 0.24;

    /** Similarity falls to 1/e over this many hours; 24 to 72 measured alike. */
    private static final double DECAY_HOURS = 48;

    /** Further apart than this, two items are never one event, in hours. */
    private static final double MOST_HOURS = 96;

    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::published).thenComparing(Item::link).thenComparing(Item::outlet);

    private final TermVectors vectors = new TermVectors();

    /** @return stories, each with its items oldest first, in the order of their first items */
    public List<Story> cluster(List<Item> items) {
        List<Item> ordered = items.stream().sorted(ORDER).toList();
        double[][] similarity = similarity(ordered);
        double[][] kept = Arrays.stream(similarity).map(double[]::clone).toArray(double[][]::new);
        return AverageLink.cluster(similarity, THRESHOLD).stream()
                .map(members -> new Story(
                        ordered.get(LeadPicker.pick(ordered, members, kept)),
                        members.stream().map(ordered::get).toList()))
                .toList();
    }

    /** The story of items that belong together whatever their words say. */
    public Story story(List<Item> items) {
        List<Item> ordered = items.stream().sorted(ORDER).toList();
        List<Integer> members = IntStream.range(0, ordered.size()).boxed().toList();
        return new Story(ordered.get(LeadPicker.pick(ordered, members, similarity(ordered))), ordered);
    }

    private double[][] similarity(List<Item> items) {
        List<Map<String, Double>> terms = items.stream().map(vectors::vector).toList();
        var similarity = new double[items.size()][items.size()];
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                double hours =
                        Duration.between(items.get(i).published(), items.get(j).published())
                                        .toMinutes()
                                / 60.0;
                double value = hours > MOST_HOURS
                        ? 0
                        : TermVectors.cosine(terms.get(i), terms.get(j)) * Math.exp(-hours / DECAY_HOURS);
                similarity[i][j] = value;
                similarity[j][i] = value;
            }
        }
        return similarity;
    }
}
