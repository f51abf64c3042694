package org.dailybriefing.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of one event are one story, whatever the words and the order they come in. */
class StoryClustererTest {

    private static final Item RESUME_A = Reports.of(
            "A",
            "2026-03-10T07:00:00Z",
            "Ukraine and Russia resume peace talks in Geneva with borders unsettled",
            "Negotiators from Ukraine and Russia resumed peace talks in Geneva on Tuesday, with the line of contact"
                    + " still the hardest question. American envoys shuttled between the rooms.");
    private static final Item RESUME_B = Reports.of(
            "B",
            "2026-03-10T07:40:00Z",
            "Envoys of Kyiv and Moscow are back at the table in Geneva",
            "The line of contact remains the hardest question as negotiators from Ukraine and Russia met again,"
                    + " with U.S. mediators going from one room to the other.");
    private static final Item PRISONERS = Reports.of(
            "A",
            "2026-03-10T06:10:00Z",
            "Kyiv and Moscow agree to exchange 250 prisoners of war each",
            "Ukraine and Russia agreed at the talks to exchange 250 prisoners of war each by Friday, the Red Cross"
                    + " said.");
    private static final Item PRISONERS_B = Reports.of(
            "B",
            "2026-03-10T06:50:00Z",
            "Russia, Ukraine to swap 250 captured soldiers each, Red Cross says",
            "The Red Cross said the exchange of 250 prisoners of war from each side would be over by Friday.");
    private static final Item GUARANTEES = Reports.of(
            "A",
            "2026-03-10T05:20:00Z",
            "European leaders promise security guarantees for Ukraine after a ceasefire",
            "Leaders of the coalition of the willing promised security guarantees for Ukraine in Paris, including"
                    + " troops once a ceasefire with Russia holds.");
    private static final Item SANCTIONS = Reports.of(
            "B",
            "2026-03-10T04:30:00Z",
            "White House weighs sanctions on Russian oil if Ukraine ceasefire talks fail",
            "The White House is weighing sanctions on Russian oil exports if Moscow walks away from talks on a"
                    + " ceasefire in Ukraine, officials said.");

    private final StoryClusterer clusterer = new StoryClusterer();

    @Test
    void reports_of_one_event_join_and_other_events_on_its_theme_stay_apart() {
        List<Story> stories =
                clusterer.cluster(List.of(RESUME_A, RESUME_B, PRISONERS, PRISONERS_B, GUARANTEES, SANCTIONS));

        assertThat(stories)
                .extracting(Story::items)
                .containsExactly(
                        List.of(SANCTIONS),
                        List.of(GUARANTEES),
                        List.of(PRISONERS, PRISONERS_B),
                        List.of(RESUME_A, RESUME_B));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void any_order_gives_the_same_stories(int seed) {
        var items = new ArrayList<>(List.of(RESUME_A, RESUME_B, PRISONERS, PRISONERS_B, GUARANTEES, SANCTIONS));
        items.add(at(RESUME_A, "C", "2026-03-10T07:00:00Z"));
        items.add(at(RESUME_B, "D", "2026-03-10T07:00:00Z"));
        List<Story> straight = clusterer.cluster(items);

        Collections.shuffle(items, new Random(seed));

        assertThat(clusterer.cluster(items)).isEqualTo(straight);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T08:00:00Z, 1",
        "2026-03-11T07:00:00Z, 1",
        "2026-03-13T08:00:00Z, 2",
        "2026-03-15T08:00:00Z, 2"
    })
    void the_same_words_days_apart_are_another_story(String published, int stories) {
        assertThat(clusterer.cluster(List.of(RESUME_A, at(RESUME_A, "B", published))))
                .hasSize(stories);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Live: %s                                     | https://news.example/world/
            Opinion: %s                                  | https://news.example/world/
            %s: what we know                             | https://news.example/world/
            %s                                           | https://news.example/live/
            %s                                           | https://news.example/opinion/
            """)
    void the_report_leads_and_not_the_live_blog_or_the_opinion(String title, String folder) {
        Item other = Reports.of(
                "Z",
                "2026-03-10T06:00:00Z",
                title.formatted(RESUME_A.title()),
                RESUME_A.summary() + " " + RESUME_B.summary(),
                Ownership.PRIVATE,
                folder);

        assertThat(clusterer.cluster(List.of(other, RESUME_A, RESUME_B)))
                .singleElement()
                .satisfies(story -> assertThat(story.lead()).isIn(RESUME_A, RESUME_B))
                .satisfies(story -> assertThat(story.isReport()).isTrue());
    }

    @Test
    void an_outlet_that_no_state_owns_leads() {
        Item state = Reports.of(
                "S",
                "2026-03-10T06:00:00Z",
                RESUME_A.title(),
                RESUME_A.summary(),
                Ownership.STATE,
                "https://news.example/world/");

        assertThat(clusterer.cluster(List.of(state, RESUME_A)))
                .singleElement()
                .satisfies(story ->
                        assertThat(story).returns(RESUME_A, Story::lead).returns(false, Story::stateOnly));
        assertThat(clusterer.cluster(List.of(state))).singleElement().returns(true, Story::stateOnly);
    }

    @Test
    void each_outlet_is_named_once_the_lead_first() {
        Item again = at(RESUME_B, "B", "2026-03-10T08:00:00Z");
        var story = new Story(RESUME_B, List.of(RESUME_A, RESUME_B, again));

        assertThat(story.byOutlet()).containsExactly(RESUME_B, RESUME_A);
        assertThat(story.updated()).isEqualTo("2026-03-10T08:00:00Z");
    }

    @Test
    void texts_without_words_are_stories_of_their_own() {
        List<Story> stories = clusterer.cluster(List.of(
                Reports.of("A", "2026-03-10T06:00:00Z", "—", ""), Reports.of("B", "2026-03-10T06:00:00Z", "…", "")));

        assertThat(stories).hasSize(2);
        assertThat(stories.stream().map(s -> s.lead().outlet()).collect(Collectors.toSet()))
                .isEqualTo(Set.of("A", "B"));
        assertThat(clusterer.cluster(List.of())).isEmpty();
    }

    private static Item at(Item item, String outlet, String published) {
        return Reports.of(outlet, published, item.title(), item.summary());
    }
}
