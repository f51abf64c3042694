package org.dailybriefing.beat;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a text is in the language that the edition's readers read. Between a fifth and a half of the words of a running
 * text are the language's most common ones; in another language hardly any are. Where no list of common words ships for
 * the language, every text passes.
 */
final class ReadersLanguage {

    /** Share of common words under which a text is foreign; of real news, English had less in 1 of 50, German had more in 1 of 50. */
    private static final double LEAST_SHARE = 0.08;

    /** Shorter texts say too little. */
    private static final int LEAST_WORDS = 12;

    /** In so short a text, a headline alone, one common word is enough if no letter of it has an accent: headlines have few. */
    private static final int HEADLINE = 20;

    private static final int MOST_WORDS = 60;

    private final Set<String> common;

    ReadersLanguage(Locale language) {
        common = CommonWords.of(language);
    }

    /** @param unified the words of the text, each name in one spelling */
    boolean isLanguageOf(String text, Words unified) {
        List<String> words = unified.folded().stream().limit(MOST_WORDS).toList();
        if (common.isEmpty() || words.size() < LEAST_WORDS) {
            return true;
        }
        long known = words.stream().filter(common::contains).count();
        return known >= (words.size() < HEADLINE && isPlain(text) ? 1 : LEAST_SHARE * words.size());
    }

    private static boolean isPlain(String text) {
        return text.codePoints().filter(Character::isLetter).allMatch(letter -> letter < 128);
    }
}
