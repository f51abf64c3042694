package org.dailybriefing.feed.parse;

import java.util.StringTokenizer;
import org.dailybriefing.feed.parse.EntryDraft.Choice;
import org.dailybriefing.feed.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Counts the words of an article, where its feed carries it whole. */
final class FullText {

    /** Fewer are a teaser, whatever the element is called that they stand in. */
    private static final int FEWEST = 120;

    /** In characters; an article is not longer. */
    private static final int LONGEST = 200_000;

    private FullText() {}

    /**
     * @param body what its dialect has for the whole text, not for a summary
     * @return 0 where that is not the article
     */
    static int words(@Nullable Choice body) {
        // a word and the blank after it
        if (body == null || body.value().length() < 2 * FEWEST) {
            return 0;
        }
        int words = new StringTokenizer(PlainText.of(body.kind().html(body.value()), LONGEST), " ").countTokens();
        return words < FEWEST ? 0 : words;
    }
}
