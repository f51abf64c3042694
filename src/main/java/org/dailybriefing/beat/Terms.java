package org.dailybriefing.beat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A list of terms, to be looked for all at once: in one pass over the text, however many they are. */
public final class Terms {

    private record Place(Term term, Phrase phrase, int start) {

        boolean isWithin(Place other) {
            return other.start <= start
                    && start + phrase.size() <= other.start + other.phrase.size()
                    && other.term.size() > term.size();
        }
    }

    private final PhraseIndex<Term> phrases = new PhraseIndex<>();

    public Terms(Collection<Term> terms) {
        terms.forEach(term -> term.phrases().forEach(phrase -> phrases.add(phrase, term)));
    }

    /** Those that the text has, each once, in the text's order. */
    public Set<Term> in(Words words) {
        return terms(places(words), place -> true);
    }

    /**
     * As {@link #in}, but where one stands within another only the longer: <i>a peace plan</i> has {@code peace plan*} and
     * not {@code peace}, and where {@code Trump + Putin} are, {@code Putin} alone is not.
     */
    public Set<Term> longestIn(Words words) {
        List<Place> places = places(words);
        return terms(places, place -> places.stream().noneMatch(place::isWithin));
    }

    private static Set<Term> terms(List<Place> places, Predicate<Place> counts) {
        return places.stream().filter(counts).map(Place::term).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Place> places(Words words) {
        var places = new ArrayList<Place>();
        for (int start = 0; start < words.size(); start++) {
            for (var hit : phrases.at(words, start)) {
                places.add(new Place(hit.value(), hit.phrase(), start));
            }
        }
        places.removeIf(place -> !isWhole(place.term, places));
        return places;
    }

    private static boolean isWhole(Term term, List<Place> places) {
        return term.phrases().size() == 1
                || term.phrases().stream()
                        .allMatch(phrase -> places.stream().anyMatch(place -> place.phrase == phrase));
    }
}
