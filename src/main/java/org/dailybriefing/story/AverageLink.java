package org.dailybriefing.story;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Agglomerative clustering by average link (UPGMA), cut at a similarity. Nearest-neighbour chains find the same tree as
 * the textbook's search for the closest pair, in quadratic time (Murtagh 1983; Müllner 2011, "Modern hierarchical,
 * agglomerative clustering algorithms").
 */
final class AverageLink {

    private AverageLink() {}

    /**
     * @param similarity symmetric, 0 to 1; it is overwritten
     * @param threshold merges below it are not made
     * @return the members of each cluster by their index, ascending, clusters by their first member
     */
    static List<List<Integer>> cluster(double[][] similarity, double threshold) {
        int n = similarity.length;
        int[] size = IntStream.range(0, n).map(i -> 1).toArray();
        int[] root = IntStream.range(0, n).toArray();
        var chain = new ArrayList<Integer>();
        for (int merges = 0; merges < n - 1; ) {
            if (chain.isEmpty()) {
                chain.add(firstAlive(size));
            }
            int last = chain.get(chain.size() - 1);
            int before = chain.size() > 1 ? chain.get(chain.size() - 2) : -1;
            int nearest = nearest(similarity[last], size, last, before);
            if (nearest != before) {
                chain.add(nearest);
                continue;
            }
            chain.remove(chain.size() - 1);
            chain.remove(chain.size() - 1);
            int into = Math.min(last, before);
            int from = Math.max(last, before);
            if (similarity[into][from] >= threshold) {
                root[find(root, from)] = find(root, into);
            }
            join(similarity, size, into, from);
            merges++;
        }
        return groups(root);
    }

    private static int firstAlive(int[] size) {
        return IntStream.range(0, size.length)
                .filter(i -> size[i] > 0)
                .findFirst()
                .orElseThrow();
    }

    /** In a tie the one before in the chain, else the lowest index: that ends the chain, and makes the result one. */
    private static int nearest(double[] row, int[] size, int self, int before) {
        int best = before;
        for (int i = 0; i < row.length; i++) {
            if (i != self && size[i] > 0 && (best < 0 || row[i] > row[best])) {
                best = i;
            }
        }
        return best;
    }

    private static void join(double[][] similarity, int[] size, int into, int from) {
        int total = size[into] + size[from];
        for (int k = 0; k < size.length; k++) {
            if (size[k] > 0 && k != into && k != from) {
                double average = (size[into] * similarity[into][k] + size[from] * similarity[from][k]) / total;
                similarity[into][k] = average;
                similarity[k][into] = average;
            }
        }
        size[into] = total;
        size[from] = 0;
    }

    private static int find(int[] root, int i) {
        return root[i] == i ? i : find(root, root[i]);
    }

    private static List<List<Integer>> groups(int[] root) {
        var groups = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < root.length; i++) {
            groups.computeIfAbsent(find(root, i), first -> new ArrayList<>()).add(i);
        }
        return List.copyOf(groups.values());
    }
}
