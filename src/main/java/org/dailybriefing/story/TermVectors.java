package org.dailybriefing.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dailybriefing.feed.Item;

/**
 * Items as unit vectors of TF-IDF weights (Salton and Buckley 1988) over stems: {@code (1 + ln tf) · idf}, the title counted
 * twice. What the news of the same days are full of says little about which event an item tells. So a stem's share of
 * documents is that of the other items in the window around the item, smoothed by its share of all news as a Dirichlet prior
 * (Zhai and Lafferty 2004): {@code idf = ln((n + μ) / (df + μ · share))} for the {@code df} of {@code n} others that have it.
 */
final class TermVectors {

    /** μ: as many items' worth of all news, 1 to 1,000; 50 to 200 measured alike. */
    private static final double PRIOR = 100;

    private static final int TITLE_COUNTS = 2;

    /** @param terms numbers of stems, ascending, with the weight of each */
    record Vector(int[] terms, float[] weights) {}

    private final Stems stems = new Stems();
    private final Background background = new Background();

    /**
     * @param items oldest first
     * @param minutes when they were published
     * @param names gives the names in a text one spelling each
     */
    List<Vector> of(List<Item> items, long[] minutes, UnaryOperator<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Vector> counts =
                items.stream().map(item -> counts(item, numbers, names)).toList();
        var shares = new double[numbers.size()];
        numbers.forEach((stem, number) -> shares[number] = background.share(stem));
        weigh(counts, minutes, shares);
        return counts;
    }

    private Vector counts(Item item, Map<String, Integer> numbers, UnaryOperator<String> names) {
        var counts = new TreeMap<Integer, Integer>();
        for (String stem : stems.of(names.apply(item.title()))) {
            counts.merge(numbers.computeIfAbsent(stem, s -> numbers.size()), TITLE_COUNTS, Integer::sum);
        }
        for (String stem : stems.of(names.apply(item.body()))) {
            counts.merge(numbers.computeIfAbsent(stem, s -> numbers.size()), 1, Integer::sum);
        }
        var vector = new Vector(new int[counts.size()], new float[counts.size()]);
        int i = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            vector.terms[i] = count.getKey();
            vector.weights[i++] = (float) (1 + Math.log(count.getValue()));
        }
        return vector;
    }

    private static void weigh(List<Vector> vectors, long[] minutes, double[] shares) {
        var documents = new int[shares.length];
        var items = new int[1];
        NewsWindow.slide(
                minutes,
                entering -> items[0] += count(vectors.get(entering), documents, 1),
                leaving -> items[0] += count(vectors.get(leaving), documents, -1),
                i -> weigh(vectors.get(i), documents, items[0], shares));
    }

    private static int count(Vector vector, int[] documents, int change) {
        for (int term : vector.terms) {
            documents[term] += change;
        }
        return change;
    }

    private static void weigh(Vector vector, int[] documents, int items, double[] shares) {
        double square = 0;
        for (int i = 0; i < vector.terms.length; i++) {
            int term = vector.terms[i];
            double idf = Math.log((items - 1 + PRIOR) / (documents[term] - 1 + PRIOR * shares[term]));
            vector.weights[i] *= (float) idf;
            square += vector.weights[i] * vector.weights[i];
        }
        for (int i = 0; i < vector.weights.length; i++) {
            vector.weights[i] /= (float) Math.sqrt(square);
        }
    }
}
