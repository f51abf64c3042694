package org.dailybriefing.story;

import java.util.Arrays;
import java.util.List;

/** Which items are alike, and how much: only the pairs worth a look are in it, all others count as not alike at all. */
final class SimilarityGraph {

    private final int[][] neighbours;
    private final double[][] similarities;
    private final int[] degrees;

    SimilarityGraph(int items) {
        neighbours = new int[items][4];
        similarities = new double[items][4];
        degrees = new int[items];
    }

    /**
     * The graph of some of the items alone, which are numbered anew.
     *
     * @param items ascending
     */
    SimilarityGraph among(List<Integer> items) {
        if (items.size() == size()) {
            return this;
        }
        var numbers = new int[size()];
        Arrays.fill(numbers, -1);
        for (int k = 0; k < items.size(); k++) {
            numbers[items.get(k)] = k;
        }
        var some = new SimilarityGraph(items.size());
        for (int j = 0; j < items.size(); j++) {
            int item = items.get(j);
            for (int n = 0; n < degrees[item]; n++) {
                int i = numbers[neighbours[item][n]];
                if (i >= 0 && i < j) {
                    some.add(i, j, similarities[item][n]);
                }
            }
        }
        return some;
    }

    int size() {
        return degrees.length;
    }

    /** Pairs must come in ascending order of {@code j}, and for one {@code j} of {@code i < j}: each row is then in order. */
    void add(int i, int j, double similarity) {
        append(i, j, similarity);
        append(j, i, similarity);
    }

    private void append(int from, int to, double similarity) {
        int degree = degrees[from]++;
        if (degree == neighbours[from].length) {
            neighbours[from] = Arrays.copyOf(neighbours[from], degree * 2);
            similarities[from] = Arrays.copyOf(similarities[from], degree * 2);
        }
        neighbours[from][degree] = to;
        similarities[from][degree] = similarity;
    }

    /** @return the items it is alike to, ascending */
    int[] neighbours(int item) {
        return Arrays.copyOf(neighbours[item], degrees[item]);
    }

    /** @return how much, in the order of {@link #neighbours} */
    double[] similarities(int item) {
        return Arrays.copyOf(similarities[item], degrees[item]);
    }

    /** @return 0 to 1 */
    double similarity(int i, int j) {
        int at = Arrays.binarySearch(neighbours[i], 0, degrees[i], j);
        return at < 0 ? 0 : similarities[i][at];
    }
}
