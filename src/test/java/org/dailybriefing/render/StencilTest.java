package org.dailybriefing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.dailybriefing.edition.Sender;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.RenderedIssue;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unbescape.html.HtmlEscape;

/** What differs from reader to reader, and nothing else, is filled into the frozen text. */
class StencilTest {

    private static final Issue ISSUE = FourStories.ISSUE;
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final Sender SENDER = new Sender(
            "Desk", "desk@briefing.example", "answers@briefing.example", "errors@briefing.example", "1 Quay Street");

    private static RenderedIssue frozen(String text, Locale language) {
        return new RenderedIssue("Subject", "Preheader", text, text, SENDER, language, KYIV);
    }

    private static String html(String frozen, @Nullable String name, ZoneId zone) {
        return Stencil.html(ISSUE, frozen(frozen, Locale.ENGLISH), zone).fill(reader(name, zone));
    }

    private static Reader reader(@Nullable String name, ZoneId zone) {
        return new Reader(name, zone, "https://news.example/unsubscribe/1-a", "https://news.example/preferences/1-b");
    }

    @Test
    void each_place_gets_what_is_the_reader_s_own() {
        String frozen = "Good morning" + Place.name(", {0}") + ". <a href=\"" + Place.preferences()
                + "\">x</a> <a href=\"" + Place.unsubscribe() + "\">y</a>";

        assertThat(html(frozen, "Ada", KYIV))
                .isEqualTo("Good morning, Ada. <a href=\"https://news.example/preferences/1-b\">x</a>"
                        + " <a href=\"https://news.example/unsubscribe/1-a\">y</a>");
        assertThat(html(frozen, null, KYIV)).startsWith("Good morning. ");
        assertThat(html(frozen, " ", KYIV)).startsWith("Good morning. ");
    }

    @Test
    void the_words_around_a_name_are_escaped_once() {
        String printed = HtmlEscape.escapeHtml4Xml("Good morning" + Place.name(", l'ami & {0}"));

        assertThat(Jsoup.parse(html(printed, "<Ada>", KYIV)).text()).isEqualTo("Good morning, l'ami & <Ada>");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Kyiv,      2026-03-10T03:20:00Z, 05:20,      Eastern European",
        "America/New_York, 2026-03-10T03:20:00Z, Mon 23:20,  Eastern",
        // the name depends on the JDK
        "Asia/Kolkata,     2026-03-10T03:20:00Z, 08:50,      India|Kolkata",
        "Pacific/Auckland, 2026-03-10T12:00:00Z, Wed 01:00,  New Zealand"
    })
    void times_are_told_in_the_reader_s_zone_with_the_day_where_it_is_another(
            String zone, Instant time, String shown, String name) {
        String filled = html("Updated " + Place.time(time) + ", " + Place.zone(), null, ZoneId.of(zone));

        assertThat(filled.replace('\u00a0', ' '))
                .startsWith("Updated " + shown + ", ")
                .containsPattern(name);
    }

    @Test
    void days_are_named_in_the_language_of_the_edition() {
        String place = Place.time(Instant.parse("2026-03-09T03:20:00Z"));

        assertThat(Stencil.text(ISSUE, frozen(place, Locale.GERMAN), KYIV).fill(reader(null, KYIV)))
                .startsWith("Mo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "{0} ${7*7} [[${1+1}]]",
                "&amp; & &lt;",
                "\uE000u\uE001",
                "\uE000"
            })
    void a_hostile_name_is_only_words(String name) {
        String filled = html("<p title=\"" + Place.name("{0}") + "\">Good morning</p>", name, KYIV);

        assertThat(filled).doesNotContain("<script", "\" on", "https://news.example");
        assertThat(Jsoup.parse(filled).select("p").attr("title")).isEqualTo(name);
    }

    @Test
    void half_a_place_is_never_sent() {
        for (String broken : List.of("\uE000", "\uE001", "\uE000u", "u\uE001", "\uE000u \uE000p\uE001")) {
            assertThatThrownBy(() -> html(broken, null, KYIV))
                    .as(broken)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("half a place is left in the text");
        }
    }
}
