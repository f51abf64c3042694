package org.dailybriefing.beat;

import java.util.List;
import org.dailybriefing.beat.PhraseIndex.Hit;
import org.dailybriefing.edition.Edition;

/**
 * The names of an edition, each with all its spellings, inflections and scripts. A text in which they are unified says
 * <i>Kyiv</i> wherever its writer wrote <i>Kiev</i>, <i>Києва</i> or <i>the Ukrainian capital</i>, so that whoever
 * compares texts, or looks for words in them, needs one spelling only.
 */
public final class Names {

    private final PhraseIndex<String> spellings = new PhraseIndex<>();

    private Names(List<List<String>> names) {
        names.forEach(name -> name.forEach(spelling -> spellings.add(Phrase.of(spelling), name.get(0))));
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
            Hit<String> found = spellings.longestAt(words, i);
            if (found == null) {
                i++;
            } else {
                int last = i + found.phrase().size() - 1;
                unified.append(text, copied, words.get(i).start()).append(found.value());
                copied = words.get(last).end();
                i = last + 1;
            }
        }
        return unified.append(text, copied, text.length()).toString();
    }
}
