package org.dailybriefing.beat;

import java.util.List;
import java.util.Locale;

/**
 * A text as a row of words, folded so that spellings meet: lower case, without accents (Unicode NFKD less its marks),
 * without possessives and apostrophes, {@code U.S.} as {@code US}; a hyphen parts two words. It remembers which words
 * stood in capitals, and where each stood.
 */
public final class Words {

    /** @param start of its first character in the text; end: behind its last */
    record Word(String folded, boolean capitals, int start, int end) {}

    private final List<Word> words;
    private final List<String> folded;

    private Words(List<Word> words) {
        this.words = words;
        this.folded = words.stream().map(Word::folded).toList();
    }

    public static Words of(String text) {
        return new Words(new WordScanner(text).words());
    }

    public List<String> folded() {
        return folded;
    }

    int size() {
        return words.size();
    }

    Word get(int index) {
        return words.get(index);
    }

    static boolean inCapitals(String word) {
        return word.length() > 1
                && word.equals(word.toUpperCase(Locale.ROOT))
                && !word.equals(word.toLowerCase(Locale.ROOT));
    }
}
