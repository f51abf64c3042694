package org.dailybriefing.topic;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dailybriefing.beat.Names;
import org.dailybriefing.beat.Term;
import org.dailybriefing.beat.Terms;
import org.dailybriefing.beat.Words;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Topic;
import org.dailybriefing.feed.Item;

/**
 * Finds a story's topic with a weighted lexicon and a vote. The lexicon is what the edition says of each topic: a strong
 * term makes 3 points, an ordinary one 2, a weak one 1; in the headline it makes three times as many. Of terms within one
 * another only the longest counts ({@link Terms}), and each counts once in an item. Then each item has one vote of 100 points,
 * shared out as its terms are, so that a long item decides no more than a short one; an item without any term abstains. The
 * topic with the largest mean share is chosen, the earlier one in a tie, and the last one when all abstain.
 */
public final class TopicPicker {

    private static final int STRONG = 3;
    private static final int ORDINARY = 2;
    private static final int WEAK = 1;

    /** Beside the one time for title and summary together. */
    private static final int TITLE = 2;

    private static final double VOTE = 100;

    /** So many terms explain a choice well enough. */
    private static final int MOST_TERMS = 4;

    private record Weight(int topic, int points) {}

    private record Points(int topic, Term term, double points) {}

    private final List<Topic> topics;
    private final Names names;
    private final Map<Term, Weight> weights = new LinkedHashMap<>();
    private final Terms terms;

    public TopicPicker(Edition edition) {
        topics = edition.topics();
        names = Names.of(edition);
        for (int i = 0; i < topics.size(); i++) {
            weigh(topics.get(i).strong(), new Weight(i, STRONG));
            weigh(topics.get(i).terms(), new Weight(i, ORDINARY));
            weigh(topics.get(i).weak(), new Weight(i, WEAK));
        }
        terms = new Terms(weights.keySet());
    }

    private void weigh(List<String> written, Weight weight) {
        written.forEach(term -> weights.put(Term.of(term, names), weight));
    }

    public Choice pick(List<Item> items) {
        List<List<Points>> votes =
                items.stream().map(this::vote).filter(vote -> !vote.isEmpty()).toList();
        if (votes.isEmpty()) {
            return new Choice(topics.get(topics.size() - 1).slug(), "it has no word of any topic");
        }
        List<Points> all = votes.stream().flatMap(List::stream).toList();
        int[] shares = shares(all, votes.size());
        int best = largest(shares, -1);
        int next = largest(shares, best);
        String runnerUp = shares[next] == 0 || next == best
                ? ""
                : "; next: " + topics.get(next).name() + ", " + shares[next];
        return new Choice(
                topics.get(best).slug(), reasons(all, best) + " (" + shares[best] + " of 100 points" + runnerUp + ")");
    }

    /** The item's vote, one part for each term that it has. */
    private List<Points> vote(Item item) {
        List<Points> points = Stream.concat(points(item.title(), TITLE), points(item.text(), 1))
                .toList();
        double sum = points.stream().mapToDouble(Points::points).sum();
        return points.stream()
                .map(p -> new Points(p.topic, p.term, VOTE * p.points / sum))
                .toList();
    }

    private Stream<Points> points(String text, int times) {
        return terms.longestIn(Words.of(names.unify(text))).stream().map(term -> {
            Weight weight = Objects.requireNonNull(weights.get(term));
            return new Points(weight.topic, term, times * weight.points);
        });
    }

    /** In whole points, so that the order in which they are added cannot decide. */
    private int[] shares(List<Points> all, int votes) {
        return IntStream.range(0, topics.size())
                .map(topic -> (int) Math.round(all.stream()
                                .filter(p -> p.topic == topic)
                                .mapToDouble(Points::points)
                                .sum()
                        / votes))
                .toArray();
    }

    /** The first of those with the most, not looking at one. */
    private static int largest(int[] shares, int but) {
        int largest = but == 0 ? 1 % shares.length : 0;
        for (int topic = 0; topic < shares.length; topic++) {
            if (topic != but && shares[topic] > shares[largest]) {
                largest = topic;
            }
        }
        return largest;
    }

    private static String reasons(List<Points> all, int topic) {
        var byTerm = new TreeMap<String, Double>();
        all.stream().filter(p -> p.topic == topic).forEach(p -> byTerm.merge(p.term.toString(), p.points, Double::sum));
        return byTerm.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Double> e) -> -Math.round(e.getValue())))
                .limit(MOST_TERMS)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
