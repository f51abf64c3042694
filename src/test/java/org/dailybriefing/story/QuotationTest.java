package org.dailybriefing.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody said is quoted whole, with who said it. */
class QuotationTest {

    private static final String WORDS = "We will come back on Friday with a map";

    private static Item item(String outlet, String title, String summary) {
        return Reports.of(outlet, "2026-03-10T07:00:00Z", title, summary);
    }

    private static Optional<Quotation> quotation(Locale language, Item... items) {
        return Quotation.of(new Story(items[0], List.of(items)), List.of(), language);
    }

    private static Optional<String> quoted(String language, String summary) {
        return quotation(Locale.forLanguageTag(language), item("A", "Geneva talks go on", summary))
                .map(said -> said.text() + " / " + said.speaker());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            “&,” Ana Ruiz said.                                         | Ana Ruiz
            "&," said Ana Ruiz.                                         | Ana Ruiz
            "&," President Ana Ruiz told reporters in Geneva.           | President Ana Ruiz
            “&,” said Ana Ruiz, the president of Ruritania.             | Ana Ruiz
            “&,” a senior US official said on Monday.                   | a senior US official
            “&,” the foreign minister of Ruritania said in a statement. | the foreign minister of Ruritania
            “&,” the envoy, Ana Ruiz, said.                             | the envoy
            “&,” according to Gen. Ana Ruiz.                            | Gen. Ana Ruiz
            “&,” according to a senior official.                        | a senior official
            Ana Ruiz said: “&.”                                         | Ana Ruiz
            After the talks, Ana Ruiz told the Daily Courier: “&.”      | Ana Ruiz
            The talks ended. President Ruiz wrote on her page: «&.»     | President Ruiz
            """)
    void the_words_next_to_it_name_the_speaker(String summary, String speaker) {
        assertThat(quoted("en", summary.replace("&", WORDS)).map(said -> said.replaceFirst("\\. /", " /")))
                .contains(WORDS + " / " + speaker);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            de | „Wir kommen am Freitag mit einer Karte zurück“, sagte Präsidentin Ana Ruiz am Montag.  | Präsidentin Ana Ruiz
            uk | «Ми повернемося у п’ятницю з новою картою», — заявила президентка Анна Руїз у Женеві.  | президентка Анна Руїз
            ru | «Мы вернемся в пятницу с новой картой», — заявила президент Анна Руис в Женеве.        | президент Анна Руис
            pl | „Wrócimy tu w piątek z nową dokładną mapą” – powiedziała prezydent Anna Ruiz w Genewie. | prezydent Anna Ruiz
            """)
    void other_languages_say_it_in_their_way(String language, String summary, String speaker) {
        assertThat(quoted(language, summary)).get().asString().endsWith(" / " + speaker);
        assertThat(quoted("fi", summary)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“&,” he said.",
                "“&,” they told reporters.",
                "“&.”",
                "Ana Ruiz left. “&.”",
                "“&,” said one of them.",
                "“&,” according to the Daily Courier.",
                "According to the Daily Courier, “&.”",
                "“&,” according to Military Times.",
                "“&,” according to the Leader-Post.",
                "“&,” said Dr.",
                "“&,” the statement said.",
                "“We will come back,” Ana Ruiz said.",
                "Ana Ruiz said “we will come back on Friday with” a map.",
                "Ana Ruiz said “& for the line” of contact.",
                "“&,” Ana Ruiz said, “but without a pen.”",
                "“It is clear,” Ana Ruiz said, “& for all.”",
                "“& …,” Ana Ruiz said.",
                "“&,” Ana Ruiz said of…",
                "Ana Ruiz says Tom Berg gave an order to all: “&.”",
                "Ana Ruiz said that Tom Berg told her: “&.”",
                "“&, Ana Ruiz said.",
                "&,” Ana Ruiz said.",
                "“& „&,” Ana Ruiz said.",
                "\" & ,\" Ana Ruiz said."
            })
    void without_a_whole_sentence_and_a_speaker_there_is_none(String summary) {
        assertThat(quoted("en", summary.replace("&", WORDS))).isEmpty();
    }

    @Test
    void a_speech_is_no_quotation() {
        assertThat(quoted("en", "“We came " + "and came ".repeat(22) + "back,” Ana Ruiz said."))
                .isEmpty();
    }

    @Test
    void what_deck_or_point_have_is_not_said_again() {
        Item item = item("A", "Geneva talks go on", "“" + WORDS + ",” Ana Ruiz said.");
        var story = new Story(item, List.of(item));

        assertThat(Quotation.of(story, List.of(item.summary()), Locale.ENGLISH)).isEmpty();
        assertThat(Quotation.of(story, List.of("Ana Ruiz left."), Locale.ENGLISH))
                .contains(new Quotation(WORDS, "Ana Ruiz", item));
    }

    @Test
    void a_report_goes_before_a_live_blog_and_before_state_media() {
        Item blog = item("A", "Live: talks in Geneva", "“" + WORDS + ",” Ana Ruiz said.");
        Item state = Reports.of(
                "B", "2026-03-10T07:00:00Z", "Geneva", blog.summary(), Ownership.STATE, "https://news.example/world/");
        Item report = item("C", "Geneva talks go on", blog.summary());

        assertThat(quotation(Locale.ENGLISH, blog, state, report).map(Quotation::item))
                .contains(report);
        assertThat(quotation(Locale.ENGLISH, blog, state).map(Quotation::item)).contains(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "“", "\"", "“x”", "\u202e", "A. ", "Ana said, ", "said "})
    void hostile_text_is_quoted_by_nobody(String piece) {
        assertThat(quoted("en", piece.repeat(10_000))).isEmpty();
        assertThat(quoted("en", "“" + piece.repeat(10_000) + ",” Ana Ruiz said."))
                .isEmpty();
        assertThat(quoted("en", "“" + WORDS + ",” " + piece.repeat(10_000))).isEmpty();
    }

    @Test
    void nobody_has_an_endless_name() {
        assertThat(quoted("en", "“" + WORDS + ",” said " + "X".repeat(10_000))).isEmpty();
    }
}
