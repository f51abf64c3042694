package org.dailybriefing.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dailybriefing.beat.CommonWords;

/**
 * The words of a text without their endings, each with how much it tells: the logarithm of how rare it is in the news.
 *
 * @param weights by the first letters of a word, so that most inflections and derivations fall together
 */
record Gist(Map<String, Double> weights) {

    private static final int LETTERS = 5;

    /** Stems of numbers in words, which outlets write in either way. */
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("twelv", "12"),
            Map.entry("twenti", "20"),
            Map.entry("thirti", "30"),
            Map.entry("forti", "40"),
            Map.entry("fifti", "50"),
            Map.entry("sixti", "60"),
            Map.entry("seventi", "70"),
            Map.entry("eighti", "80"),
            Map.entry("nineti", "90"),
            Map.entry("dozen", "12"));

    /** Reads texts. */
    static final class Reader {

        private final Stems stems = new Stems();
        private final Background background = new Background();
        private final UnaryOperator<String> names;
        private final Set<String> common;

        /** @param names gives the names in a text one spelling each */
        Reader(UnaryOperator<String> names, Locale language) {
            this.names = names;
            common = Set.copyOf(stems.of(String.join(" ", CommonWords.of(language))));
        }

        Gist read(String text) {
            return of(names.apply(text));
        }

        /** @param unified a text whose names have one spelling each */
        Gist of(String unified) {
            var weights = new HashMap<String, Double>();
            for (String word : stems.of(unified)) {
                String stem = NUMBERS.getOrDefault(word, word);
                if (!common.contains(stem)) {
                    weights.merge(key(stem), -Math.log(background.share(stem)), Math::min);
                }
            }
            return new Gist(weights);
        }

        String unified(String text) {
            return names.apply(text);
        }
    }

    private static String key(String stem) {
        return stem.length() <= LETTERS ? stem : stem.substring(0, LETTERS);
    }

    /** 0 to 1: how much of the one that tells less is in the other too. */
    double overlap(Gist other) {
        double shared = weight(
                weights.keySet().stream().filter(other.weights::containsKey).toList());
        return shared / Math.max(1, Math.min(weight(weights.keySet()), other.weight(other.weights.keySet())));
    }

    /** What it has beside the words given. */
    Gist without(Set<String> words) {
        var rest = new HashMap<>(weights);
        rest.keySet().removeAll(words);
        return new Gist(rest);
    }

    double weight() {
        return weight(weights.keySet());
    }

    private double weight(Collection<String> words) {
        return words.stream()
                .mapToDouble(word -> weights.getOrDefault(word, 0.0))
                .sum();
    }
}
