package org.dailybriefing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.Web;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.StoryStore;
import org.dailybriefing.ops.Approval;
import org.dailybriefing.render.WebVersion;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk: what editors see of a draft, and who may see it. */
class DraftPagesTest {

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();

    @AfterEach
    void close() {
        feeds.close();
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static Element page(House house, String path) {
        HttpResponse<String> page = Web.get(house, path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(page.body());
    }

    @Test
    void each_story_shows_its_items_and_each_item_its_reason() {
        try (House house = Steps.serving(folder, feeds)) {
            // so that numbers and places differ
            house.get(StoryStore.class).add(House.EDITION, house.clock().instant());
            Issue draft = Steps.draft(house);
            var entries = house.get(DraftStore.class).entries(draft.id());
            Edition edition = house.get(Editions.class).get(draft.edition());

            Element page = page(house, "/desk/issues/" + draft.id());

            assertThat(page.select("li.story h3").eachText())
                    .containsExactlyElementsOf(
                            entries.stream().map(entry -> entry.headline()).toList());
            for (var entry : entries) {
                Element card = page.select("li.story").get(entry.position() - 1);
                assertThat(card.select("td.outlet")).hasSize(entry.outlets().size());
                assertThat(card.select("td.reason").eachText())
                        .hasSize(entry.outlets().size())
                        .allMatch(reason -> !reason.isBlank());
            }
            assertThat(page.select("li.story .position").eachText())
                    .as("the numbers that the verbs of corrections take")
                    .containsExactlyElementsOf(entries.stream()
                            .map(entry -> String.valueOf(entry.story()))
                            .toList());
            assertThat(page.select("li.story .why").eachText())
                    .containsExactlyElementsOf(
                            entries.stream().map(entry -> why(edition, entry)).toList());
            assertThat(page.select("td.id").eachText())
                    .containsExactlyInAnyOrderElementsOf(house.get(DraftStore.class).fates(draft.id()).stream()
                            .map(fate -> String.valueOf(fate.item()))
                            .toList());
            assertThat(page.select("li.story td.fate").eachText())
                    .contains("leads story " + entries.get(0).story());
            assertThat(page.select(".left-over td.title").eachText())
                    .containsExactlyInAnyOrder(
                            "Cup holders out after shoot-out", "Harbour wins prize for its new library");
            assertThat(page.text()).contains("= 8 items").doesNotContain("do not add up");
        }
    }

    @Test
    void the_frames_show_the_draft_as_readers_would_get_it() {
        try (House house = Steps.serving(folder, feeds, "--briefing.base-url=http://localhost:4711")) {
            Issue draft = Steps.draft(house);
            var preview = house.get(Approval.class).preview(draft);
            String mail = "/desk/issues/" + draft.id();

            assertThat(page(house, mail).select("iframe").eachAttr("src")).contains(mail + "/html", mail + "/text");
            WebVersion web = house.get(WebVersion.class);
            assertThat(Web.get(house, mail + "/html").body())
                    .isEqualTo(web.html(draft, preview))
                    .contains("http://localhost:4711/editions/ukraine-talks\"");
            assertThat(Web.get(house, mail + "/text").body()).isEqualTo(web.text(draft, preview));
        }
    }

    @Test
    void the_first_page_leads_to_the_latest_issue_and_tells_of_broken_feeds() {
        try (House house = Steps.serving(folder, feeds)) {
            feeds.answer("/b.xml", exchange -> FeedServer.send(exchange, 503, new byte[0]));
            Issue draft = Steps.draft(house);

            Element page = page(house, "/desk");

            assertThat(page.select("h3 a").eachAttr("href")).contains("/desk/issues/" + draft.id());
            assertThat(page.select("td.alarm").eachText()).containsExactly("answered 503; it is asked again by itself");
        }
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-For, 192.0.2.1", "X-Forwarded-For, 127.0.0.1", "Forwarded, for=192.0.2.1", "Via, 1.1 proxy"
    })
    void without_a_password_a_request_that_was_handed_on_is_refused(String header, String value) {
        try (House house = Steps.serving(folder, feeds)) {
            assertThat(Web.get(house, "/desk", header, value).statusCode()).isEqualTo(403);
            assertThat(Web.get(house, "/editions/ukraine-talks", header, value).statusCode())
                    .as("the site is for everybody")
                    .isEqualTo(200);
        }
    }

    @Test
    void without_a_password_a_house_that_readers_reach_elsewhere_has_no_desk() {
        try (House house = Steps.serving(folder, feeds, "--briefing.base-url=https://news.example.org")) {
            assertThat(Web.get(house, "/desk").statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"desk.example.org, 403", "localhost.example.org, 403", "localhost, 200", "127.0.0.1, 200", "[::1], 200"
    })
    void without_a_password_the_desk_has_loopback_names_only(String host, int status) throws IOException {
        try (House house = Steps.serving(folder, feeds)) {
            assertThat(statusFor(house, host)).isEqualTo(status);
        }
    }

    private static int statusFor(House house, String host) throws IOException {
        int port = URI.create(house.url("/")).getPort();
        try (var socket = new Socket("localhost", port)) {
            String request = "GET /desk HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    @Test
    void with_a_password_it_opens_to_who_knows_it_from_anywhere() {
        try (House house = Steps.serving(folder, feeds, "--briefing.desk.password=open sesame")) {
            long id = Steps.draft(house).id();
            for (String path : List.of("/desk", "/desk/issues/" + id, "/desk/issues/" + id + "/html")) {
                HttpResponse<String> stranger = Web.get(house, path);
                assertThat(stranger.statusCode()).as(path).isEqualTo(401);
                assertThat(stranger.headers().firstValue("WWW-Authenticate"))
                        .hasValueSatisfying(asks -> assertThat(asks).startsWith("Basic"));
                assertThat(Web.get(house, path, "Authorization", basic("editor", "wrong"))
                                .statusCode())
                        .isEqualTo(401);
                assertThat(Web.get(
                                        house,
                                        path,
                                        "Authorization",
                                        basic("editor", "open sesame"),
                                        "X-Forwarded-For",
                                        "192.0.2.1")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(Web.get(house, "/editions/ukraine-talks").statusCode()).isEqualTo(200);
        }
    }

    /** Why it stands where it stands, and under its topic. */
    private static String why(Edition edition, Entry entry) {
        return entry.importance() + " · " + edition.topic(entry.topic()).name() + ": " + entry.topicReason();
    }
}
