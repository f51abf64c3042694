package org.dailybriefing.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template's first style block stands in its elements afterwards, as a browser would have applied it. */
class StyleInlinerTest {

    private static String inlined(String css, String body) {
        return StyleInliner.inline(
                "<html><head><style data-inline>" + css + "</style></head><body>" + body + "</body></html>");
    }

    private static String style(String css, String body, String selector) {
        return Jsoup.parse(inlined(css, body)).select(selector).attr("style");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p { color: red } .a { color: blue }                         | color:blue
            .a { color: blue } p { color: red }                         | color:blue
            .a { color: blue } p.a { color: green } .a { color: red }   | color:green
            #x { color: red } p.a { color: green }                      | color:red
            p { color: red } p { color: blue }                          | color:blue
            div p, i { color: red }                                     | color:red
            .a { margin: 0 } .b .a { margin: 1px 2px }                  | margin:0
            .a { font: 1px/2px Arial,sans-serif } p.a { font-size: 3px }| font:1px/2px Arial,sans-serif;font-size:3px
            p { mso-hide: all }                                         | mso-hide:all
            """)
    void the_stronger_rule_wins_and_of_two_equal_ones_the_later(String css, String style) {
        assertThat(style(css, "<div><p id=x class=a>words</p></div>", "p")).isEqualTo(style);
    }

    @Test
    void a_later_shorthand_overrides_what_stood_before_it() {
        assertThat(style("p { font-size: 3px; color: red } .a { font: 1px/2px Arial }", "<p class=a>words</p>", "p"))
                .isEqualTo("font-size:3px;color:red;font:1px/2px Arial");
    }

    @Test
    void what_an_element_says_itself_wins() {
        assertThat(style("p { color: red; margin: 0 }", "<p style=\"color: blue\">words</p>", "p"))
                .isEqualTo("margin:0;color:blue");
    }

    @Test
    void only_classes_that_other_blocks_name_stay() {
        String page = inlined(
                ".a { color: red }",
                "<style>@media (max-width:620px){.b{padding:0}}</style><p class=\"a b\">x</p><p class=a>y</p>");

        assertThat(page)
                .contains("<p class=\"b\" style=\"color:red\">x</p><p style=\"color:red\">y</p>")
                .contains("<style>@media (max-width:620px){.b{padding:0}}</style>")
                .doesNotContain("data-inline");
    }

    @Test
    void what_the_template_engine_and_outlook_read_is_left_alone() {
        String body =
                "<!--[if mso]><table><tr><td><![endif]--><p th:each=\"a : ${b}\" th:text=\"|${a} · 'x' &quot;|\">x</p>"
                        + "<th:block th:if=\"${a gt 1}\">y</th:block>";

        assertThat(inlined("p { margin: 0 }", body))
                .contains("<!--[if mso]><table><tr><td><![endif]-->")
                .contains("th:each=\"a : ${b}\" th:text=\"|${a} · 'x' &quot;|\"")
                .contains("<th:block th:if=\"${a gt 1}\">y</th:block>");
    }

    @Test
    void the_lines_below_keep_their_numbers() {
        String page = inlined("\n.a { color: red }\n.b { color: blue }\n", "<p>here</p>");

        assertThat(page.substring(0, page.indexOf("here"))).hasLineCount(4);
    }
}
