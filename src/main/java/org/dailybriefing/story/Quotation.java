package org.dailybriefing.story;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dailybriefing.feed.Item;

/**
 * What somebody said, word for word as an item's summary has it.
 *
 * @param text without quotation marks
 * @param speaker as the outlet calls him
 */
public record Quotation(String text, String speaker, Item item) {

    private static final int FEWEST_WORDS = 6;
    private static final int MOST_WORDS = 45;

    private static final Pattern WHOLE = Pattern.compile("^[\\p{Lu}\\p{Lo}\\p{N}][^…?]*$");

    /** The speaker goes on after a comma, so what stands before is half of what he said. */
    private static final Pattern GOES_ON = Pattern.compile("^[^.!?]*,$");

    /** One that is not among {@code told}; rather of a report than of a live blog, rather of an outlet that no state owns. */
    public static Optional<Quotation> of(Story story, List<String> told, Locale language) {
        return story.voices()
                .flatMap(item -> in(item, language))
                .filter(quotation -> told.stream().noneMatch(text -> text.contains(quotation.text)))
                .findFirst();
    }

    private static Stream<Quotation> in(Item item, Locale language) {
        return Speech.in(Sentences.verbatim(item, Sentences.of(item, language))).stream()
                .filter(Quotation::isWhole)
                .flatMap(speech -> Attribution.of(last(speech.before(), language), speech.after(), language)
                        .map(speaker -> new Quotation(speech.words().replaceFirst(",$", ""), speaker, item))
                        .stream());
    }

    private static boolean isWhole(Speech speech) {
        int words = Speech.count(speech.words());
        return words >= FEWEST_WORDS
                && words <= MOST_WORDS
                && WHOLE.matcher(speech.words()).matches()
                && !GOES_ON.matcher(speech.after()).matches();
    }

    private static String last(String text, Locale language) {
        List<String> sentences = Sentences.split(text, language);
        return sentences.isEmpty() ? "" : sentences.get(sentences.size() - 1);
    }
}
