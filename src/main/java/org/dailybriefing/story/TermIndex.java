package org.dailybriefing.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dailybriefing.story.TermVectors.Vector;

/** An inverted index: for each stem the items that have it, in the order they came, with its weight in each. */
final class TermIndex {

    private static final class Postings {
        private int[] items = new int[2];
        private float[] weights = new float[2];
        private int size;

        private void add(int item, float weight) {
            if (size == items.length) {
                items = Arrays.copyOf(items, size * 2);
                weights = Arrays.copyOf(weights, size * 2);
            }
            items[size] = item;
            weights[size++] = weight;
        }
    }

    private final List<Postings> lists = new ArrayList<>();

    void add(int item, Vector vector) {
        for (int k = 0; k < vector.terms().length; k++) {
            while (lists.size() <= vector.terms()[k]) {
                lists.add(new Postings());
            }
            lists.get(vector.terms()[k]).add(item, vector.weights()[k]);
        }
    }

    /**
     * Adds to {@code cosines} what each item has in common with a vector.
     *
     * @param oldest items before it are passed over
     * @param longest how many of a stem's latest items are looked at
     */
    void cosines(Vector vector, int oldest, int longest, float[] cosines) {
        for (int k = 0; k < vector.terms().length; k++) {
            if (vector.terms()[k] < lists.size()) {
                Postings list = lists.get(vector.terms()[k]);
                int last = Math.max(0, list.size - longest);
                for (int p = list.size - 1; p >= last && list.items[p] >= oldest; p--) {
                    cosines[list.items[p]] += vector.weights()[k] * list.weights[p];
                }
            }
        }
    }
}
