package org.dailybriefing.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.feed.Item;
import org.junit.jupiter.api.Test;

/** The language model knows what words alone don't. */
class MiniLmTest {

    private static final Item CAPTURE = Reports.of(
            "A",
            "2026-03-10T07:00:00Z",
            "American troops capture a Russian oil ship near Iceland",
            "Soldiers boarded the vessel after a long chase.");
    private static final Item SEIZURE = Reports.of(
            "B",
            "2026-03-10T07:30:00Z",
            "U.S. forces seize Moscow-flagged tanker in the Atlantic",
            "The crew was detained when the chase ended.");
    private static final Item TALKS = Reports.of(
            "C",
            "2026-03-10T07:45:00Z",
            "Envoys meet in Geneva to talk about the border",
            "The delegations will go on with their work in the morning.");

    @Test
    void other_words_for_one_event_join_with_it_and_not_without() {
        List<Item> items = List.of(CAPTURE, SEIZURE, TALKS);

        assertThat(Clusterers.OF_WORDS_AND_MEANING.cluster(items, Clusterers.TALKS))
                .extracting(Story::items)
                .containsExactly(List.of(CAPTURE, SEIZURE), List.of(TALKS));
        assertThat(Clusterers.OF_WORDS.cluster(items, Clusterers.TALKS)).hasSize(3);
    }

    @Test
    void the_same_text_has_the_same_vector_each_time_it_is_opened() {
        float[] once = MiniLm.open(Path.of("target/native")).orElseThrow().vector(CAPTURE.title());
        float[] again = MiniLm.open(Path.of("target/native")).orElseThrow().vector(CAPTURE.title());

        assertThat(once).hasSize(384).isEqualTo(again);
    }
}
