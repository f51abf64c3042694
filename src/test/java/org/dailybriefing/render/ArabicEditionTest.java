package org.dailybriefing.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.issue.RenderedIssue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition in another language, written from right to left, takes other words in its edition.yml and nothing else. */
class ArabicEditionTest {

    private static final Map<String, String> WORDS = Map.of(
            "language", "ar",
            "greeting", "\"صباح الخير{0}.\"",
            "greeting-name", "\"، {0}\"",
            "in-this-briefing", "في هذه النشرة",
            "updated", "آخر تحديث",
            "minutes", "\"قراءة في {0} دقائق\"",
            "unsubscribe", "إلغاء الاشتراك",
            "between", "\"؛ \"",
            "more", "\"و{0} مصادر أخرى\"");

    @TempDir
    Path folder;

    @Test
    void it_reads_from_right_to_left_in_its_own_words() {
        House.writeEdition(folder, List.of("http://127.0.0.1:9/nothing.xml"));
        WORDS.forEach((key, words) -> Steps.edit(folder, "(?m)^  " + key + ": .*$", "  " + key + ": " + words));
        try (House house = House.open(folder)) {
            RenderedIssue mail = FourStories.render(house, "استئناف المحادثات في جنيف");
            var reader = new Reader("عادل", mail.zone(), "https://news.example/u", "https://news.example/p");

            Document page = Jsoup.parse(
                    Stencil.html(FourStories.ISSUE, mail, mail.zone()).fill(reader));
            String text = Stencil.text(FourStories.ISSUE, mail, mail.zone()).fill(reader);

            assertThat(page.select("html, div[role=article]")).hasSize(2).allSatisfy(element -> {
                assertThat(element.attr("lang")).isEqualTo("ar");
                assertThat(element.attr("dir")).isEqualTo("rtl");
            });
            assertThat(page.text())
                    .contains(
                            "صباح الخير، عادل.",
                            "استئناف المحادثات في جنيف؛ ",
                            "في هذه النشرة",
                            "استئناف المحادثات في جنيف",
                            "إلغاء الاشتراك")
                    .containsPattern("آخر تحديث[\\s\u00a0]05:20")
                    .doesNotContain("Good morning", "Updated", "In this briefing");
            assertThat(text).contains("صباح الخير، عادل.", "استئناف المحادثات في جنيف");
            // no side is named in a style: what is to the left in English is to the right here
            assertThat(page.select("[style]").eachAttr("style"))
                    .allSatisfy(style -> assertThat(style).doesNotContainPattern("(left|right)"));
        }
    }
}
