package org.dailybriefing.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.edition.Topic;
import org.dailybriefing.feed.Item;
import org.junit.jupiter.api.Test;

/** A story goes where most of its words lead. */
class TopicPickerTest {

    private final TopicPicker picker = new TopicPicker(List.of(
            new Topic("ships", "Ships", List.of("ferry"), List.of("captain*", "deck", "anchor"), 1),
            new Topic("trains", "Trains", List.of("locomotive*"), List.of("rail*", "platform", "signal"), 1),
            new Topic("other", "Other", List.of(), List.of(), 1)));

    private static Item item(String title, String summary) {
        return new Item(
                1,
                "A",
                "GB",
                Ownership.PRIVATE,
                "https://a.example/1",
                title,
                summary,
                null,
                Instant.parse("2026-03-10T07:00:00Z"));
    }

    private String pick(Item... items) {
        return picker.pick(List.of(items));
    }

    @Test
    void the_most_words_win() {
        assertThat(pick(item("News", "A captain waits on a platform for a signal.")))
                .isEqualTo("trains");
    }

    @Test
    void a_strong_word_outweighs_two_others() {
        assertThat(pick(item("News", "A locomotive; a captain, a deck."))).isEqualTo("trains");
    }

    @Test
    void a_strong_word_is_outweighed_by_four_others_in_two_items() {
        assertThat(pick(item("News", "The ferry; a platform, a signal."), item("News", "A platform, a signal.")))
                .isEqualTo("trains");
    }

    @Test
    void a_word_of_the_headline_counts_double() {
        assertThat(pick(item("Platform", "Captain."))).isEqualTo("trains");
    }

    @Test
    void one_word_again_and_again_counts_once() {
        assertThat(pick(item("News", "Captain, captain, captain; a platform, a signal.")))
                .isEqualTo("trains");
    }

    @Test
    void a_tie_goes_to_the_earlier_topic() {
        assertThat(pick(item("News", "A platform, a captain."))).isEqualTo("ships");
    }

    @Test
    void no_word_leads_to_the_last_topic() {
        assertThat(pick(item("Library opens", "It has a roof."))).isEqualTo("other");
        assertThat(pick()).isEqualTo("other");
    }
}
