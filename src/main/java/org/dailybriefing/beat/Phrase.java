package org.dailybriefing.beat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dailybriefing.beat.Words.Word;

/** Words that follow one another: {@code peace plan*}. A {@code *} ends a stem; capitals mean only capitals. */
record Phrase(List<Part> parts) {

    private record Part(String folded, boolean stem, boolean capitals) {

        boolean fits(Word word) {
            boolean same =
                    stem ? word.folded().startsWith(folded) : word.folded().equals(folded);
            return same && (word.capitals() || !capitals);
        }
    }

    static Phrase of(String written) {
        return new Phrase(Arrays.stream(written.strip().split("\\s+"))
                .flatMap(Phrase::parts)
                .toList());
    }

    /** As they would be found in a text: none of a sign, two of a word with a hyphen. */
    private static Stream<Part> parts(String word) {
        boolean stem = word.endsWith("*");
        Words found = Words.of(word);
        int last = found.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> new Part(
                        found.get(i).folded(), stem && i == last, found.get(i).capitals()));
    }

    boolean in(Words words) {
        for (int start = 0; start < words.size(); start++) {
            if (at(words, start)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it stands there, from the word of that index on. */
    boolean at(Words words, int start) {
        if (isEmpty() || start + size() > words.size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (!parts.get(i).fits(words.get(start + i))) {
                return false;
            }
        }
        return true;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    int size() {
        return parts.size();
    }

    int letters() {
        return parts.stream().mapToInt(part -> part.folded.length()).sum();
    }

    char firstLetter() {
        return parts.get(0).folded.charAt(0);
    }
}
