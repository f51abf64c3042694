package org.dailybriefing.story;

import java.util.Arrays;

/** The clusters that one cluster has pairs with, ascending, and the sum of the pairs' similarities with each. */
final class Row {

    static final Row EMPTY = new Row(new int[0], new double[0]);

    private int[] clusters;
    private double[] sums;
    private int size;

    Row(int[] clusters, double[] sums) {
        this.clusters = clusters;
        this.sums = sums;
        size = clusters.length;
    }

    int size() {
        return size;
    }

    int[] clusters() {
        return Arrays.copyOf(clusters, size);
    }

    double sum(int cluster) {
        int at = Arrays.binarySearch(clusters, 0, size, cluster);
        return at < 0 ? 0 : sums[at];
    }

    /**
     * The cluster with the highest average. In a tie the preferred one, else the lowest: that ends chains, and makes the
     * result one.
     *
     * @param own size of the row's cluster
     * @param sizes of all clusters
     * @param preferred may be -1
     * @return -1 if there is none
     */
    int nearest(int own, int[] sizes, int preferred) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < size; i++) {
            // the same number from both sides, or rounding could send a chain in circles
            double average = sums[i] / ((double) own * sizes[clusters[i]]);
            if (average > most || average == most && clusters[i] == preferred) {
                best = clusters[i];
                most = average;
            }
        }
        return best;
    }

    void remove(int cluster) {
        int at = Arrays.binarySearch(clusters, 0, size, cluster);
        if (at >= 0) {
            System.arraycopy(clusters, at + 1, clusters, at, size - at - 1);
            System.arraycopy(sums, at + 1, sums, at, size - at - 1);
            size--;
        }
    }

    /** One of its clusters is part of another from now on. */
    void rename(int cluster, int other) {
        double sum = sum(cluster);
        remove(cluster);
        int at = Arrays.binarySearch(clusters, 0, size, other);
        if (at >= 0) {
            sums[at] += sum;
        } else {
            insert(-at - 1, other, sum);
        }
    }

    /** There is room, since something was removed before. */
    private void insert(int at, int cluster, double sum) {
        System.arraycopy(clusters, at, clusters, at + 1, size - at);
        System.arraycopy(sums, at, sums, at + 1, size - at);
        clusters[at] = cluster;
        sums[at] = sum;
        size++;
    }

    /** Both rows as one. */
    Row plus(Row other) {
        var joined = new Row(new int[size + other.size], new double[size + other.size]);
        joined.size = 0;
        int i = 0;
        int j = 0;
        while (i < size || j < other.size) {
            boolean mine = j == other.size || i < size && clusters[i] <= other.clusters[j];
            boolean its = i == size || j < other.size && other.clusters[j] <= clusters[i];
            joined.clusters[joined.size] = mine ? clusters[i] : other.clusters[j];
            joined.sums[joined.size++] = (mine ? sums[i++] : 0) + (its ? other.sums[j++] : 0);
        }
        return joined;
    }
}
