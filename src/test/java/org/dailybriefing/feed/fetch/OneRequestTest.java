package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 13: no server is asked twice for the same thing. */
class OneRequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "408 Request Timeout\nRetry-After: 0",
                "408 Request Timeout",
                "503 Service Unavailable\nRetry-After: 0",
                "421 Misdirected Request",
                "401 Unauthorized\nWWW-Authenticate: Basic realm=\"a\"",
                "500 Internal Server Error",
                "429 Too Many Requests\nRetry-After: 0",
            })
    void an_error_is_not_asked_for_again(String answer) {
        try (var server = RawServer.saying("HTTP/1.1 " + answer + "\nContent-Length: 0\n\n")) {
            assertThat(Fetchers.why(server.url("/"))).isEqualTo("answered " + answer.substring(0, 3));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_server_that_hangs_up_is_not_called_again_at_its_other_address() throws UnknownHostException {
        List<InetAddress> both = List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("127.0.0.2"));
        try (var server = new RawServer(RawServer.plain("0.0.0.0"), out -> {})) {
            var fetcher = Fetchers.open(Fetchers.names().dns(name -> both), Duration.ofSeconds(30));

            assertThat(Fetchers.why(fetcher.fetch(Fetchers.first("http://outlet.example:" + server.port() + "/"))))
                    .isEqualTo("cannot be reached: it broke off the connection without an answer");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void nothing_is_sent_on_a_connection_that_the_server_may_have_left() {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 6\n\n<rss/>")) {
            var fetcher = Fetchers.open();

            for (int i = 1; i <= 3; i++) {
                assertThat(fetcher.fetch(Fetchers.first(server.url("/")))).isInstanceOf(FetchResult.Fetched.class);
                assertThat(server.requests()).hasSize(i);
            }
        }
    }
}
