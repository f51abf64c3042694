package org.dailybriefing.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.Web;
import org.dailybriefing.edition.PreferenceWords;
import org.dailybriefing.subscriber.PreferenceStore;
import org.dailybriefing.subscriber.Preferences;
import org.dailybriefing.subscriber.SignedLinks;
import org.dailybriefing.subscriber.SubscriberSync;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The preferences by the link in the mail, with a real HTTP client against the running site. */
@ExtendWith(OutputCaptureExtension.class)
class PreferencesTest {

    private static final long READER_1 = 1;
    private static final Preferences LISTED = new Preferences("Reader 1", null);

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();
    private House house;

    @BeforeEach
    void open() {
        house = Steps.serving(folder, feeds);
        house.get(SubscriberSync.class).sync();
    }

    @AfterEach
    void close() {
        house.close();
        feeds.close();
    }

    private String link() {
        return URI.create(house.get(SignedLinks.class).preferences(READER_1)).getPath();
    }

    private Preferences kept() {
        return house.get(PreferenceStore.class).reader(READER_1).preferences();
    }

    private PreferenceWords words() {
        return house.edition().wording().preferencesPage();
    }

    private HttpResponse<String> save(String name, String zone) {
        return Web.post(house, link(), "name", name, "zone", zone);
    }

    private Document page() {
        HttpResponse<String> page = Web.get(house, link());
        assertThat(page.statusCode()).isEqualTo(200);
        return Jsoup.parse(page.body());
    }

    private static String chosen(Document page) {
        return page.select("#zone option[selected]").eachAttr("value").toString();
    }

