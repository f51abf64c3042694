package org.dailybriefing.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dailybriefing.feed.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index finds what comparing all pairs with all others finds, by the formula as it is written down. */
class LikenessTest {

    private static final List<String> WORDS =
            List.of("envoy", "border", "tanker", "prison", "grain", "bridge", "pilot", "winter", "harbour", "treaty");

    private final Stems stems = new Stems();
    private final Background background = new Background();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_index_finds_all_pairs_that_are_alike(int seed) {
        List<Item> items = items(new Random(seed));
        SimilarityGraph graph = Clusterers.OF_WORDS.graph(items, Clusterers.TALKS);

        for (int j = 0; j < items.size(); j++) {
            for (int i = 0; i < j; i++) {
                double likeness = likeness(items, i, j);
                if (likeness > 0.041) {
                    assertThat(graph.similarity(i, j)).isCloseTo(likeness, within(1e-3));
                } else if (likeness < 0.039) {
                    assertThat(graph.similarity(i, j)).isZero();
                }
                assertThat(graph.similarity(j, i)).isEqualTo(graph.similarity(i, j));
            }
        }
    }

    @Test
    void with_a_language_model_words_and_meaning_are_halves_of_a_point_on_an_s_curve() {
        List<Item> items = items(new Random(9));
        long[] minutes = items.stream()
                .mapToLong(item -> item.published().getEpochSecond() / 60)
                .toArray();
        List<TermVectors.Vector> vectors = new TermVectors().of(items, minutes, Clusterers.TALKS.names());
        SentenceVectors meanings =
                SentenceVectors.of(items, minutes, "Talks", text -> new float[] {text.hashCode() % 7, 1});

        SimilarityGraph graph = new Likeness(vectors, meanings, new Prior(items), minutes).graph();

        for (int j = 0; j < items.size(); j++) {
            for (int i = 0; i < j; i++) {
                double hours = hours(items.get(i), items.get(j));
                double words = hours > 96 ? 0 : cosine(vectors.get(i), vectors.get(j));
                double text = (words + meanings.cosine(i, j)) / 2;
                double likeness = words < 0.02 ? 0 : Math.exp(-hours / 48) / (1 + Math.exp((0.33 - text) * 10));
                if (likeness > 0.041) {
                    assertThat(graph.similarity(i, j)).isCloseTo(likeness, within(1e-3));
                } else if (likeness < 0.039) {
                    assertThat(graph.similarity(i, j)).isZero();
                }
            }
        }
    }

    private static double cosine(TermVectors.Vector a, TermVectors.Vector b) {
        double sum = 0;
        for (int k = 0; k < a.terms().length; k++) {
            int at = Arrays.binarySearch(b.terms(), a.terms()[k]);
            sum += at < 0 ? 0 : a.weights()[k] * b.weights()[at];
        }
        return sum;
    }

    /** Over eight days, so that a window holds only some of them. */
    private static List<Item> items(Random random) {
        return IntStream.range(0, 60)
                .mapToObj(i -> Reports.of(
                        "outlet " + i,
                        Instant.parse("2026-03-01T00:00:00Z")
                                .plusSeconds(60L * random.nextInt(8 * 24 * 60))
                                .toString(),
                        words(random, 4) + " " + i,
                        words(random, 6)))
                .sorted(Comparator.comparing(Item::published))
                .toList();
    }

    private final Map<Item, Set<String>> words = new HashMap<>();

    private static String words(Random random, int count) {
        return random.ints(count, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
    }

    private double likeness(List<Item> items, int i, int j) {
        double hours = hours(items.get(i), items.get(j));
        if (hours > 96) {
            return 0;
        }
        Map<String, Double> a = vector(items, items.get(i));
        Map<String, Double> b = vector(items, items.get(j));
        double cosine = a.keySet().stream()
                .mapToDouble(stem -> a.getOrDefault(stem, 0.0) * b.getOrDefault(stem, 0.0))
                .sum();
        return cosine < 0.02 ? 0 : cosine * Math.exp(-hours / 48);
    }

    private static double hours(Item a, Item b) {
        return Math.abs(a.published().getEpochSecond() - b.published().getEpochSecond()) / 3600.0;
    }

    private Map<String, Double> vector(List<Item> items, Item item) {
        List<Item> window = items.stream()
                .filter(other -> other != item && hours(item, other) <= 96)
                .toList();
        var counts = new HashMap<String, Integer>();
        stems.of(item.title()).forEach(stem -> counts.merge(stem, 2, Integer::sum));
        stems.of(item.summary()).forEach(stem -> counts.merge(stem, 1, Integer::sum));
        var vector = new HashMap<String, Double>();
        counts.forEach((stem, count) -> {
            long documents = window.stream().filter(other -> has(other, stem)).count();
            double idf = Math.log((window.size() + 100) / (documents + 100 * background.share(stem)));
            vector.put(stem, (1 + Math.log(count)) * idf);
        });
        double length =
                Math.sqrt(vector.values().stream().mapToDouble(w -> w * w).sum());
        vector.replaceAll((stem, weight) -> weight / length);
        return vector;
    }

    private boolean has(Item item, String stem) {
        return words.computeIfAbsent(item, this::all).contains(stem);
    }

    private Set<String> all(Item item) {
        var all = new HashSet<>(stems.of(item.title()));
        all.addAll(stems.of(item.summary()));
        return all;
    }
}
