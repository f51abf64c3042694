package org.dailybriefing.story;

import java.util.ArrayList;
import java.util.Locale;
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

    /** The lead's own words, or else those of the first other item that has any; rather of a report, rather of no state's outlet. */
    public static Deck of(Story story, Locale language) {
        return Stream.concat(Stream.of(story.lead()), story.voices())
                .map(item -> new Deck(sentences(item, language), item.outlet()))
                .filter(deck -> !deck.text.isEmpty())
                .findFirst()
                .orElse(new Deck("", story.lead().outlet()));
    }

    /** Whether an item has more to say than its title and what its feed puts behind every item. */
    static boolean hasWords(Item item) {
        return !item.body().isEmpty();
    }

    private static String sentences(Item item, Locale language) {
        var taken = new ArrayList<String>();
        int length = 0;
        for (String sentence : Sentences.of(item, language)) {
            boolean fits = length + sentence.length() < MOST && (taken.isEmpty() || length < SHORT);
            if (!fits) {
                break;
            }
            taken.add(sentence);
            length += sentence.length();
        }
        String deck = Sentences.verbatim(item, taken);
        return saysMoreThan(item.title(), deck) ? deck : "";
    }

    private static boolean saysMoreThan(String title, String deck) {
        String plainTitle = title.replaceAll("[^\\p{L}\\p{N}]", "");
        String plainDeck = deck.replaceAll("[^\\p{L}\\p{N}]", "");
        return !plainDeck.isEmpty() && !plainTitle.regionMatches(true, 0, plainDeck, 0, plainDeck.length());
    }
}
