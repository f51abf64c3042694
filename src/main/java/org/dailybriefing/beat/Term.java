package org.dailybriefing.beat;

import java.util.Arrays;
import java.util.List;

/**
 * A word or a phrase as an editor writes it: {@code peace plan*}. A {@code *} ends a stem; a word in capitals
 * ({@code US}) means only the word in capitals.
 */
public final class Term {

    private record Part(String folded, boolean stem, boolean capitals) {}

    private final String written;
    private final List<Part> parts;

    private Term(String written, List<Part> parts) {
        this.written = written;
        this.parts = parts;
    }

    public static Term of(String written) {
        return new Term(
                written,
                Arrays.stream(written.strip().split("\\s+")).map(Term::part).toList());
    }

    private static Part part(String word) {
        boolean stem = word.endsWith("*");
        String bare = stem ? word.substring(0, word.length() - 1) : word;
        // written as it would be found in a text, without its apostrophes
        String found = String.join("", Words.of(bare).folded());
        return new Part(found, stem, Words.inCapitals(bare));
    }

    /** Whether its words follow one another somewhere in the text. */
    public boolean in(Words words) {
        List<String> folded = words.folded();
        for (int start = 0; start + parts.size() <= folded.size(); start++) {
            if (at(words, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean at(Words words, int start) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String word = words.folded().get(start + i);
            boolean same = part.stem ? word.startsWith(part.folded) : word.equals(part.folded);
            if (!same || part.capitals && !words.capital(start + i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return written;
    }
}
