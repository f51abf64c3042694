package org.dailybriefing.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dailybriefing.beat.Harbours.item;

import java.util.List;
import org.dailybriefing.beat.Harbours;
import org.dailybriefing.edition.Topic;
import org.dailybriefing.feed.Item;
import org.junit.jupiter.api.Test;

/** A story goes where most of its words lead, and says which they were. */
class TopicPickerTest {

    private final TopicPicker picker = new TopicPicker(Harbours.sorted(
            List.of(List.of("Haven", "Port Haven", "Гавань")),
            List.of(
                    new Topic(
                            "ships",
                            "Ships",
                            List.of("ferry"),
                            List.of("captain*", "deck", "cabin"),
                            List.of("sea", "anchor"),
                            1),
                    new Topic(
                            "trains",
                            "Trains",
                            List.of("locomotive*"),
                            List.of("rail*", "platform", "signal", "captain of the guard", "Haven + sea"),
                            List.of("whistle*", "Haven"),
                            1),
                    new Topic("other", "Other", List.of(), List.of(), List.of(), 1))));

    private String pick(Item... items) {
        return picker.pick(List.of(items)).topic();
    }

    private String reason(Item... items) {
        return picker.pick(List.of(items)).reason();
    }

    @Test
    void the_most_words_win() {
        assertThat(pick(item("News", "A captain waits on a platform for a signal.")))
                .isEqualTo("trains");
    }

    @Test
    void a_strong_word_outweighs_another_and_a_weak_word_hardly_counts() {
        assertThat(pick(item("News", "A locomotive; a captain."))).isEqualTo("trains");
        assertThat(pick(item("News", "A locomotive; a captain, a deck."))).isEqualTo("ships");
        assertThat(pick(item("News", "A platform; the sea."))).isEqualTo("trains");
        assertThat(pick(item("News", "A locomotive; the sea, an anchor, a cabin.")))
                .isEqualTo("ships");
    }

    @Test
    void a_word_of_the_headline_counts_three_times() {
        assertThat(pick(item("Platform", "Captain, deck."))).isEqualTo("trains");
        assertThat(reason(item("Platform", "Captain, deck.")))
                .isEqualTo("platform (60 of 100 points; next: Ships, 40)");
    }

    @Test
    void one_word_again_and_again_counts_once() {
        assertThat(pick(item("News", "Captain, captain, captain; a platform, a signal.")))
                .isEqualTo("trains");
    }

    @Test
    void of_words_within_one_another_the_longest_counts() {
        assertThat(reason(item("News", "The captain of the guard.")))
                .isEqualTo("captain of the guard (100 of 100 points)");
        assertThat(reason(item("News", "By the sea: Haven."))).isEqualTo("Haven + sea (100 of 100 points)");
        assertThat(reason(item("News", "By the sea."))).isEqualTo("sea (100 of 100 points)");
        assertThat(reason(item("News", "The captain, and the captain of the guard.")))
                .isEqualTo("captain* (50 of 100 points; next: Trains, 50)");
    }

    @Test
    void a_long_item_has_no_more_votes_than_a_short_one() {
        Item full = item("News", "Captain, deck, cabin, ferry, the sea, an anchor; a whistle.");

        assertThat(pick(full, item("News", "A platform."))).isEqualTo("trains");
        assertThat(pick(full, item("News", "A platform, a captain."))).isEqualTo("ships");
    }

    @Test
    void an_item_without_a_word_has_no_vote() {
        assertThat(reason(item("News", "A platform."), item("Library opens", "It has a roof.")))
                .isEqualTo("platform (100 of 100 points)");
    }

    @Test
    void the_reason_names_the_weightiest_words_first() {
        assertThat(reason(item("Cabin", "An anchor, a deck, a ferry, a captain, the sea; a rail.")))
                .isEqualTo("cabin, ferry, captain*, deck (88 of 100 points; next: Trains, 12)");
    }

    @Test
    void names_lead_there_in_all_their_spellings() {
        assertThat(reason(item("Гавань", ""))).isEqualTo("Haven (100 of 100 points)");
    }

    @Test
    void a_tie_goes_to_the_earlier_topic_whatever_the_order_of_the_items() {
        Item ship = item("News", "Captain, deck, a whistle.");
        Item train = item("News", "Platform, signal, the sea.");

        assertThat(pick(ship, train)).isEqualTo("ships");
        assertThat(pick(train, ship)).isEqualTo("ships");
    }

    @Test
    void no_word_leads_to_the_last_topic() {
        assertThat(picker.pick(List.of(item("Library opens", "It has a roof."))))
                .isEqualTo(new Choice("other", "it has no word of any topic"));
        assertThat(pick()).isEqualTo("other");
    }
}
