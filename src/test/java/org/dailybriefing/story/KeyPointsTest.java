package org.dailybriefing.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands under a headline beside its deck is new, and word for word from an outlet. */
class KeyPointsTest {

    private static final Item LEAD = item(
            "A",
            "Geneva talks end without a line as envoys of both armies dispute a bridge",
            "Envoys left Geneva on Tuesday without a line of contact on paper, though 40 points of a Swiss draft of 2025 stand.");

    private static final String GAS =
            "A pipeline near Geneva will carry Qatari gas to 14 Swiss factories from next spring.";
    private static final String GUARDS =
            "Some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree, a Lisbon diplomat said.";

    private static Item item(String outlet, String title, String summary) {
        return Reports.of(outlet, "2026-03-10T07:00:00Z", title, summary);
    }

    private static Item report(String outlet, String summary) {
        return item(outlet, "Geneva talks end without a line", summary);
    }

    private static List<String> points(Item... others) {
        List<Item> items = Stream.concat(Stream.of(LEAD), Stream.of(others)).toList();
        var story = new Story(LEAD, items);
        return KeyPoints.of(story, Deck.of(story, Locale.ENGLISH), UnaryOperator.identity(), Locale.ENGLISH).stream()
                .map(KeyPoint::text)
                .toList();
    }

    /** The points of a story that has one for certain, and one more if the sentence is one. */
    private static List<String> pointsWith(String sentence) {
        return points(report("B", GAS), report("C", sentence));
    }

    @Test
    void sentences_of_two_outlets_are_taken_word_for_word() {
        assertThat(pointsWith(GUARDS)).containsExactlyInAnyOrder(GAS, GUARDS);
    }

    @Test
    void a_year_may_be_named_again() {
        String sentence = GUARDS.replace("observers", "observers of the class of 2025");

        assertThat(pointsWith(sentence)).contains(sentence);
    }

    @Test
    void a_single_point_is_no_list() {
        assertThat(points(report("B", GAS))).isEmpty();
    }

    @Test
    void each_outlet_gives_one_and_there_are_three_at_most() {
        assertThat(points(report("B", GAS + " " + GUARDS))).isEmpty();
        var items = new ArrayList<Item>();
        items.add(report("B", GAS));
        items.add(report("C", GUARDS));
        items.add(report("D", "Swiss police in Geneva detained Marco Bellini, 41, over a forged pass at breakfast."));
        items.add(report(
                "E", "Hotels around Geneva lost 9 million francs when envoys of Albania cancelled their rooms."));

        assertThat(points(items.toArray(Item[]::new))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tuesday saw envoys leave Geneva without any line of contact put on paper.",
                "The Geneva talks ended without a line, and the armies dispute a bridge, a diplomat from Lisbon said.",
                "Gas from Qatar will reach the 14 factories near Geneva by a pipeline in the spring.",
                "Some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies settle the dispute.",
                "Some 600 observers from Portugal would guard the bridge and 40 ferries, if the armies agree, a diplomat said.",
                "Some 600 observers from Portugal would guard the bridge and forty ferries, if the armies agree, a diplomat said.",
                "Observers from Portugal, Iceland, Cyprus and Malta would guard the bridge for the armies.",
                "Some 600 observers would guard the bridge near Geneva and 12 ferries, if the armies agree, a Lisbon diplomat said.",
                "The talks in Geneva were long and hard, and nobody was in good spirits at all.",
                "Carpenters in Valparaiso restored a wooden tram that was built in Bristol in 1906."
            })
    void a_sentence_that_tells_nothing_new_or_of_something_else_is_no_point(String sentence) {
        assertThat(pointsWith(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Some 600 observers would guard the bridge.",
                "some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree, a Lisbon diplomat said.",
                "Some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree, a Lisbon diplomat said",
                "Some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree, a Lisbon diplomat said…",
                "Would 600 observers from Portugal guard the bridge and 12 ferries, if the armies agree, a Lisbon diplomat said?",
                "Some 600 observers from Portugal would … the bridge and 12 ferries, if the armies agree, a diplomat said.",
                "Some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree with U.S.",
                "Here's what 600 observers from Portugal would guard: the bridge and 12 ferries, a Lisbon diplomat said.",
                "What we know: some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree, a Lisbon diplomat said.",
                "Follow the 600 observers from Portugal who would guard the bridge and 12 ferries, if the armies agree.",
                "Some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree, Anna Lind in Lisbon reports.",
                "Some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree, our man in Lisbon said.",
                "Some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree, a Lisbon diplomat said (Photo: Lisbon Press).",
                "They said: some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree, a Lisbon diplomat said.",
                "Some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree, he said in Lisbon.",
                "Some 600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree, they say A Lisbon diplomat agreed.",
                "A Lisbon diplomat said “600 observers from Portugal would guard the bridge and 12 ferries, if the armies agree”.",
                "Some 600 observers from Portugal would guard “the bridge and 12 ferries, if the armies agree, a Lisbon diplomat said."
            })
    void a_sentence_that_cannot_stand_alone_is_no_point(String sentence) {
        assertThat(pointsWith(sentence)).isEmpty();
    }

    @Test
    void a_sentence_that_is_far_too_long_is_no_point() {
        assertThat(pointsWith("Some 600 observers from Portugal " + "and Lisbon ".repeat(20) + "guard Geneva."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Live: the third day in Geneva", "Opinion: Geneva needs a line", "Geneva: what we know"})
    void only_reports_give_points(String title) {
        assertThat(points(report("B", GAS), item("C", title, GUARDS))).isEmpty();
    }

    @Test
    void state_media_give_points_to_a_story_that_nobody_else_tells() {
        Item one = state("B", GAS);
        Item two = state("C", GUARDS);
        Item three = state("A", LEAD.summary());

        assertThat(points(one, two)).isEmpty();
        var story = new Story(three, List.of(three, one, two));
        assertThat(KeyPoints.of(story, Deck.of(story, Locale.ENGLISH), UnaryOperator.identity(), Locale.ENGLISH))
                .hasSize(2);
    }

    private static Item state(String outlet, String summary) {
        return Reports.of(
                outlet, "2026-03-10T07:00:00Z", LEAD.title(), summary, Ownership.STATE, "https://news.example/world/");
    }

    @Test
    void a_name_in_another_spelling_is_not_new() {
        Item one = report("B", GAS);
        Item two = report(
                "C",
                "The armies will meet at the bridge in Genf next month to count prisoners, if both sides find the strength.");
        var story = new Story(LEAD, List.of(LEAD, one, two, report("D", GUARDS)));

        assertThat(KeyPoints.of(
                        story, Deck.of(story, Locale.ENGLISH), text -> text.replace("Genf", "Geneva"), Locale.ENGLISH))
                .extracting(KeyPoint::text)
                .containsExactlyInAnyOrder(GAS, GUARDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "“", "\"", "«", "\u202e", "A. ", "A, ", "('"})
    void hostile_text_gives_no_point(String piece) {
        assertThat(pointsWith(piece.repeat(10_000))).isEmpty();
        assertThat(pointsWith(piece.repeat(2_000) + " " + GUARDS)).isSubsetOf(GAS, GUARDS);
    }
}
