package org.dailybriefing.feed.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a feed stay, and whatever else it carries goes. */
class PlainTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p>One</p><p>two</p>                           | One two
            One<br>two                                     | One two
            <a href="javascript:x">One</a> two             | One two
            <script>alert(1)</script>One                   | One
            <style>p { color: red }</style>One             | One
            One<!-- two --> three                          | One three
            &lt;b&gt;One&lt;/b&gt;                         | <b>One</b>
            AT&amp;T &#8212; &eacute;t&eacute;             | AT&T — été
            5 < 6 & 7 > 6                                  | 5 < 6 & 7 > 6
            ${7*7} {{7*7}} <%= 7 %>                        | ${7*7} {{7*7}} <%= 7 %>
            «One» — “two” № ½                              | «One» — “two” № ½
            """)
    void markup_goes_and_words_stay(String markup, String text) {
        assertThat(PlainText.of(markup, 300)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\u0000\u0007\u001b two",
                "one\r\ntwo",
                "one\ttwo",
                "one\u00a0two",
                "one\u2028two",
                "o\u200bne\ufeff two",
                "o\u00adne two",
                "\u202eone\u202c two",
                "\u2066one\u2069 two",
                "one\ue000 two",
                "one\ud800 two",
                "one\uffff two",
                "one&#27;&#x202e; two",
                "one&#13;&#10;two",
                "  one   two  "
            })
    void what_cannot_be_seen_goes(String hidden) {
        assertThat(PlainText.of(hidden, 300)).isEqualTo("one two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"می‌خواهم", "क्ष\u200dन", "👩\u200d🚀", "Київ", "مفاوضات", "ﬁn", "C++\u200f شرح"})
    void what_a_script_needs_stays(String text) {
        assertThat(PlainText.of(text, 300)).isEqualTo(text);
    }

    @Test
    void accents_are_composed() {
        assertThat(PlainText.of("e\u0301te\u0301", 300)).isEqualTo("été");
    }

    @Test
    void a_long_text_is_cut_between_words() {
        assertThat(PlainText.of("one two three four", 18)).isEqualTo("one two three four");
        assertThat(PlainText.of("one two three four", 17)).isEqualTo("one two three…");
        assertThat(PlainText.of("one two three four", 14)).isEqualTo("one two three…");
        assertThat(PlainText.of("one two three four", 13)).isEqualTo("one two…");
    }

    @Test
    void a_long_word_is_cut_where_it_must_be_and_no_character_in_two() {
        assertThat(PlainText.of("x".repeat(10_000), 300)).hasSize(300).endsWith("x…");
        assertThat(PlainText.of("😀".repeat(10), 9)).isEqualTo("😀😀😀😀…");
        assertThat(PlainText.of("😀".repeat(10), 10)).isEqualTo("😀😀😀😀…");
    }

    @Test
    void a_heap_of_marks_is_cut_and_none_of_them_in_two() {
        String mark = "\uD834\uDD65";

        assertThat(PlainText.of("a" + mark.repeat(700), 300)).startsWith("a").matches("a(" + mark + ")*…?");
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(PlainText.of("", 300)).isEmpty();
        assertThat(PlainText.of("<p> </p>", 300)).isEmpty();
    }
}
