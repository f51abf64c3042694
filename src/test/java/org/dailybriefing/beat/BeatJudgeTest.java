package org.dailybriefing.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dailybriefing.beat.Harbours.item;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dailybriefing.beat.Verdict.Kind;
import org.dailybriefing.edition.Beat;
import org.dailybriefing.edition.Beat.Rule;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.Item;
import org.junit.jupiter.api.Test;

/** The first rule that fits decides, and says which words it found. */
class BeatJudgeTest {

    private static final Beat BEAT = new Beat(
            List.of(List.of("Dockers' Union", "D.U.", "Hafenbund")),
            Map.of(
                    "harbour", List.of("harbour*", "Häfen"),
                    "strike", List.of("strike*", "walkout", "Streik*"),
                    "union", List.of("D.U.", "dockers"),
                    "sport", List.of("bowling*")),
            List.of(
                    rule("sport", List.of(), List.of("sport"), List.of("union"), List.of()),
                    rule("sport by its headline", List.of(), List.of(), List.of(), List.of("sport"))),
            List.of(
                    rule(
                            "a strike in the harbour",
                            List.of("harbour"),
                            List.of("strike", "union"),
                            List.of(),
                            List.of()),
                    rule("a headline of the union", List.of(), List.of(), List.of(), List.of("union"))),
            List.of(rule("the harbour", List.of("harbour"), List.of(), List.of(), List.of())));

    private final BeatJudge judge = new BeatJudge(edition(Locale.ENGLISH));

    private static Rule rule(String name, List<String> all, List<String> any, List<String> unless, List<String> title) {
        return new Rule(name, all, any, unless, title);
    }

    private static Edition edition(Locale language) {
        return Harbours.edition(BEAT, language);
    }

    @Test
    void an_item_that_has_a_word_of_each_group_is_on_the_beat_and_the_words_are_told() {
        assertThat(judge.judge(item("Walkout begins", "The harbours are closed.")))
                .isEqualTo(new Verdict(Kind.ON, "a strike in the harbour: harbour*, walkout"));
    }

    @Test
    void a_rule_of_the_headline_does_not_look_at_the_summary() {
        assertThat(judge.judge(item("Dockers meet", "Nothing was decided.")))
                .isEqualTo(new Verdict(Kind.ON, "a headline of the union: dockers"));
        assertThat(judge.judge(item("Nothing was decided", "Dockers meet.")))
                .isEqualTo(new Verdict(Kind.OFF, "no rule fits"));
    }

    @Test
    void what_excludes_goes_first() {
        assertThat(judge.judge(item("Harbour strike over", "It ended in the bowling hall.")))
                .isEqualTo(new Verdict(Kind.OFF, "sport: bowling*"));
    }

    @Test
    void a_word_of_unless_takes_the_rule_away() {
        assertThat(judge.judge(item("Harbour strike over", "The DU met in the bowling hall.")))
                .isEqualTo(new Verdict(Kind.ON, "a strike in the harbour: harbour*, strike*"));
    }

    @Test
    void the_edge_is_asked_last() {
        assertThat(judge.judge(item("Harbour gets a crane", "It is red.")))
                .isEqualTo(new Verdict(Kind.EDGE, "the harbour: harbour*"));
    }

    @Test
    void what_readers_cannot_read_goes_to_the_edge() {
        Item german = item(
                "Streik legt die Häfen lahm",
                "Seit dem frühen Morgen ruht in allen Häfen der Küste die Arbeit, und niemand weiß, wie lange noch.");

        assertThat(judge.judge(german))
                .isEqualTo(new Verdict(
                        Kind.EDGE, "not in the readers' language, though a strike in the harbour: Häfen, Streik*"));
    }

    @Test
    void what_readers_can_read_is_told_from_what_they_cannot() {
        assertThat(judge.isReadable(item("A new crane", "On Monday the harbour gets a crane, which is red and tall.")))
                .isTrue();
        assertThat(judge.isReadable(
                        item("Neuer Kran", "Am Montag bekommen die Häfen einen neuen Kran, der rot ist und hoch.")))
                .isFalse();
    }

    @Test
    void what_would_be_at_the_edge_anyway_says_too_that_readers_cannot_read_it() {
        Item german =
                item("Neuer Kran", "Am Montag bekommen die Häfen der Küste einen neuen Kran, der rot ist und hoch.");

        assertThat(judge.judge(german))
                .isEqualTo(new Verdict(Kind.EDGE, "not in the readers' language, though the harbour: Häfen"));
    }

    @Test
    void a_language_without_a_list_of_common_words_lets_every_text_pass() {
        Item english = item("Strike in the harbour", "The harbour has been closed since the early morning, and so on.");

        assertThat(new BeatJudge(edition(Locale.forLanguageTag("eo")))
                        .judge(english)
                        .kind())
                .isEqualTo(Kind.ON);
    }

    @Test
    void a_text_too_short_to_tell_its_language_stays_on_the_beat() {
        assertThat(judge.judge(item("Streik legt Häfen lahm", "")).kind()).isEqualTo(Kind.ON);
    }

    @Test
    void what_a_feed_puts_behind_every_item_says_nothing_of_its_language() {
        Item headline = item(
                "Dockers strike shuts harbour terminals, tugboats, ferries; shipping union blames owners",
                "Continue reading");

        assertThat(judge.judge(headline).kind()).isEqualTo(Kind.ON);
    }

    @Test
    void a_headline_has_few_common_words() {
        String headline =
                "Dockers strike shuts harbour terminals, tugboats, ferries; shipping union warns owners to pay";

        assertThat(judge.judge(item(headline, "")).kind()).isEqualTo(Kind.ON);
        assertThat(judge.judge(item(headline.replace("owners", "Reedereibesitzer Müller"), ""))
                        .kind())
                .isEqualTo(Kind.EDGE);
    }

    @Test
    void a_name_is_found_in_all_its_spellings_and_told_as_the_rules_have_it() {
        for (String name : List.of("D.U.", "DU", "Dockers’ Union", "Hafenbund")) {
            assertThat(judge.judge(item("Statement of the " + name, "")))
                    .isEqualTo(new Verdict(Kind.ON, "a headline of the union: D.U."));
        }
    }
}
