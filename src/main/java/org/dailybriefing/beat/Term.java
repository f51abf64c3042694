package org.dailybriefing.beat;

import java.util.Arrays;
import java.util.List;

/**
 * A word or a phrase as an editor writes it: {@code peace plan*}. A {@code *} ends a stem, a word in capitals
 * ({@code US}) means only the word in capitals, and a {@code +} joins what may stand apart and in any order:
 * {@code Trump + Putin}.
 */
public final class Term {

    private final String written;
    private final List<Phrase> phrases;

    private Term(String written, String read) {
        this.written = written;
        this.phrases = Arrays.stream(read.split("\\+", -1)).map(Phrase::of).toList();
    }

    public static Term of(String written) {
        return new Term(written, written);
    }

    /** As it reads in a text whose names are unified; it is still shown as the editor wrote it. */
    public static Term of(String written, Names names) {
        return new Term(written, names.unify(written));
    }

    /** Whether it stands anywhere in the text. */
    public boolean in(Words words) {
        return phrases.stream().allMatch(phrase -> phrase.in(words));
    }

    /** Several when a {@code +} joins them. */
    List<Phrase> phrases() {
        return phrases;
    }

    /** In words, all its phrases together. */
    int size() {
        return phrases.stream().mapToInt(Phrase::size).sum();
    }

    @Override
    public String toString() {
        return written;
    }
}
