package org.dailybriefing.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;

/**
 * Finds the sentences of a story's items that add most to its headline and deck, and to each other: those whose new words are
 * rare in the news, and known to other outlets of the story too.
 */
public final class KeyPoints {

    private static final int MOST = 3;

    /** A single point is no list. */
    private static final int LEAST = 2;

    /** Share of a sentence, by weight, that headline and deck must have too, or it is of another event. */
    private static final double KNOWN = 0.12;

    /** Share of a sentence, by weight, with its names or without them, from which on it tells the same as another. */
    private static final double SAME = 0.28;

    /** A name or number that tells something is in fewer news items than 1.5 of 100: weekdays are in more. */
    private static final double RARE = -Math.log(0.015);

    /** What a word counts that no other outlet of the story has. */
    private static final double ALONE = 0.7;

    private static final Pattern NAME = Pattern.compile("(?<=[\\s(“\"])\\p{Lu}[\\p{L}\\p{N}.]*");
    private static final Pattern NUMBER = Pattern.compile("\\b\\p{N}[\\p{N}.,]*");

    private record Candidate(KeyPoint point, Gist gist, Gist names, Gist numbers) {}

    private final Gist.Reader reader;
    private final Map<String, Set<String>> outlets = new HashMap<>();
    private final List<Gist> told = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> event;
    private final List<Candidate> candidates;

    private KeyPoints(Story story, Deck deck, UnaryOperator<String> names, Locale language) {
        reader = new Gist.Reader(names, language);
        tell(reader.read(story.lead().title()));
        Sentences.split(deck.text(), language).forEach(sentence -> tell(reader.read(sentence)));
        event = Set.copyOf(words);
        for (Item item : story.items()) {
            reader.read(item.text())
                    .weights()
                    .keySet()
                    .forEach(word ->
                            outlets.computeIfAbsent(word, w -> new HashSet<>()).add(item.outlet()));
        }
        candidates = story.items().stream()
                .filter(item -> Genre.of(item) == Genre.REPORT)
                .filter(item -> item.ownership() != Ownership.STATE || story.stateOnly())
                .flatMap(item -> candidates(item, language))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * @param names gives the names in a text one spelling each
     * @return two or three, the best first, each of another outlet; or none
     */
    public static List<KeyPoint> of(Story story, Deck deck, UnaryOperator<String> names, Locale language) {
        List<KeyPoint> points = new KeyPoints(story, deck, names, language).pick();
        return points.size() < LEAST ? List.of() : points;
    }

    private void tell(Gist gist) {
        told.add(gist);
        words.addAll(gist.weights().keySet());
    }

    private Stream<Candidate> candidates(Item item, Locale language) {
        return Sentences.of(item, language).stream()
                .filter(LoneSentence::is)
                .map(sentence -> new Candidate(
                        new KeyPoint(sentence, item),
                        reader.read(sentence),
                        found(NAME, sentence),
                        found(NUMBER, sentence)));
    }

    private Gist found(Pattern pattern, String sentence) {
        return reader.of(pattern.matcher(reader.unified(sentence))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(" ")));
    }

    private List<KeyPoint> pick() {
        var points = new ArrayList<KeyPoint>();
        while (points.size() < MOST) {
            candidates.removeIf(candidate -> !isNew(candidate));
            var best = candidates.stream().max(Comparator.comparingDouble(this::value));
            if (best.isEmpty()) {
                break;
            }
            KeyPoint point = best.get().point;
            points.add(point);
            tell(best.get().gist);
            candidates.removeIf(
                    other -> other.point.item().outlet().equals(point.item().outlet()));
        }
        return points;
    }

    private boolean isNew(Candidate candidate) {
        Gist gist = candidate.gist;
        Gist plain = gist.without(candidate.names.weights().keySet());
        return gist.without(event).weight() <= (1 - KNOWN) * gist.weight()
                && told.stream().allMatch(other -> gist.overlap(other) < SAME && plain.overlap(other) < SAME)
                && gist.weights().keySet().stream().noneMatch(this::repeats)
                && Stream.of(candidate.names, candidate.numbers)
                        .flatMap(facts -> facts.without(words).weights().values().stream())
                        .anyMatch(weight -> weight > RARE);
    }

    /** Whether it is a number told before, which unless it is a year is told of the same thing. */
    private boolean repeats(String word) {
        return words.contains(word) && word.matches("\\p{N}.*") && !word.matches("(19|20)\\p{N}{2}");
    }

    private double value(Candidate candidate) {
        double sum = candidate.gist.without(words).weights().entrySet().stream()
                .mapToDouble(word -> word.getValue()
                        * (outlets.getOrDefault(word.getKey(), Set.of()).size() > 1 ? 1 : ALONE))
                .sum();
        return sum / Math.sqrt(candidate.gist.weights().size());
    }
}
