package org.dailybriefing.beat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list of terms, of which the longer one counts: <i>a peace plan</i> has {@code peace plan*} and not {@code peace};
 * where {@code Trump + Putin} are, {@code Putin} alone is not.
 */
public final class Terms {

    private record Place(Term term, int start, int end) {

        boolean isWithin(Place other) {
            return other.start <= start && end <= other.end && other.term.size() > term.size();
        }
    }

    private final List<Term> joined;
    private final PhraseIndex<Term> phrases = new PhraseIndex<>();

    public Terms(Collection<Term> terms) {
        joined = terms.stream().filter(term -> term.phrases().size() > 1).toList();
        terms.forEach(term -> term.phrases().forEach(phrase -> phrases.add(phrase, term)));
    }

    /** Those that the text has, each once, in the text's order. */
    public Set<Term> in(Words words) {
        List<Place> places = places(words);
        return places.stream()
                .filter(place -> places.stream().noneMatch(place::isWithin))
                .map(Place::term)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Place> places(Words words) {
        List<Term> halves = joined.stream().filter(term -> !term.in(words)).toList();
        var places = new ArrayList<Place>();
        for (int i = 0; i < words.size(); i++) {
            int start = i;
            phrases.at(words, i)
                    .filter(hit -> !halves.contains(hit.value()))
                    .forEach(hit -> places.add(
                            new Place(hit.value(), start, start + hit.phrase().size())));
        }
        return places;
    }
}
