package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dailybriefing.FeedServer;
import org.dailybriefing.FeedServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A redirect is looked at before it is followed, and remembered where it is for good. */
class RedirectTest {

    private final FeedServer server = new FeedServer().serve("/end.xml", "<rss/>");

    @AfterEach
    void close() {
        server.close();
    }

    private static Answer redirect(int status, String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    private List<String> asked() {
        return server.requests().stream().map(FeedServer.Request::path).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_followed_and_the_answer_says_where_it_was_found(int status) {
        server.answer("/a.xml", redirect(status, server.url("/end.xml")));

        assertThat(Fetchers.fetch(server.url("/a.xml")))
                .isInstanceOfSatisfying(
                        FetchResult.Fetched.class,
                        fetched -> assertThat(fetched.url()).hasToString(server.url("/end.xml")));
    }

    /** Rows 17 and 18. */
    @ParameterizedTest
    @CsvSource({
        "301, 301, /end.xml",
        "308, 301, /end.xml",
        "301, 302, /b.xml",
        "308, 307, /b.xml",
        "302, 301,",
        "303, 301,",
        "307, 308,",
    })
    void a_feed_has_moved_as_far_as_permanent_redirects_lead(int first, int second, String moved) {
        server.answer("/a.xml", redirect(first, "/b.xml")).answer("/b.xml", redirect(second, "/end.xml#top"));

        FetchResult result = Fetchers.fetch(server.url("/a.xml"));

        assertThat(result).isInstanceOf(FetchResult.Fetched.class);
        assertThat(result.exchange().movedTo()).isEqualTo(moved == null ? null : URI.create(server.url(moved)));
    }

    /** Row 19. */
    @ParameterizedTest
    @CsvSource({"301, true", "302, false"})
    void a_redirect_to_another_feed_ends_there(int status, boolean permanent) {
        URI other = URI.create(server.url("/end.xml"));
        server.answer("/a.xml", redirect(status, "/end.xml"));

        FetchResult result =
                Fetchers.open().fetch(new FetchRequest(URI.create(server.url("/a.xml")), null, null, other::equals));

        assertThat(result)
                .isInstanceOfSatisfying(
                        FetchResult.OtherFeed.class,
                        found -> assertThat(found.url()).isEqualTo(other));
        assertThat(result.exchange().movedTo()).isEqualTo(permanent ? other : null);
        assertThat(asked()).containsExactly("/a.xml");
    }

    /** Row 20. */
    @Test
    void a_circle_is_seen_when_it_closes() {
        server.answer("/a.xml", redirect(301, "/b.xml")).answer("/b.xml", redirect(302, "/a.xml"));

        assertThat(Fetchers.why(server.url("/a.xml"))).isEqualTo("redirects in a circle");
        assertThat(asked()).containsExactly("/a.xml", "/b.xml");
    }

    /** Row 20. */
    @Test
    void five_redirects_are_followed_and_no_sixth() {
        for (int i = 0; i < 7; i++) {
            server.answer("/" + i, redirect(302, i == 6 ? "/end.xml" : "/" + (i + 1)));
        }

        assertThat(Fetchers.why(server.url("/1"))).isEqualTo("redirects more than 5 times");
        assertThat(asked()).containsExactly("/1", "/2", "/3", "/4", "/5", "/6");
        assertThat(Fetchers.fetch(server.url("/2"))).isInstanceOf(FetchResult.Fetched.class);
    }

    /** Row 20. */
    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/hostname", "ftp://127.0.0.1/feed.xml", "http://", "http://a b/", "mailto:a@b.c"})
    void a_redirect_to_what_is_no_web_address_is_told(String location) {
        server.answer("/a.xml", redirect(302, location));

        assertThat(Fetchers.why(server.url("/a.xml")))
                .isEqualTo("redirects to \"" + location + "\", which is not an http or https address");
    }

    /** Row 20. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Location:\n", "Location:   \n"})
    void a_redirect_without_an_address_is_told(String location) {
        try (var raw = RawServer.saying("HTTP/1.1 301 Moved\nContent-Length: 0\n" + location + "\n")) {
            FetchResult result = Fetchers.fetch(raw.url("/"));

            assertThat(Fetchers.why(result)).isEqualTo("redirects to nowhere");
            assertThat(result.exchange().status()).isEqualTo(301);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 305, 306})
    void other_answers_of_the_three_hundreds_are_no_redirects(int status) {
        server.answer("/a.xml", redirect(status, "/end.xml"));

        assertThat(Fetchers.why(server.url("/a.xml"))).isEqualTo("answered " + status);
    }

    /** Row 21. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "end.xml;/news/end.xml",
                "../end.xml;/end.xml",
                "  /end.xml  ;/end.xml",
                "?page=1;/news/a.xml?page=1",
                "/новини/стрічка.xml;/новини/стрічка.xml",
                "/with blank.xml;/with blank.xml",
            })
    void an_address_that_is_not_complete_is_completed(String location, String path) {
        byte[] answer = RawServer.crlf("HTTP/1.1 302 Found\nLocation: " + location + "\nContent-Length: 0\n\n");
        try (var raw = new RawServer(out -> out.write(answer))) {
            Fetchers.fetch(raw.url("/news/a.xml"));

            String second = raw.requests().get(1).split(" ")[1];
            assertThat(URLDecoder.decode(second, StandardCharsets.UTF_8)).isEqualTo(path);
        }
    }
}
