package org.dailybriefing.beat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dailybriefing.edition.Edition;
import org.jspecify.annotations.Nullable;

/**
 * The names of an edition, each with all its spellings, inflections and scripts. A text in which they are unified says
 * <i>Kyiv</i> wherever its writer wrote <i>Kiev</i>, <i>Києва</i> or <i>the Ukrainian capital</i>, so that whoever
 * compares texts, or looks for words in them, needs one spelling only.
 */
public final class Names {

    private record Spelling(Term term, String name) {}

    /** Of two spellings that fit in one place, that of more words first, then that of more letters. */
    private static final Comparator<Spelling> LONGEST =
            Comparator.comparingInt((Spelling s) -> -s.term.size()).thenComparingInt(s -> -s.term.letters());

    private final Map<Character, List<Spelling>> byFirstLetter = new HashMap<>();

    private Names(List<List<String>> names) {
        for (List<String> spellings : names) {
            spellings.forEach(spelling -> add(new Spelling(Term.of(spelling), spellings.get(0))));
        }
        byFirstLetter.values().forEach(spellings -> spellings.sort(LONGEST));
    }

    private void add(Spelling spelling) {
        byFirstLetter
                .computeIfAbsent(spelling.term.firstLetter(), letter -> new ArrayList<>())
                .add(spelling);
    }

    public static Names of(Edition edition) {
        return new Names(edition.beat().names());
    }

    /**
     * The text with each name in its first spelling; words fit as in {@link Words}, and of two spellings that fit in one
     * place the longer counts. All else stays as it is: possessives, punctuation, the words between.
     */
    public String unify(String text) {
        Words words = Words.of(text);
        var unified = new StringBuilder(text.length() + 16);
        int copied = 0;
        for (int i = 0; i < words.size(); ) {
            Spelling found = at(words, i);
            if (found == null) {
                i++;
            } else {
                int last = i + found.term.size() - 1;
                unified.append(text, copied, words.get(i).start()).append(found.name);
                copied = words.get(last).end();
                i = last + 1;
            }
        }
        return unified.append(text, copied, text.length()).toString();
    }

    private @Nullable Spelling at(Words words, int start) {
        for (Spelling spelling :
                byFirstLetter.getOrDefault(words.get(start).folded().charAt(0), List.of())) {
            if (spelling.term.at(words, start)) {
                return spelling;
            }
        }
        return null;
    }
}
