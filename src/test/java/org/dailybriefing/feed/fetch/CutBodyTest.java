package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 25: half a feed is no feed. */
class CutBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 100\n\n<rss>half",
                "Content-Length: 100\n\n",
                "Transfer-Encoding: chunked\n\n9\n<rss>half\n",
                "Transfer-Encoding: chunked\n\n9\n<rss>",
                "Transfer-Encoding: chunked\n\n",
                "Content-Encoding: br\nContent-Length: 100\n\n\u001b\u0001",
            })
    void a_body_that_is_cut_off_is_told(String answer) {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\n" + answer)) {
            FetchResult result = Fetchers.fetch(server.url("/"));

            assertThat(Fetchers.why(result)).isEqualTo("was cut off before its end");
            assertThat(result.exchange().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"202 Accepted", "204 No Content", "206 Partial Content"})
    void an_answer_that_brings_no_whole_feed_is_told(String status) {
        try (var server = RawServer.saying("HTTP/1.1 " + status + "\nContent-Length: 0\n\n")) {
            assertThat(Fetchers.why(server.url("/"))).isEqualTo("answered " + status.substring(0, 3));
        }
    }
}