    @Test
    void a_look_shows_what_holds_and_changes_nothing() {
        Document page = page();

        assertThat(page.text())
                .contains(
                        house.edition().name(),
                        "r•••@example.org",
                        house.edition().wording().preferences())
                .doesNotContain("reader1", words().saved());
        assertThat(page.select("#name").val()).isEqualTo("Reader 1");
        assertThat(page.select("#zone option").first())
                .hasToString("<option value=\"\">As the edition: Europe/Kyiv</option>");
        assertThat(page.select("optgroup[label=Europe] option[value=Europe/Kyiv]")
                        .text())
                .isEqualTo("Kyiv");
        assertThat(page.select("a").eachAttr("href"))
                .containsExactly(house.get(SignedLinks.class).unsubscribe(READER_1));
        assertThat(page.select("script")).isEmpty();
        assertThat(Web.head(house, link()).statusCode()).isEqualTo(200);
        assertThat(house.get(JdbcClient.class)
                        .sql("select count(*) from subscriber where own_name is null and own_zone is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void what_is_saved_is_said_and_shown_and_twice_is_the_same() {
        for (int i = 1; i <= 2; i++) {
            HttpResponse<String> answer = save("Zoë", "Pacific/Auckland");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(Jsoup.parse(answer.body()).select("[role=status]").text())
                    .isEqualTo(words().saved());
            assertThat(kept()).isEqualTo(new Preferences("Zoë", ZoneId.of("Pacific/Auckland")));
        }
        assertThat(page().select("#name").val()).isEqualTo("Zoë");
        assertThat(chosen(page())).isEqualTo("[Pacific/Auckland]");

        save("", "");

        assertThat(kept()).isEqualTo(new Preferences(null, null));
        assertThat(page().select("#name").val()).isEmpty();
        assertThat(chosen(page())).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "><script>alert(1)</script>   | "><script>alert(1)</script>
            ${7*7} [[${7*7}]] __${7*7}__  | ${7*7} [[${7*7}]] __${7*7}__
            &lt;b&gt; &amp;               | &lt;b&gt; &amp;
            A\\u000D\\u000ABcc: x@example.org     | A Bcc: x@example.org
            A\\u202Egnp\\u2066\\u200F.B\\u061C\\u0000 | Agnp.B
            \\u200F\\u2067 \\u200D\\u0301 | ``
            '; drop table subscriber; --  | '; drop table subscriber; --
            """)
    void a_name_is_text_whatever_it_looks_like(String typed, String name) {
        HttpResponse<String> answer = save(unescaped(typed), "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(kept().name()).isEqualTo(name.isEmpty() ? null : name);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#name").val()).isEqualTo(name);
        assertThat(page.select("script, b")).isEmpty();
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    @Test
    void a_name_is_cut_at_fifty_characters() {
        save("n".repeat(100_000), "");

        assertThat(kept().name()).hasSize(50);
        assertThat(page().select("#name").attr("maxlength")).isEqualTo("50");
    }

    @Test
    void what_the_page_cannot_have_asked_changes_nothing() {
        for (String zone : List.of("Asia/Atlantis", "<b>", "x".repeat(100_000), " ")) {
            assertThat(save("Zoë", zone).statusCode()).isEqualTo(400);
        }
        assertThat(Web.post(house, link(), "name", "Zoë").statusCode()).isEqualTo(400);
        assertThat(Web.post(house, link(), "zone", "Asia/Tokyo").statusCode()).isEqualTo(400);
        assertThat(Web.oneClick(house, link()).statusCode()).isEqualTo(400);

        assertThat(kept()).isEqualTo(LISTED);
    }

    @Test
    void a_zone_that_only_the_list_can_have_stays_until_another_is_chosen() {
        House.write(
                folder.resolve("subscribers.yml"),
                "subscribers:\n"
                        + "  - { email: reader1@example.org, zone: \"UTC+03:00\" }\n"
                        + "  - { email: reader2@example.org }\n");
        house.get(SubscriberSync.class).sync();

        assertThat(chosen(page())).isEqualTo("[UTC+03:00]");
        assertThat(save("", "UTC+03:00").statusCode()).isEqualTo(200);
        assertThat(chosen(page())).isEqualTo("[UTC+03:00]");

        save("", "Asia/Tokyo");
        assertThat(page().select("option[value=UTC+03:00]")).isEmpty();
    }

    @Test
    void a_link_that_this_house_did_not_sign_for_it_leads_nowhere() {
        String leave =
                URI.create(house.get(SignedLinks.class).unsubscribe(READER_1)).getPath();
        String unknown =
                URI.create(house.get(SignedLinks.class).preferences(77)).getPath();
        for (String path : List.of(
                link().replace("/1-", "/2-"),
                link() + "x",
                leave.replace("unsubscribe", "preferences"),
                link().replace("preferences", "unsubscribe"),
                "/preferences/1",
                "/preferences/1-",
                unknown)) {
            HttpResponse<String> page = Web.get(house, path, "Accept", "text/html");
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.body()).contains("There is nothing here.");
            assertThat(Web.post(house, path, "name", "Zoë", "zone", "").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(house.get(JdbcClient.class)
                        .sql("select count(*) from subscriber where own_name is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void who_has_left_is_told_so_and_has_nothing_to_set() {
        Web.oneClick(
                house,
                URI.create(house.get(SignedLinks.class).unsubscribe(READER_1)).getPath());

        for (HttpResponse<String> answer : List.of(Web.get(house, link()), save("Zoë", ""))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("You have left.").doesNotContain("<form");
        }
        assertThat(kept()).isEqualTo(LISTED);
    }

    @Test
    void of_an_edition_that_is_gone_there_is_nothing_to_set() {
        house.get(JdbcClient.class)
                .sql("update subscription set edition = 'gone'")
                .update();

        assertThat(Web.get(house, link()).statusCode()).isEqualTo(404);
        assertThat(save("Zoë", "").statusCode()).isEqualTo(404);
        assertThat(kept()).isEqualTo(LISTED);
    }

    @Test
    void the_page_speaks_the_editions_language_in_its_direction() {
        Steps.edit(folder, "language: en-GB", "language: ar");
        Steps.edit(folder, "preferences: Your name and time zone", "preferences: تفضيلاتك");

        Document page = page();

        assertThat(page.select("html").attr("lang")).isEqualTo("ar");
        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.text()).contains("تفضيلاتك");
        assertThat(page.select("bdi").attr("dir")).as("of the address").isEqualTo("ltr");
    }

    @Test
    void nobody_keeps_the_page_or_learns_its_address() {
        for (HttpResponse<String> answer : List.of(Web.get(house, link()), save("Zoë", ""))) {
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
            assertThat(page.select("meta[name=referrer]").attr("content")).isEqualTo("no-referrer");
        }
    }

    @Test
    void the_log_names_no_reader(CapturedOutput output) {
        save("Zoë", "Asia/Tokyo");
        save("Zoë", "Asia/Atlantis");

        assertThat(output.toString())
                .contains("subscription 1 to ukraine-talks has new preferences")
                .doesNotContain("Zoë", "reader1", "Asia/", link().substring(link().lastIndexOf('-')));
    }
}
