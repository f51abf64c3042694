package org.dailybriefing.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words under a headline are whole sentences, word for word those of the outlet that is named. */
class DeckTest {

    private static final String FIRST = "Delegations met in Geneva on Tuesday to talk about the line of contact.";
    private static final String SECOND = "They parted without an accord and meet again on Friday.";

    private static Item item(String outlet, String title, String summary) {
        return Reports.of(outlet, "2026-03-10T07:00:00Z", title, summary);
    }

    private static Deck deck(String summary) {
        Item item = item("A", "Talks in Geneva go on", summary);
        return Deck.of(new Story(item, List.of(item)), Locale.ENGLISH);
    }

    @Test
    void a_sentence_or_two_are_taken_word_for_word() {
        String summary = FIRST + " " + SECOND + " " + "A third sentence would be too much for the reader.";

        assertThat(deck(summary)).isEqualTo(new Deck(FIRST + " " + SECOND, "A"));
        assertThat(summary).contains(deck(summary).text());
    }

    @Test
    void what_stands_between_two_sentences_is_the_sources_too() {
        String summary = "Why did the envoys leave Geneva so early?Nobody at the talks would say a word.";

        assertThat(deck(summary).text()).isEqualTo(summary);
    }

    @Test
    void where_the_lead_has_no_words_a_report_of_no_states_outlet_gives_them() {
        Item lead = item("A", "Talks in Geneva go on", "");
        Item live = item("B", "Live: talks in Geneva go on", FIRST);
        Item state = Reports.of(
                "C", "2026-03-10T07:00:00Z", "Talks go on", FIRST, Ownership.STATE, "https://c.example/world/");
        Item report = item("D", "Talks go on in Geneva", SECOND);

        assertThat(Deck.of(new Story(lead, List.of(lead, live, state, report)), Locale.ENGLISH))
                .isEqualTo(new Deck(SECOND, "D"));
    }

    @Test
    void one_long_sentence_is_enough() {
        String summary = "Delegations met in Geneva on Tuesday to talk about the line of contact, which both call the"
                + " hardest question. " + SECOND;

        assertThat(deck(summary).text()).endsWith("the hardest question.");
    }

    @Test
    void a_sentence_that_is_far_too_long_is_no_deck() {
        assertThat(deck("Delegations met " + "and talked ".repeat(30) + "and parted.")
                        .text())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GENEVA – ",
                "GENEVA, Switzerland (Agency) -- ",
                "GENEVA, Jan 2 (Agency) – ",
                "GENEVA, Switzerland, Jan. 2 (Agency) - ",
                "GENEVA, Switzerland—",
                "NEW YORK/GENEVA – ",
                "GENEVA, January 3. /AGENCY/. ",
                "GENEVA. ",
                "Geneva (Agency) - ",
                "ЖЕНЕВА, 3 января. /АГЕНТСТВО/. ",
            })
    void it_begins_behind_the_dateline(String dateline) {
        assertThat(deck(dateline + FIRST).text()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NATO envoys met in Geneva on Tuesday - the first time this year - to talk about the line of contact.",
                "U.S. and UK envoys met in Geneva on Tuesday to talk about the line of contact.",
                "EU, UN and NATO envoys met in Geneva on Tuesday to talk about the line of contact.",
                "Envoys (of both sides) - among them Ms. Ostrova - met in Geneva on Tuesday to talk about it.",
            })
    void nothing_else_is_taken_for_a_dateline(String sentence) {
        assertThat(deck(sentence).text()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"They parted without an …", "They parted without an...", "They parted [...]", "They [&]"})
    void a_sentence_that_was_cut_off_is_left_out(String cut) {
        assertThat(deck(FIRST + " " + cut.replace("&", "…")).text()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Continue reading...",
                "Read more",
                "Read the full story here",
                "The post Talks go on appeared first on Outlet A.",
                "submitted by /u/somebody [link] [comments]",
                "[…]"
            })
    void what_feeds_put_behind_a_summary_is_dropped(String trailer) {
        assertThat(deck(FIRST + " " + trailer).text()).isEqualTo(FIRST);
    }

    @Test
    void nothing_is_left_of_a_summary_that_is_cut_off_in_its_first_sentence() {
        assertThat(deck("Delegations met in Geneva on…").text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Envoys of the U.S. Treasury met in …
            Envoys led by Lt. Gen. Miller met in …
            The talks that Mr. Miller leads are to …
            The talks that Dr. Miller leads are to …
            """)
    void a_sentence_does_not_end_at_an_abbreviation(String cut) {
        assertThat(deck(cut).text()).isEmpty();
        assertThat(deck(FIRST + " " + cut).text()).isEqualTo(FIRST);
    }

    @Test
    void a_summary_that_only_repeats_the_headline_is_no_deck() {
        assertThat(deck("Talks in Geneva go on.").text()).isEmpty();
        assertThat(deck("TALKS in Geneva").text()).isEmpty();
        assertThat(deck("").text()).isEmpty();
    }

    @Test
    void another_outlet_lends_its_words_when_the_lead_has_none() {
        Item lead = item("A", "Talks in Geneva go on", "");
        Item other = item("B", "Geneva talks go on", FIRST);

        assertThat(Deck.of(new Story(lead, List.of(other, lead)), Locale.ENGLISH))
                .isEqualTo(new Deck(FIRST, "B"));
        assertThat(Deck.of(new Story(other, List.of(lead, other)), Locale.ENGLISH))
                .isEqualTo(new Deck(FIRST, "B"));
    }

    @Test
    void words_like_those_of_a_trailer_may_stand_in_a_sentence() {
        String summary = "Ministers had read more than two hundred pages before they met in Geneva on Tuesday.";

        assertThat(deck(summary).text()).isEqualTo(summary);
    }
}
