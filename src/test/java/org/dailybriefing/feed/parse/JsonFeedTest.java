package org.dailybriefing.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Feed says the same as the others. */
class JsonFeedTest {

    private static final String FEED = """
            {
              "version": "https://jsonfeed.org/version/1.1",
              "title": "Harbour <Post>",
              "language": "en-GB",
              "home_page_url": "https://o.example/",
              "authors": [{ "name": "The Desk" }],
              "items": [
                {
                  "id": "g1",
                  "url": "/1?utm_source=json",
                  "title": "Ferry <b> & more",
                  "content_html": "<p>Twice <b>a</b> day.</p><img src='/1.jpg' alt='The ferry'>",
                  "date_published": "2026-03-10T09:00:00+02:00",
                  "date_modified": "2026-03-10T10:00:00.5Z",
                  "authors": [{ "name": "Jane" }, { "name": "Joe" }],
                  "tags": ["Talks", ""]
                },
                {
                  "id": 2,
                  "url": "https://o.example/2",
                  "title": "Bridge",
                  "summary": "Four lanes.",
                  "content_text": "long",
                  "image": "https://o.example/2.png",
                  "date_published": "soon",
                  "language": "uk"
                }
              ]
            }
            """;

    @Test
    void every_field() {
        ParseResult.Feed feed = Feeds.feed(FEED);

        assertThat(feed.title()).isEqualTo("Harbour <Post>");
        assertThat(feed.format()).isEqualTo("json_1.1");
        assertThat(feed.charset()).isEqualTo("UTF-8");
        assertThat(feed.language()).isEqualTo("en-GB");
        assertThat(feed.problems()).containsExactly("The date \"soon\" cannot be read.");
        assertThat(feed.entries())
                .containsExactly(
                        new FeedEntry(
                                "g1",
                                "https://outlet.example/1",
                                "Ferry <b> & more",
                                "Twice a day.",
                                "Jane, Joe",
                                null,
                                Instant.parse("2026-03-10T07:00:00Z"),
                                Instant.parse("2026-03-10T10:00:00.5Z"),
                                new Image("https://outlet.example/1.jpg", 0, 0, "The ferry", null),
                                0,
                                "en-GB",
                                List.of("Talks")),
                        new FeedEntry(
                                "2",
                                "https://o.example/2",
                                "Bridge",
                                "Four lanes.",
                                "The Desk",
                                null,
                                null,
                                null,
                                new Image("https://o.example/2.png", 0, 0, null, null),
                                0,
                                "uk",
                                List.of()));
    }

    @Test
    void the_one_author_of_version_one() {
        String feed =
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"author\":{\"name\":\"Jane\"}}]}";

        assertThat(Feeds.only(feed).author()).isEqualTo("Jane");
        assertThat(Feeds.feed(feed).format()).isEqualTo("json_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"author\":\"Jane\"", "\"authors\":{\"name\":\"Jane\"}", "\"authors\":[\"Jane\"]"})
    void an_author_in_a_shape_of_its_own(String author) {
        assertThat(Feeds.only("{\"items\":[{\"id\":\"1\"," + author + "}]}").author())
                .isEqualTo("Jane");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[{\"id\":\"1\",\"title\":\"Ferry\",}]}",
                "{\"items\":[{\"id\":\"1\",\"title\":\"Fer\try\"}]};",
                "{/* c */\"items\":[{\"id\":\"1\",\"title\":\"Ferry\",\"x\":NaN}]}",
                "{\"items\":[{\"id\":\"\\u00001\",\"title\":\"F\\erry\"}]}"
            })
    void slips_are_forgiven(String document) {
        assertThat(Feeds.only(document).id()).isEqualTo("1");
    }

    @Test
    void an_id_that_is_an_address_is_a_link() {
        assertThat(Feeds.only("{\"items\":[{\"id\":\"https://o.example/1\"}]}").link())
                .isEqualTo("https://o.example/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\": 503}", "{}", "{\"version\": \"https://jsonfeed.org", "{\"items\": {}}"})
    void other_json_is_no_feed(String document) {
        assertThat(Feeds.noFeed(document).why()).contains("JSON");
    }
}
