package org.dailybriefing.story;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dailybriefing.feed.Item;

/** The sentences of a summary, word for word. */
final class Sentences {

    /** A stop that ends no sentence, though a capital follows. */
    private static final Pattern ABBREVIATED =
            Pattern.compile("\\b((\\p{Lu}\\.)+|(Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Adm|Sen|Rep|Gov|St)\\.)$");

    /** So many characters at the end of a sentence tell whether it is one: a text of abbreviations alone is read once. */
    private static final int TAIL = 20;

    private Sentences() {}

    /** In the order of the summary, without its dateline and without one that was cut off. */
    static List<String> of(Item item, Locale language) {
        String body = item.body();
        List<String> sentences = split(Dateline.cut(body), language);
        boolean cut = !body.equals(item.summary().strip()) && !body.matches("(?s).*[.!?»”\"'’)]$");
        if (cut && !sentences.isEmpty()) {
            sentences.remove(sentences.size() - 1);
        }
        return sentences;
    }

    /** The text from the first of some sentences that follow each other to the last, as it stands there. */
    static String verbatim(Item item, List<String> sentences) {
        String body = item.body();
        int start = -1;
        int end = 0;
        for (String sentence : sentences) {
            int at = body.indexOf(sentence, end);
            start = start < 0 ? at : start;
            end = at + sentence.length();
        }
        return start < 0 ? "" : body.substring(start, end);
    }

    static List<String> split(String text, Locale language) {
        var sentences = new ArrayList<String>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(language);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == text.length() || !isAbbreviated(text.substring(Math.max(start, end - TAIL), end))) {
                sentences.add(text.substring(start, end).strip());
                start = end;
            }
        }
        return sentences;
    }

    private static boolean isAbbreviated(String tail) {
        return ABBREVIATED.matcher(tail.strip()).find();
    }
}
