package org.dailybriefing.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static final List<Item> ALL = List.of(RESUME_A, RESUME_B, PRISONERS, PRISONERS_B, GUARANTEES, SANCTIONS);

    /** What else a beat brings on a day: events are told apart against it. */
    private static final List<Item> OTHERS = Stream.of(
                    "Ukraine's parliament votes on a referendum law before any peace deal",
                    "Kremlin spokesman says Russia is in no hurry to sign a peace plan",
                    "NATO chief urges Ukraine's allies to send more air defence",
                    "Zelensky to visit Warsaw for talks on grain and farm exports",
                    "Moscow says its army took a village near Pokrovsk",
                    "Drones set fire to an oil refinery in Russia's Samara region",
                    "Pope offers the Vatican as a place for talks between Ukraine and Russia",
                    "EU leaders delay a decision on frozen Russian assets for Ukraine",
                    "Turkey's foreign minister speaks with Lavrov by phone about the Black Sea",
                    "IAEA inspectors reach the Zaporizhzhia nuclear plant after a blackout",
                    "Ukraine's chief negotiator returns to Kyiv to report to the president",
                    "Poll finds most Ukrainians against giving up land for peace",
                    "Trump says Putin wants a deal and Ukraine must move quickly",
                    "Children taken to Russia come home to Ukraine with Qatar's help")
            .map(title -> Reports.of("C", "2026-03-10T07:10:00Z", title, ""))
            .toList();

    private static List<Story> stories(List<Item> items) {
        return Clusterers.OF_WORDS_AND_MEANING.cluster(items, Clusterers.TALKS);
    }

    @Test
    void reports_of_one_event_join_and_other_events_on_its_theme_stay_apart() {
        var items = new ArrayList<>(OTHERS);
        items.addAll(ALL);

        assertThat(stories(items))
                .extracting(Story::items)
                .contains(
                        List.of(SANCTIONS),
                        List.of(GUARANTEES),
                        List.of(PRISONERS, PRISONERS_B),
                        List.of(RESUME_A, RESUME_B))
                .hasSize(4 + OTHERS.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void any_order_gives_the_same_stories(int seed) {
        var items = new ArrayList<>(ALL);
        items.add(at(RESUME_A, "C", "2026-03-10T07:00:00Z"));
        items.add(at(RESUME_B, "D", "2026-03-10T07:00:00Z"));
        List<Story> straight = stories(items);

        Collections.shuffle(items, new Random(seed));

        assertThat(stories(items)).isEqualTo(straight);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T08:00:00Z, 1",
        "2026-03-11T07:00:00Z, 1",
        "2026-03-13T20:00:00Z, 2",
        "2026-03-15T08:00:00Z, 2"
    })
    void the_same_words_days_apart_are_another_story(String published, int stories) {
        assertThat(stories(List.of(RESUME_A, at(RESUME_A, "B", published)))).hasSize(stories);
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

        assertThat(stories(List.of(other, RESUME_A, RESUME_B)))
                .singleElement()
                .satisfies(story -> assertThat(story.lead()).isIn(RESUME_A, RESUME_B))
                .satisfies(story -> assertThat(story.isReport()).isTrue());
    }

    @Test
    void the_only_report_leads_whatever_speaks_against_it() {
        Item report = Reports.of(
                "S",
                "2026-03-10T06:00:00Z",
                RESUME_A.title() + ", the spokesman of the ministry told the agency on the phone late on Monday night",
                "",
                Ownership.STATE,
                "https://news.example/world/");
        List<Item> items = Stream.concat(
                        Stream.of(report),
                        Stream.of("B", "C", "D")
                                .map(outlet -> Reports.of(
                                        outlet,
                                        "2026-03-10T06:30:00Z",
                                        "Live: " + RESUME_A.title(),
                                        RESUME_A.summary(),
                                        Ownership.PRIVATE,
                                        "https://news.example/" + outlet + "/")))
                .toList();

        assertThat(stories(items)).singleElement().returns(report, Story::lead);
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

        assertThat(stories(List.of(state, RESUME_A)))
                .singleElement()
                .satisfies(story ->
                        assertThat(story).returns(RESUME_A, Story::lead).returns(false, Story::stateOnly));
        assertThat(stories(List.of(state))).singleElement().returns(true, Story::stateOnly);
    }

    @Test
    void what_is_said_the_same_five_thousand_times_is_one_story() {
        List<Item> same = IntStream.range(0, 5_000)
                .mapToObj(i ->
                        at(RESUME_A, "F", "2026-03-10T%02d:%02d:%02dZ".formatted(6 + i / 3600, i / 60 % 60, i % 60)))
                .toList();

        assertThat(stories(same)).singleElement().returns(same, Story::items);
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
        List<Story> stories = stories(List.of(
                Reports.of("A", "2026-03-10T06:00:00Z", "—", ""), Reports.of("B", "2026-03-10T06:00:00Z", "…", "")));

        assertThat(stories).hasSize(2);
        assertThat(stories.stream().map(s -> s.lead().outlet()).collect(Collectors.toSet()))
                .isEqualTo(Set.of("A", "B"));
        assertThat(stories(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Front line report, day 1,407                       | Front line report, day 1,408
            Assessment of the campaign, November 17, 2025      | Assessment of the campaign, Nov. 18, 2025
            The week in Kyiv: issue 12                         | The week in Kyiv: issue 13
            """)
    void the_numbers_of_a_series_are_stories_of_their_own(String one, String next) {
        String summary = "All that happened along the line of contact, sector by sector.";
        Item first = Reports.of("A", "2026-03-10T06:00:00Z", one, summary);
        Item second = Reports.of("A", "2026-03-11T06:00:00Z", next, summary);

        assertThat(stories(List.of(first, second))).hasSize(2);
    }

    @Test
    void an_article_that_is_told_anew_with_another_count_is_one_story() {
        String summary = "Rescuers searched the ruins of a warehouse in Odesa that a drone hit at night.";
        Item first =
                Reports.of("A", "2026-03-10T06:00:00Z", "Drone on Odesa warehouse kills 24, officials say", summary);
        Item second =
                Reports.of("A", "2026-03-10T09:00:00Z", "Drone on Odesa warehouse kills 27, officials say", summary);

        assertThat(stories(List.of(first, second))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submitted by /u/harbourmaster [link] [comments]",
                "The post Reports appeared first on Harbour Gazette.",
                "Continue reading at Harbour Gazette",
            })
    void what_a_feed_puts_behind_every_item_makes_none_of_them_alike(String trailer) {
        Item one = Reports.of("A", "2026-03-10T06:00:00Z", "Envoys fly to Geneva", trailer);
        Item other = Reports.of("B", "2026-03-10T06:00:00Z", "Refinery burns in Samara", trailer);

        assertThat(graph(List.of(one, other)).similarity(0, 1)).isZero();
        assertThat(meaning(one, other)).isEqualTo(meaning(bare(one), bare(other)));
    }

    private static double meaning(Item one, Item other) {
        return Clusterers.OF_WORDS_AND_MEANING
                .graph(List.of(one, other), Clusterers.TALKS)
                .similarity(0, 1);
    }

    private static Item bare(Item item) {
        return Reports.of(item.outlet(), item.published().toString(), item.title(), "");
    }

    @Test
    void what_an_outlet_says_of_two_events_is_harder_to_join_than_what_two_outlets_say() {
        Item other = at(PRISONERS_B, "A", "2026-03-10T06:50:00Z");

        SimilarityGraph two = graph(List.of(PRISONERS, PRISONERS_B));
        SimilarityGraph one = graph(List.of(PRISONERS, other));

        assertThat(one.similarity(0, 1)).isLessThan(two.similarity(0, 1)).isPositive();
    }

    @Test
    void a_name_in_another_spelling_joins() {
        Item latin = Reports.of("A", "2026-03-10T06:00:00Z", "Zelenskiy sacks Danylenko", "");
        Item other = Reports.of("B", "2026-03-10T07:00:00Z", "Зеленський Danylenko", "");
        List<Item> both = List.of(latin, other);

        assertThat(Clusterers.OF_WORDS.cluster(
                        both, new Theme(text -> text.replace("Зеленський", "Zelenskiy"), "Talks")))
                .hasSize(1);
    }

    @Test
    void a_report_that_the_story_has_outrun_does_not_lead() {
        Item early = at(RESUME_A, "A", "2026-03-10T06:00:00Z");
        Item late = at(RESUME_A, "B", "2026-03-10T19:00:00Z");
        Item soon = at(RESUME_A, "B", "2026-03-10T09:00:00Z");

        assertThat(stories(List.of(early, late))).singleElement().returns(late, Story::lead);
        assertThat(stories(List.of(early, soon))).singleElement().returns(early, Story::lead);
    }

    @Test
    void items_put_together_by_hand_are_one_story_with_the_best_of_them_as_its_lead() {
        Item opinion = Reports.of("Z", "2026-03-10T05:00:00Z", "Opinion: talk less, do more", "");

        Story story = Clusterers.OF_WORDS.story(List.of(SANCTIONS, opinion), List.of(), Clusterers.TALKS);

        assertThat(story).returns(SANCTIONS, Story::lead).returns(List.of(SANCTIONS, opinion), Story::items);
    }

    @Test
    void what_stands_by_joins_the_story_whose_event_it_tells_but_makes_and_leads_none() {
        Item early = at(RESUME_B, "B", "2026-03-10T05:00:00Z");
        Item late = at(RESUME_A, "D", "2026-03-10T09:00:00Z");

        List<Story> stories = Clusterers.OF_WORDS_AND_MEANING.cluster(
                List.of(RESUME_A, SANCTIONS), List.of(late, PRISONERS, PRISONERS_B, early), Clusterers.TALKS);

        assertThat(stories)
                .containsExactly(
                        new Story(SANCTIONS, List.of(SANCTIONS)), new Story(RESUME_A, List.of(early, RESUME_A, late)));
    }

    @Test
    void what_stands_by_between_two_stories_does_not_make_them_one() {
        Item between = Reports.of(
                "D",
                "2026-03-10T06:30:00Z",
                PRISONERS.title() + "; " + RESUME_A.title(),
                PRISONERS.summary() + " " + RESUME_A.summary());

        List<Story> stories = Clusterers.OF_WORDS.cluster(
                List.of(PRISONERS, RESUME_A),
                List.of(between, at(between, "E", "2026-03-10T06:40:00Z")),
                Clusterers.TALKS);

        assertThat(stories).hasSize(2);
        assertThat(stories).flatExtracting(Story::items).hasSize(4).contains(between);
    }

    @Test
    void of_items_put_together_by_hand_none_leads_that_only_stands_by() {
        Story story = Clusterers.OF_WORDS.story(List.of(SANCTIONS), List.of(RESUME_A, RESUME_B), Clusterers.TALKS);

        assertThat(story).returns(SANCTIONS, Story::lead).returns(List.of(SANCTIONS, RESUME_A, RESUME_B), Story::items);
    }

    private static SimilarityGraph graph(List<Item> items) {
        return Clusterers.OF_WORDS.graph(items, Clusterers.TALKS);
    }

    private static Item at(Item item, String outlet, String published) {
        return Reports.of(outlet, published, item.title(), item.summary());
    }
}
