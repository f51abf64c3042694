package org.dailybriefing.beat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dailybriefing.beat.Words.Word;

/** Reads a text once, from left to right, and keeps the place of each word in it. */
final class WordScanner {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final String text;
    private final StringBuilder word = new StringBuilder();
    private int at;

    WordScanner(String text) {
        this.text = text;
    }

    List<Word> words() {
        var words = new ArrayList<Word>();
        while (at < text.length()) {
            if (isPartOfWord(at)) {
                Word found = word();
                // a mark alone, such as the one that colours an emoji, leaves nothing
                if (!found.folded().isEmpty()) {
                    words.add(found);
                }
            } else {
                at += isPossessive(at) ? 2 : 1;
            }
        }
        return words;
    }

    private Word word() {
        int start = at;
        boolean abbreviation = false;
        word.setLength(0);
        while (true) {
            if (isPartOfWord(at)) {
                word.append(text.charAt(at++));
            } else if (isApostrophe(at) && !isPossessive(at) && isLetter(at - 1) && isLetter(at + 1)) {
                at++;
            } else if (isDotOfAbbreviation(at)) {
                abbreviation = true;
                at++;
            } else {
                break;
            }
        }
        if (abbreviation && is('.', at)) {
            at++;
        }
        int end = at;
        if (isPossessive(at)) {
            at += 2;
        }
        String found = word.toString();
        return new Word(fold(found), Words.inCapitals(found), start, end);
    }

    /** That in {@code Putin's}, which ends the word, and not that in {@code o'clock}. */
    private boolean isPossessive(int i) {
        return isApostrophe(i) && (is('s', i + 1) || is('S', i + 1)) && !isPartOfWord(i + 2);
    }

    /** Between single letters: {@code U.S.}, not {@code Kyiv.Then}. */
    private boolean isDotOfAbbreviation(int i) {
        return is('.', i) && isLetter(i - 1) && !isPartOfWord(i - 2) && isLetter(i + 1) && !isPartOfWord(i + 2);
    }

    private boolean isPartOfWord(int i) {
        if (i < 0 || i >= text.length() || isApostrophe(i)) {
            return false;
        }
        boolean second = Character.isLowSurrogate(text.charAt(i));
        int codePoint = second ? text.codePointBefore(i + 1) : text.codePointAt(i);
        return Character.isLetterOrDigit(codePoint) || isMarkOrNumber(codePoint);
    }

    private static boolean isMarkOrNumber(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private boolean isLetter(int i) {
        return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
    }

    /** The third is a letter to Unicode, and how Ukrainian should write its apostrophe. */
    private boolean isApostrophe(int i) {
        return is('\'', i) || is('’', i) || is('ʼ', i);
    }

    private boolean is(char wanted, int i) {
        return i >= 0 && i < text.length() && text.charAt(i) == wanted;
    }

    static String fold(String word) {
        if (word.chars().allMatch(c -> c < 128)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
