package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server learns of us, and what we keep of it. */
class RequestTest {

    private static final String FEED = "HTTP/1.1 200 OK\nContent-Length: 6\nSet-Cookie: id=1; Path=/\n%s\n<rss/>";

    /** Row 1. */
    @Test
    void a_first_request_says_who_asks_and_for_what_and_nothing_more() {
        try (var server = RawServer.saying(FEED.formatted(""))) {
            Fetchers.fetch(server.url("/a.xml?b=c"));

            assertThat(server.requests().get(0).lines())
                    .containsExactlyInAnyOrder(
                            "GET /a.xml?b=c HTTP/1.1",
                            "Host: 127.0.0.1:" + server.port(),
                            "User-Agent: DailyBriefing/0.1 (+https://news.example.org)",
                            "Accept: application/rss+xml, application/atom+xml, application/feed+json,"
                                    + " application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9,"
                                    + " application/json;q=0.5, */*;q=0.1",
                            "Accept-Encoding: gzip, deflate, br",
                            "Connection: close",
                            "");
        }
    }

    /** Rows 2 and 3. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "\"a\"                |",
                "W/\"a;b, c='\\d\"    |",
                "\"a-gzip\"           | Tue, 10 Mar 2026 07:00:00 GMT",
                "unquoted             | yesterday,  about noon",
                "                     | 10.03.2026",
            })
    void validators_are_kept_and_sent_byte_for_byte(String etag, String lastModified) {
        String known = (etag == null ? "" : "ETag: " + etag + "\n")
                + (lastModified == null ? "" : "Last-Modified: " + lastModified + "\n");
        try (var server = RawServer.saying(FEED.formatted(known))) {
            var fetcher = Fetchers.open();
            var first = (FetchResult.Fetched) fetcher.fetch(Fetchers.first(server.url("/")));

            fetcher.fetch(
                    new FetchRequest(URI.create(server.url("/")), first.etag(), first.lastModified(), target -> false));

            assertThat(server.requests().get(1).lines().filter(line -> line.startsWith("If-")))
                    .containsExactlyInAnyOrderElementsOf(known.replace("ETag", "If-None-Match")
                            .replace("Last-Modified", "If-Modified-Since")
                            .lines()
                            .toList());
        }
    }

    /** Row 3: a validator that the client could not send. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\u00e9\"", "\"a\u0001b\""})
    void a_validator_that_cannot_be_sent_is_not_kept(String etag) {
        try (var server = RawServer.saying(FEED.formatted("ETag: " + etag + "\n"))) {
            assertThat(((FetchResult.Fetched) Fetchers.fetch(server.url("/"))).etag())
                    .isNull();
        }
    }

    /** Rows 4 and 6. */
    @Test
    void not_modified_carries_the_validators_of_its_own_answer() {
        try (var with = RawServer.saying("HTTP/1.1 304 Not Modified\nETag: \"new\"\n\n");
                var without = RawServer.saying("HTTP/1.1 304 Not Modified\n\n")) {
            assertThat(Fetchers.fetch(with.url("/"))).isInstanceOfSatisfying(FetchResult.NotModified.class, answer -> {
                assertThat(answer.etag()).isEqualTo("\"new\"");
                assertThat(answer.lastModified()).isNull();
                assertThat(answer.exchange().status()).isEqualTo(304);
            });
            assertThat(((FetchResult.NotModified) Fetchers.fetch(without.url("/"))).etag())
                    .isNull();
        }
    }

    /** Row 34. */
    @Test
    void a_cookie_is_not_sent_back() {
        try (var server = RawServer.saying(FEED.formatted(""))) {
            var fetcher = Fetchers.open();
            fetcher.fetch(Fetchers.first(server.url("/")));
            fetcher.fetch(Fetchers.first(server.url("/")));

            assertThat(server.requests()).hasSize(2).noneMatch(head -> head.contains("Cookie"));
        }
    }

    @Test
    void what_came_of_it_is_told_in_numbers() {
        try (var server = RawServer.saying(FEED.formatted(""))) {
            var exchange = Fetchers.fetch(server.url("/")).exchange();

            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.bytes()).isEqualTo(6);
            assertThat(exchange.took()).isPositive();
        }
    }
}
