package org.dailybriefing.beat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a row of words, folded so that spellings meet: lower case, without accents (Unicode NFKD less its marks),
 * without possessives and apostrophes, {@code U.S.} as {@code US}. It remembers which words stood in capitals.
 */
public final class Words {

    private static final Pattern POSSESSIVE = Pattern.compile("['’ʼ]s\\b");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’ʼ](?=\\p{L})");
    private static final Pattern ABBREVIATION = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<String> folded = new ArrayList<>();
    private final List<Boolean> capitals = new ArrayList<>();

    private Words() {}

    public static Words of(String text) {
        var words = new Words();
        String joined = ABBREVIATION
                .matcher(APOSTROPHE
                        .matcher(POSSESSIVE.matcher(text).replaceAll(""))
                        .replaceAll(""))
                .replaceAll("");
        Matcher matcher = WORD.matcher(joined);
        while (matcher.find()) {
            words.folded.add(fold(matcher.group()));
            words.capitals.add(inCapitals(matcher.group()));
        }
        return words;
    }

    public List<String> folded() {
        return folded;
    }

    boolean capital(int index) {
        return capitals.get(index);
    }

    static boolean inCapitals(String word) {
        return word.length() > 1
                && word.equals(word.toUpperCase(Locale.ROOT))
                && !word.equals(word.toLowerCase(Locale.ROOT));
    }

    static String fold(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
