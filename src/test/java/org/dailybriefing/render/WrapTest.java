package org.dailybriefing.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The plain text is 72 columns wide, save for what must not be broken. */
class WrapTest {

    private static final String WORDS = "nine char ".repeat(30).strip();

    private final Wrap wrap = new Wrap();

    @Test
    void a_line_has_at_most_72_columns_and_is_as_full_as_it_can_be() {
        String text = wrap.text(WORDS);

        assertThat(text.lines()).allMatch(line -> line.length() <= 72);
        assertThat(text.lines().limit(3)).allMatch(line -> line.length() > 72 - "nine".length() - 1);
        assertThat(text.replace("\n", " ")).isEqualTo(WORDS);
    }

    @Test
    void a_line_of_exactly_72_columns_is_one_line() {
        String line = "x".repeat(35) + " " + "y".repeat(36);

        assertThat(wrap.text(line)).isEqualTo(line);
        assertThat(wrap.text(line + "y")).isEqualTo("x".repeat(35) + "\n" + "y".repeat(37));
    }

    @Test
    void an_indented_line_has_72_columns_with_its_margin() {
        String text = wrap.indent(4, WORDS);

        assertThat(text.lines()).allMatch(line -> line.startsWith("    nine") || line.startsWith("    char"));
        assertThat(text.lines()).allMatch(line -> line.length() <= 72);
        assertThat(text.lines()).anyMatch(line -> line.length() == 68);
    }

    @Test
    void a_long_link_is_not_broken() {
        String link = "https://outlet.example/" + "a".repeat(100);

        assertThat(wrap.text("See " + link + " for more")).isEqualTo("See\n" + link + "\nfor more");
    }

    @Test
    void any_space_is_one_blank_and_no_text_is_one_empty_line() {
        assertThat(wrap.text("  one \n two\t three ")).isEqualTo("one two three");
        assertThat(wrap.text("")).isEmpty();
    }
}
