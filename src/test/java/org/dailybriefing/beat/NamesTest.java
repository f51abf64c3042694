package org.dailybriefing.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a name is written, the text says its first spelling afterwards, and is otherwise as it was. */
class NamesTest {

    private final Names names = Names.of(Harbours.named(List.of(
            List.of("Zelensky", "Zelenskyy", "Volodymyr Zelensk*", "Selensk*", "Zełensk*", "Зеленськ*", "زيلينسكي"),
            List.of("Kyiv", "Kiev", "Київ*", "Києв*", "the Ukrainian capital"),
            List.of("Ukraine", "Україн*"),
            List.of("White House", "Weiß* Haus*", "Biał* Dom*"),
            List.of("USA", "US", "United States"),
            List.of("New Haven", "Haven"),
            List.of("Haven Bridge", "Haven Viaduct"),
            List.of("Lviv", "L'viv", "Lwów"))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Zelenskyy leaves for Geneva              | Zelensky leaves for Geneva
            Zelenskyy’s aide, and Kiev's mayor       | Zelensky’s aide, and Kyiv's mayor
            ZELENSKYY SPEAKS                         | Zelensky SPEAKS
            Volodymyr Zelenskyi: “no”                | Zelensky: “no”
            Selenskyjs Reise                         | Zelensky Reise
            Wizyta Zełenskiego                       | Wizyta Zelensky
            Зеленського чекають у Києві              | Zelensky чекають у Kyiv
            زيلينسكي في جنيف                         | Zelensky في جنيف
            Drones over the Ukrainian capital again  | Drones over Kyiv again
            The Ukrainian-capital                    | Kyiv
            A Kiev-based desk (Kiev)                 | A Kyiv-based desk (Kyiv)
            Im Weißen Haus                           | Im White House
            W Białym Domu                            | W White House
            The U.S., in the U.S.-led group          | The USA, in the USA-led group
            U.S.'s word                              | USA's word
            L’viv and Lviv                           | Lviv and Lviv
            """)
    void a_name_is_written_in_its_first_spelling(String text, String unified) {
        assertThat(names.unify(text)).isEqualTo(unified);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " – ",
                "Kyivstar opens a shop",
                "Kievan Rus",
                "They told us nothing",
                "the Ukrainian",
                "A white horse in the house",
                "In Kyiv,  two spaces — “quotes”… 😀 \n and a line",
                "A heart ❤\uFE0F and a mark \u0301 alone"
            })
    void what_is_no_name_stays_as_it_is(String text) {
        assertThat(names.unify(text)).isEqualTo(text);
    }

    @Test
    void the_longest_spelling_counts() {
        assertThat(names.unify("New Haven, and Haven")).isEqualTo("New Haven, and New Haven");
        assertThat(names.unify("From Haven Viaduct")).isEqualTo("From Haven Bridge");
    }

    @Test
    void twice_is_as_good_as_once() {
        String once = names.unify("Haven's Zelenskyy in the Ukrainian capital, in the U.S. and in the United States");

        assertThat(names.unify(once)).isEqualTo(once);
    }

    @Test
    void an_edition_without_names_leaves_every_text_alone() {
        assertThat(Names.of(Harbours.named(List.of())).unify("Kiev, Києва")).isEqualTo("Kiev, Києва");
    }

    @Test
    void a_term_may_be_written_with_any_spelling_and_is_shown_as_written() {
        Term term = Term.of("kiev* talks", names);

        assertThat(term.in(Words.of(names.unify("Before the Kyiv talks")))).isTrue();
        assertThat(term).hasToString("kiev* talks");
    }
}
