package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on the way is told in words for people. */
class DiagnosisTest {

    @Test
    void a_name_that_nobody_knows() {
        var nameless = new OkHttpClient.Builder().dns(name -> {
            throw new UnknownHostException("java.net." + name);
        });

        FetchResult result =
                Fetchers.open(nameless, Duration.ofSeconds(30)).fetch(Fetchers.first("http://nowhere.example/"));

        assertThat(Fetchers.why(result))
                .isEqualTo("cannot be reached: no address is known for the name nowhere.example");
        assertThat(result.exchange().status()).isZero();
    }

    @Test
    void a_door_that_is_closed() throws IOException {
        int port;
        try (ServerSocket closed = RawServer.plain("127.0.0.1")) {
            port = closed.getLocalPort();
        }

        assertThat(Fetchers.why("http://127.0.0.1:" + port + "/"))
                .isEqualTo("cannot be reached: the connection was refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"220 mail.example ESMTP\n", "HTTP/1.1 \u001b[2J\u0000\n\n", "HTTP/1.1 two OK\n\n", "<rss/>\n"})
    void a_server_of_something_else(String greeting) {
        try (var server = RawServer.saying(greeting)) {
            assertThat(Fetchers.why(server.url("/"))).isEqualTo("cannot be reached: what it answers is not HTTP");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\nContent-", "HT"})
    void an_answer_that_breaks_off_in_its_head(String start) {
        try (var server = RawServer.saying(start)) {
            assertThat(Fetchers.why(server.url("/")))
                    .isEqualTo("cannot be reached: it broke off the connection without an answer");
        }
    }

    @Test
    void an_address_of_another_kind() {
        assertThat(Fetchers.why("gopher://outlet.example/")).isEqualTo("has an address that is not http or https");
    }
}
