package org.dailybriefing.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Agglomerative clustering by average link (UPGMA; Sokal and Michener 1958), cut at a similarity, on a sparse graph: pairs that
 * it lacks have similarity 0. Chains of nearest neighbours find the same clusters as the textbook's search for the closest pair
 * (Murtagh 1983; Müllner 2011, "Modern hierarchical, agglomerative clustering algorithms"), and since a merge never brings
 * clusters closer to a third, a cluster whose nearest neighbour is below the cut is done.
 */
final class AverageLink {

    private final double threshold;
    private final int[] size;
    private final int[] root;
    private final Row[] rows;

    private AverageLink(SimilarityGraph graph, double threshold) {
        this.threshold = threshold;
        size = IntStream.range(0, graph.size()).map(i -> 1).toArray();
        root = IntStream.range(0, graph.size()).toArray();
        rows = new Row[graph.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(graph.neighbours(i), graph.similarities(i));
        }
    }

    /**
     * @param threshold above 0, up to 1; merges below it are not made
     * @return the members of each cluster by their index, ascending, clusters by their first member
     */
    static List<List<Integer>> cluster(SimilarityGraph graph, double threshold) {
        var clusters = new AverageLink(graph, threshold);
        for (int i = 0; i < graph.size(); i++) {
            clusters.follow(i);
        }
        return clusters.groups();
    }

    /** Follows nearest neighbours from a cluster, joining those that are each other's, until the chain is used up. */
    private void follow(int start) {
        Deque<Integer> chain = new ArrayDeque<>();
        while (!chain.isEmpty() || isOpen(start)) {
            if (chain.isEmpty()) {
                chain.push(start);
            }
            int last = chain.pop();
            int before = chain.isEmpty() ? -1 : chain.peek();
            int nearest = rows[last].nearest(size[last], size, before);
            if (nearest < 0 || average(last, nearest) < threshold) {
                close(last);
            } else if (nearest == before) {
                chain.pop();
                join(Math.min(last, before), Math.max(last, before));
            } else {
                chain.push(last);
                chain.push(nearest);
            }
        }
    }

    private boolean isOpen(int cluster) {
        return size[cluster] > 0 && rows[cluster].size() > 0;
    }

    private double average(int a, int b) {
        return rows[a].sum(b) / ((double) size[a] * size[b]);
    }

    /** Nobody can come close enough to it any more. */
    private void close(int cluster) {
        for (int neighbour : rows[cluster].clusters()) {
            rows[neighbour].remove(cluster);
        }
        rows[cluster] = Row.EMPTY;
    }

    private void join(int into, int from) {
        rows[into].remove(from);
        rows[from].remove(into);
        for (int neighbour : rows[from].clusters()) {
            rows[neighbour].rename(from, into);
        }
        rows[into] = rows[into].plus(rows[from]);
        rows[from] = Row.EMPTY;
        size[into] += size[from];
        size[from] = 0;
        root[from] = into;
    }

    private List<List<Integer>> groups() {
        var groups = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < root.length; i++) {
            groups.computeIfAbsent(find(i), first -> new ArrayList<>()).add(i);
        }
        return List.copyOf(groups.values());
    }

    private int find(int i) {
        int top = i;
        while (root[top] != top) {
            top = root[top];
        }
        return top;
    }
}
