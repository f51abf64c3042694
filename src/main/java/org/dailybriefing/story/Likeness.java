package org.dailybriefing.story;

import java.util.Arrays;
import java.util.List;
import org.dailybriefing.story.TermVectors.Vector;
import org.jspecify.annotations.Nullable;

/**
 * How likely two items tell one event: half the cosine of their words and half that of their meaning, on an S-curve, damped
 * by the time between them and by what is likely at all ({@link Prior}). Without a language model it is the words alone, as
 * they are.
 *
 * <p>The curve (logistic, as in the regression of that name) takes little for nothing and much for all: many pairs that have
 * only their beat in common do not add up to an event, and whether two reports share most of their words or nearly all says no
 * more. So the stories depend less on where the tree is cut.
 *
 * <p>Not all pairs are looked at. An inverted index over the stems gives those that share any, term by term (Moffat and Zobel
 * 1996, "Self-indexing inverted files"): of each stem the latest {@link #LONGEST_LIST} items, and nothing older than the window,
 * so that the cost of an item is bounded.
 */
final class Likeness {

    /** Similarity falls to 1/e over this time: 48 hours, in minutes. 36 to 72 hours measured alike. */
    private static final double DECAY = 48 * 60;

    /** Where the curve is steepest, 0 to 1, and how wide its rise is; .3 to .37 and .1 to .14 measured alike. */
    private static final double MIDDLE = 0.33;

    private static final double WIDTH = 0.1;

    /** Words less alike than this are not one event, whatever they mean. */
    private static final double LEAST_WORDS = 0.02;

    /** Pairs below this are not kept; so little does not change an average. */
    private static final double LEAST = 0.04;

    private static final int LONGEST_LIST = 1000;

    private final List<Vector> vectors;
    private final @Nullable SentenceVectors meanings;
    private final Prior prior;
    private final long[] minutes;

    /** @param minutes when each was published, ascending */
    Likeness(List<Vector> vectors, @Nullable SentenceVectors meanings, Prior prior, long[] minutes) {
        this.vectors = vectors;
        this.meanings = meanings;
        this.prior = prior;
        this.minutes = minutes;
    }

    SimilarityGraph graph() {
        int n = vectors.size();
        var graph = new SimilarityGraph(n);
        var index = new TermIndex();
        var cosines = new float[n];
        int oldest = 0;
        for (int j = 0; j < n; j++) {
            while (minutes[j] - minutes[oldest] > NewsWindow.SPAN) {
                oldest++;
            }
            index.cosines(vectors.get(j), oldest, LONGEST_LIST, cosines);
            for (int i = oldest; i < j; i++) {
                double likeness = cosines[i] < LEAST_WORDS ? 0 : likeness(i, j, cosines[i]);
                if (likeness >= LEAST) {
                    graph.add(i, j, likeness);
                }
            }
            Arrays.fill(cosines, oldest, j, 0);
            index.add(j, vectors.get(j));
        }
        return graph;
    }

    private double likeness(int i, int j, double words) {
        double text = meanings == null ? words : curve(0.5 * words + 0.5 * meanings.cosine(i, j));
        return text * Math.exp((minutes[i] - minutes[j]) / DECAY) * prior.of(i, j);
    }

    private static double curve(double text) {
        return 1 / (1 + Math.exp((MIDDLE - text) / WIDTH));
    }
}
