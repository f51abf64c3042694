package org.dailybriefing.story;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dailybriefing.feed.Item;

/**
 * The sentence or two under a headline, word for word as one outlet wrote them.
 *
 * @param text empty when no outlet gives a whole sentence
 * @param outlet whose words they are
 */
public record Deck(String text, String outlet) {

    private static final int MOST = 240;
    private static final int SHORT = 90;

    /** What feeds put behind a summary that is not part of it. */
    private static final String TRAILER =
            "\\s*(\\[?(…|\\.\\.\\.)\\]?|Continue [Rr]eading.*|Read ([Mm]ore|the full story|full article).*|READ MORE.*|"
                    + "The post .{1,200} appeared first on .*|submitted by\\s+/u/.*)$";

    /** A stop that ends no sentence, though a capital follows. */
    private static final Pattern ABBREVIATED =
            Pattern.compile("\\b((\\p{Lu}\\.)+|(Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Adm|Sen|Rep|Gov|St)\\.)$");

    /** The lead's own words, or else those of the first other item that has any. */
    public static Deck of(Story story, Locale language) {
        return Stream.concat(Stream.of(story.lead()), story.items().stream())
                .map(item -> new Deck(sentences(item, language), item.outlet()))
                .filter(deck -> !deck.text.isEmpty())
                .findFirst()
                .orElse(new Deck("", story.lead().outlet()));
    }

    /** Whether an item has more to say than its title and what its feed puts behind every item. */
    static boolean hasWords(Item item) {
        return !item.summary().strip().replaceFirst(TRAILER, "").isEmpty();
    }

    private static String sentences(Item item, Locale language) {
        String summary = item.summary().strip();
        String whole = summary.replaceFirst(TRAILER, "");
        List<String> sentences = split(whole, language);
        // what was cut off is no sentence
        boolean cut = !whole.equals(summary) && !whole.matches("(?s).*[.!?»”\"'’)]$");
        if (cut && !sentences.isEmpty()) {
            sentences.remove(sentences.size() - 1);
        }
        var deck = new StringBuilder();
        for (String sentence : sentences) {
            boolean fits = deck.length() + sentence.length() < MOST && (deck.isEmpty() || deck.length() < SHORT);
            if (!fits) {
                break;
            }
            deck.append(deck.isEmpty() ? "" : " ").append(sentence);
        }
        return saysMoreThan(item.title(), deck.toString()) ? deck.toString() : "";
    }

    private static List<String> split(String text, Locale language) {
        var sentences = new ArrayList<String>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(language);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = text.substring(start, end).strip();
            if (end == text.length() || !ABBREVIATED.matcher(sentence).find()) {
                sentences.add(sentence);
                start = end;
            }
        }
        return sentences;
    }

    private static boolean saysMoreThan(String title, String deck) {
        String plainTitle = title.replaceAll("[^\\p{L}\\p{N}]", "");
        String plainDeck = deck.replaceAll("[^\\p{L}\\p{N}]", "");
        return !plainDeck.isEmpty() && !plainTitle.regionMatches(true, 0, plainDeck, 0, plainDeck.length());
    }
}
