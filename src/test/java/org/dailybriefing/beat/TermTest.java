package org.dailybriefing.beat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A term finds what its editor means by it, however an outlet spells it, and nothing else. */
class TermTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            zelensk*       | Zelenskyy leaves for Geneva
            zelensk*       | ZELENSKY’S envoys arrive
            zelensk*       | Zelenskiy's envoys arrive
            ukrain*        | A Ukrainian delegation
            putin          | Putin's aide speaks
            putin          | Putin’s aide speaks
            peace plan*    | Two peace plans on one table
            peace plan*    | A “peace plan”, or half of one
            US             | U.S. envoys return
            US             | The US-led group meets
            US             | A U.S.-brokered truce
            EU             | What the EU's ministers want
            orban*         | Orbán travels to Kyiv
            zaporizhzhia   | Zaporizhzhia: lights return
            cease fire*    | Cease-fire holds for a day
            end the war    | How to end the war?
            київ*          | Делегація вилетіла з Києва до Київської області
            переговор*     | ПЕРЕГОВОРИ відновлено
            рубіо          | Рубіо приїхав
            عقوبات         | فرض عُقُوبَات جديدة
            أوكراني*       | الوفد في اوكرانيا اليوم
            weiß* haus*    | Das Weiße Haus schweigt
            Trump + Putin  | Putin waits for a call from Trump
            land + Russia* | Would Russians leave this land
            peace plan* + US | The U.S. has two peace plans
            """)
    void it_finds_the_spellings_of_a_word(String term, String text) {
        assertThat(Term.of(term).in(Words.of(text))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            US             | They told us nothing
            US             | Us and them
            EU             | Eu falo
            PEACE          | A just peace
            west           | Western envoys
            peace plan*    | A plan for peace
            peace plan*    | Peace, at last. No planes flew, peace and plan
            end the war    | The war will end
            putin          | Rasputin remembered
            iran*          | Tirana votes
            київ*          | Києва
            Trump + Putin  | Trump speaks
            Trump + Putin  | Putin is silent
            peace plan* + US | A plan for peace from the US
            """)
    void it_finds_no_other_word(String term, String text) {
        assertThat(Term.of(term).in(Words.of(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cease-fire*        | A cease-fire by Friday
            cease-fire*        | Two cease fires
            l'accord           | Dans l’accord signé
            point-plan         | A 28-point plan
            NATO-style         | A NATO-style promise
            """)
    void it_may_be_written_with_its_hyphens_and_apostrophes(String term, String text) {
        assertThat(Term.of(term).in(Words.of(text))).isTrue();
    }

    @Test
    void a_phrase_ends_where_the_text_ends() {
        assertThat(Term.of("peace plan").in(Words.of("No peace"))).isFalse();
        assertThat(Term.of("peace").in(Words.of(""))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "—", "", "+", "peace +", "+ peace"})
    void without_a_word_it_finds_nothing(String term) {
        assertThat(Term.of(term).in(Words.of("A just peace"))).isFalse();
    }

    @Test
    void it_says_itself_as_the_editor_wrote_it() {
        assertThat(Term.of("Weiß* Haus*")).hasToString("Weiß* Haus*");
    }

    @Test
    void words_fold_as_they_are_found() {
        assertThat(Words.of("Zelenskyy’s “U.S.–Ukraine” cease-fire: №\u00a028 Été")
                        .folded())
                .containsExactly("zelenskyy", "us", "ukraine", "cease", "fire", "28", "ete");
        assertThat(Words.of("“Peace”’s price at five o'clock: п’ять, пʼять, H₂O, Ⅻ")
                        .folded())
                .containsExactly("peace", "price", "at", "five", "oclock", "пять", "пять", "h2o", "xii");
    }
}
