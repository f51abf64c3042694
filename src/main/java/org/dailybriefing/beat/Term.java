package org.dailybriefing.beat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dailybriefing.beat.Words.Word;

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
        return new Term(written, parts(written));
    }

    /** As it reads in a text whose names are unified; it is still shown as the editor wrote it. */
    public static Term of(String written, Names names) {
        return new Term(written, parts(names.unify(written)));
    }

    private static List<Part> parts(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .flatMap(Term::partsOfWord)
                .toList();
    }

    /** As they would be found in a text: none of a sign, two of a word with a hyphen. */
    private static Stream<Part> partsOfWord(String word) {
        boolean stem = word.endsWith("*");
        Words found = Words.of(word);
        int last = found.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> new Part(
                        found.get(i).folded(), stem && i == last, found.get(i).capitals()));
    }

    /** Whether its words follow one another somewhere in the text. */
    public boolean in(Words words) {
        return IntStream.range(0, words.size()).anyMatch(start -> at(words, start));
    }

    /** Whether its words follow one another from there on. */
    boolean at(Words words, int start) {
        if (parts.isEmpty() || start + parts.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!fits(parts.get(i), words.get(start + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Part part, Word word) {
        boolean same = part.stem
                ? word.folded().startsWith(part.folded)
                : word.folded().equals(part.folded);
        return same && (word.capitals() || !part.capitals);
    }

    /** How many words it has; none when it was written without letters and digits. */
    int size() {
        return parts.size();
    }

    /** Of two that fit in one place, the longer says more. */
    int letters() {
        return parts.stream().mapToInt(part -> part.folded.length()).sum();
    }

    char firstLetter() {
        return parts.get(0).folded.charAt(0);
    }

    @Override
    public String toString() {
        return written;
    }
}
