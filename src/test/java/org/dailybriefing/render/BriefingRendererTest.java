package org.dailybriefing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.dailybriefing.House;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.feed.text.PlainText;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.issue.RenderedIssue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mail of an issue says all that its entries say, word for word, and does nothing that they say. */
class BriefingRendererTest {

    @TempDir
    static Path folder;

    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(folder, "--briefing.base-url=https://news.example");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void freshTemplates() {
        House.writeEdition(folder, List.of("http://127.0.0.1:9/nothing.xml"));
    }

    private static final Reader READER = new Reader(
            "Ada",
            ZoneId.of("Europe/Kyiv"),
            "https://news.example/unsubscribe/1-mac",
            "https://news.example/preferences/1-mac");

    private static RenderedIssue render(String leadHeadline) {
        return FourStories.render(house, leadHeadline);
    }

    @Test
    void both_parts_have_every_headline_link_and_outlet() {
        RenderedIssue mail = render("Envoys meet again");

        for (Entry entry : FourStories.entries("Envoys meet again")) {
            assertThat(mail.html()).contains(entry.headline());
            assertThat(mail.text()).contains(entry.headline());
            for (Outlet outlet : entry.outlets()) {
                assertThat(mail.html()).contains("href=\"" + outlet.link().replace("&", "&amp;") + "\"");
                assertThat(mail.text()).contains(outlet.link());
            }
        }
        assertThat(mail.subject()).isEqualTo("Envoys meet again");
        assertThat(mail.preheader()).isEqualTo("Plus: Ministers weigh a cap on freight; Library opens in the harbour");
    }

    @Test
    void one_story_is_not_told_in_the_plural() {
        RenderedIssue mail = house.get(BriefingRenderer.class)
                .render(
                        house.edition(),
                        FourStories.ISSUE,
                        FourStories.entries("Envoys meet again").subList(0, 1));

        assertThat(mail.html()).contains(" · 1 story · 1 min read · ");
        assertThat(mail.text()).contains("· 1 story · 1 min read");
    }

    @Test
    void no_headline_can_take_a_reader_s_own_link() {
        String headline = "See " + PlainText.clean(Place.unsubscribe(), 100) + " for more";

        String filled = Stencil.html(FourStories.ISSUE, render(headline), ZoneOffset.UTC)
                .fill(READER);

        assertThat(filled).contains(headline).containsOnlyOnce(READER.unsubscribe());
    }

    @Test
    void a_story_of_a_topic_that_the_edition_has_no_more_is_printed_all_the_same() {
        List<Entry> entries = FourStories.entries("Envoys meet again").stream()
                .map(entry -> FourStories.under("gone", entry))
                .toList();

        RenderedIssue mail = house.get(BriefingRenderer.class).render(house.edition(), FourStories.ISSUE, entries);

        for (Entry entry : entries) {
            assertThat(mail.text()).contains(entry.link());
        }
    }

    @Test
    void what_readers_are_owed_is_in_both_parts() {
        RenderedIssue mail = render("Envoys meet again");

        for (String part : List.of(
                Stencil.html(FourStories.ISSUE, mail, READER.zone()).fill(READER),
                Stencil.text(FourStories.ISSUE, mail, READER.zone()).fill(READER))) {
            assertThat(part)
                    .contains("№ 14 · 4 stories · 1 min read")
                    .contains(READER.unsubscribe())
                    .contains(READER.preferences())
                    .contains("https://news.example/editions/ukraine-talks/2026-03-10")
                    .contains(house.edition().sender().corrections())
                    .containsPattern(
                            "Envoys meet again; Ministers weigh a cap on freight; Library opens in\\sthe harbour\\.")
                    .contains("A deck of story 2, in one sentence.")
                    .contains("Outlet B")
                    .containsIgnoringCase("Sanctions and money")
                    .contains("State media only")
                    .containsPattern("Updated[\\s\u00a0]05:20");
        }
        assertThat(mail.html())
                .contains("Tuesday")
                .contains(house.edition().sender().postalAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${7*7} [[${1+1}]] [(${2+2})] __${3+3}__",
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "th:text=\"${9*9}\" [# th:if=\"false\"] [/]",
                "{0} ~{::deck} <!--/* gone */--> ]]>"
            })
    void a_hostile_headline_is_only_words(String headline) {
        RenderedIssue mail = render(headline);

        assertThat(mail.subject()).isEqualTo(headline);
        assertThat(mail.text().replaceAll("\\s+", " ")).contains(headline);
        assertThat(mail.html())
                .contains(headline.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"))
                .doesNotContain("<script", "<img", "onmouseover=\"");
    }

    @Test
    void an_issue_without_stories_is_refused() {
        assertThatThrownBy(
                        () -> house.get(BriefingRenderer.class).render(house.edition(), FourStories.ISSUE, List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("The issue ukraine-talks 2026-03-10 has no stories to show.");
    }
}
