package org.dailybriefing.beat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Many phrases, each with what it means, found by their first letter. */
final class PhraseIndex<T> {

    record Hit<T>(Phrase phrase, T value) {}

    private final Map<Character, List<Hit<T>>> byFirstLetter = new HashMap<>();

    /** One without words is nowhere. */
    void add(Phrase phrase, T value) {
        if (!phrase.isEmpty()) {
            List<Hit<T>> hits = byFirstLetter.computeIfAbsent(phrase.firstLetter(), letter -> new ArrayList<>());
            hits.add(new Hit<>(phrase, value));
            hits.sort(Comparator.comparingInt((Hit<T> hit) -> -hit.phrase.size())
                    .thenComparingInt(hit -> -hit.phrase.letters()));
        }
    }

    /** What stands there, from the word of that index on: that of most words first, then that of most letters. */
    Stream<Hit<T>> at(Words words, int start) {
        return byFirstLetter.getOrDefault(words.get(start).folded().charAt(0), List.of()).stream()
                .filter(hit -> hit.phrase.at(words, start));
    }
}
