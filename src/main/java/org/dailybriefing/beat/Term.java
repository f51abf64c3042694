package org.dailybriefing.beat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
                Arrays.stream(written.strip().split("\\s+"))
                        .flatMap(Term::parts)
                        .toList());
    }

    /** As they would be found in a text: none of a sign, two of a word with a hyphen. */
    private static Stream<Part> parts(String word) {
        boolean stem = word.endsWith("*");
        Words found = Words.of(word);
        int last = found.folded().size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> new Part(found.folded().get(i), stem && i == last, found.capital(i)));
    }

    /** Whether its words follow one another somewhere in the text. */
    public boolean in(Words words) {
        List<String> folded = words.folded();
        for (int start = 0; !parts.isEmpty() && start + parts.size() <= folded.size(); start++) {
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
