package org.dailybriefing.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Items that only stand by: they join the story whose event they report, and change none. An item joins if, with all items
 * taken together, it is in one cluster with items of a story; of several stories that whose items it is most like.
 */
final class Witnesses {

    private final SimilarityGraph graph;
    private final List<List<Integer>> stories;
    private final Map<Integer, Integer> storyOf = new HashMap<>();

    /** @param stories their members by index; all other items of the graph stand by */
    Witnesses(SimilarityGraph graph, List<List<Integer>> stories) {
        this.graph = graph;
        this.stories = stories;
        for (int story = 0; story < stories.size(); story++) {
            for (int member : stories.get(story)) {
                storyOf.put(member, story);
            }
        }
    }

    /** @return for each story the items that join it, ascending */
    List<List<Integer>> joining(double threshold) {
        List<List<Integer>> joining =
                stories.stream().<List<Integer>>map(story -> new ArrayList<>()).toList();
        if (storyOf.size() == graph.size()) {
            return joining;
        }
        for (List<Integer> cluster : AverageLink.cluster(graph, threshold)) {
            List<Integer> there = cluster.stream()
                    .filter(storyOf::containsKey)
                    .map(storyOf::get)
                    .distinct()
                    .sorted()
                    .toList();
            for (int item : cluster) {
                if (!storyOf.containsKey(item)) {
                    nearest(item, there).ifPresent(story -> joining.get(story).add(item));
                }
            }
        }
        joining.forEach(items -> items.sort(Comparator.naturalOrder()));
        return joining;
    }

    /** The earlier one in a tie. */
    private Optional<Integer> nearest(int item, List<Integer> candidates) {
        return IntStream.range(0, candidates.size())
                .boxed()
                .max(Comparator.comparingDouble((Integer i) -> likeness(item, candidates.get(i)))
                        .thenComparing(Comparator.reverseOrder()))
                .map(candidates::get);
    }

    private double likeness(int item, int story) {
        return stories.get(story).stream()
                .mapToDouble(member -> graph.similarity(item, member))
                .average()
                .orElse(0);
    }
}
