package org.dailybriefing.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast way finds what the textbook's slow way finds. */
class AverageLinkTest {

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_finds_the_clusters_of_the_textbook(int seed) {
        var random = new Random(seed);
        double[][] similarity = matrix(random, 2 + seed % 24);
        double threshold = 0.3 + 0.4 * random.nextDouble();

        assertThat(AverageLink.cluster(graph(similarity), threshold)).isEqualTo(textbook(similarity, threshold));
    }

    /** Half of the seeds give near and far pairs, as news do, the others anything; a third of the pairs is missing. */
    private static double[][] matrix(Random random, int n) {
        var matrix = new double[n][n];
        int[] event = random.ints(n, 0, 1 + n / 3).toArray();
        boolean anything = random.nextBoolean();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double base = anything || event[i] == event[j] ? 0.4 : 0;
                boolean missing = base == 0 && random.nextInt(3) == 0;
                matrix[i][j] = missing ? 0 : base + 0.6 * random.nextDouble();
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    /** Joins the closest pair of clusters until none is close enough; each time all averages are made anew. */
    private static List<List<Integer>> textbook(double[][] similarity, double threshold) {
        var clusters = new ArrayList<List<Integer>>();
        IntStream.range(0, similarity.length).forEach(i -> clusters.add(new ArrayList<>(List.of(i))));
        while (true) {
            double best = -1;
            int into = 0;
            int from = 0;
            for (int i = 0; i < clusters.size(); i++) {
                for (int j = i + 1; j < clusters.size(); j++) {
                    double average = average(similarity, clusters.get(i), clusters.get(j));
                    if (average > best) {
                        best = average;
                        into = i;
                        from = j;
                    }
                }
            }
            if (best < threshold) {
                clusters.forEach(cluster -> cluster.sort(null));
                clusters.sort(Comparator.comparing(cluster -> cluster.get(0)));
                return clusters;
            }
            clusters.get(into).addAll(clusters.remove(from));
        }
    }

    private static double average(double[][] similarity, List<Integer> a, List<Integer> b) {
        return a.stream()
                .flatMapToDouble(i -> b.stream().mapToDouble(j -> similarity[i][j]))
                .average()
                .orElseThrow();
    }

    private static SimilarityGraph graph(double[][] matrix) {
        var graph = new SimilarityGraph(matrix.length);
        for (int j = 0; j < matrix.length; j++) {
            for (int i = 0; i < j; i++) {
                if (matrix[i][j] > 0) {
                    graph.add(i, j, matrix[i][j]);
                }
            }
        }
        return graph;
    }

    @Test
    void nothing_and_one_alone_are_no_trouble() {
        assertThat(AverageLink.cluster(new SimilarityGraph(0), 0.5)).isEmpty();
        assertThat(AverageLink.cluster(new SimilarityGraph(1), 0.5)).containsExactly(List.of(0));
    }

    @Test
    void a_pair_exactly_at_the_threshold_is_joined() {
        assertThat(AverageLink.cluster(graph(new double[][] {{0, 0.5}, {0.5, 0}}), 0.5))
                .containsExactly(List.of(0, 1));
    }

    @Test
    void a_chain_of_neighbours_is_not_one_cluster() {
        double[][] chain = {
            {0, 0.8, 0, 0},
            {0.8, 0, 0.7, 0},
            {0, 0.7, 0, 0.8},
            {0, 0, 0.8, 0}
        };

        assertThat(AverageLink.cluster(graph(chain), 0.5)).containsExactly(List.of(0, 1), List.of(2, 3));
    }
}
