package org.dailybriefing.beat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** What stands there, from the word of that index on. */
    List<Hit<T>> at(Words words, int start) {
        var found = new ArrayList<Hit<T>>();
        for (Hit<T> hit : candidates(words, start)) {
            if (hit.phrase.at(words, start)) {
                found.add(hit);
            }
        }
        return found;
    }

    /** Of that the one of most words, then of most letters. */
    @Nullable
    Hit<T> longestAt(Words words, int start) {
        for (Hit<T> hit : candidates(words, start)) {
            if (hit.phrase.at(words, start)) {
                return hit;
            }
        }
        return null;
    }

    private List<Hit<T>> candidates(Words words, int start) {
        return byFirstLetter.getOrDefault(words.get(start).folded().charAt(0), List.of());
    }
}
