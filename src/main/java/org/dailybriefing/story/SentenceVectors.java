package org.dailybriefing.story;

import java.util.List;
import java.util.stream.IntStream;
import org.dailybriefing.feed.Item;

/**
 * Items as unit vectors of their meaning. The mean of the window around an item is taken off first: all that is on one beat
 * means nearly the same, and only the rest tells one event from another (Mu and Viswanath 2018, "All-but-the-top"). While a
 * window holds few items, the edition's subject stands in for their mean.
 */
final class SentenceVectors {

    /** The subject counts as so many items; 10 to 30 measured alike. */
    private static final double PRIOR = 20;

    /** How far the mean of a beat lies in the direction of its subject, 0 to 1. */
    private static final float SHARE = 0.5f;

    private final float[][] vectors;

    private SentenceVectors(float[][] vectors) {
        this.vectors = vectors;
    }

    /**
     * @param items oldest first
     * @param minutes when they were published
     * @param subject what all of them are about
     */
    static SentenceVectors of(List<Item> items, long[] minutes, String subject, SentenceModel model) {
        float[][] raw = items.stream().map(item -> model.vector(text(item))).toArray(float[][]::new);
        var centred = new float[raw.length][];
        double[] sum = prior(model.vector(subject));
        var count = new int[1];
        NewsWindow.slide(
                minutes,
                entering -> count[0] += add(raw[entering], 1, sum),
                leaving -> count[0] += add(raw[leaving], -1, sum),
                i -> centred[i] = centred(raw[i], sum, count[0] + PRIOR));
        return new SentenceVectors(centred);
    }

    /** Has the model read, and remember, all that {@link #of} will ask it for. */
    static void read(List<Item> items, String subject, SentenceModel model) {
        model.vector(subject);
        items.forEach(item -> model.vector(text(item)));
    }

    private static String text(Item item) {
        String body = item.body();
        return body.isEmpty() ? item.title() : item.title() + ". " + body;
    }

    private static double[] prior(float[] subject) {
        return IntStream.range(0, subject.length)
                .mapToDouble(k -> PRIOR * SHARE * subject[k])
                .toArray();
    }

    private static int add(float[] vector, int sign, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += sign * vector[k];
        }
        return sign;
    }

    private static float[] centred(float[] vector, double[] sum, double count) {
        var centred = new float[vector.length];
        double square = 0;
        for (int k = 0; k < vector.length; k++) {
            centred[k] = (float) (vector[k] - sum[k] / count);
            square += centred[k] * centred[k];
        }
        for (int k = 0; k < vector.length; k++) {
            centred[k] /= (float) Math.sqrt(square);
        }
        return centred;
    }

    /** @return -1 to 1 */
    double cosine(int i, int j) {
        float[] a = vectors[i];
        float[] b = vectors[j];
        float sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
