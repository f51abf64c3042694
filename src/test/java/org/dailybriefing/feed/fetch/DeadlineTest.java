package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import org.dailybriefing.FeedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 24: a fetch ends in time, however slowly a server goes on. */
class DeadlineTest {

    private static final String LATE = "did not answer within 1 seconds";

    private static String why(String url) {
        return Fetchers.why(
                Fetchers.open(Fetchers.names(), Duration.ofSeconds(1)).fetch(Fetchers.first(url)));
    }

    private static RawServer dripping(String start, String drop) {
        return new RawServer(out -> {
            out.write(RawServer.crlf(start));
            while (true) {
                out.write(RawServer.crlf(drop));
                out.flush();
                RawServer.pause(50);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\nX", "HTTP/1.1 100 Continue\n\nHTTP/1.1 2"})
    void a_head_that_drips_is_cut(String start) {
        try (var server = dripping(start, "0")) {
            assertThat(why(server.url("/"))).isEqualTo(LATE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 9999\n", "", "Content-Encoding: gzip\n"})
    void a_body_that_drips_is_cut(String headers) {
        try (var server = dripping("HTTP/1.1 200 OK\n" + headers + "\n", " ")) {
            assertThat(why(server.url("/"))).isEqualTo(LATE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip H4sIAAAAAAAA",
                "br G60GoIzUWs0dm2seH7M3OpwqO+HWXAB6/Jtf9mJrO/wmfWslAUXYFvDDwG2IyJ4jfHyjDgpdDuZy4nnf8foZOP/AR+w2KG2ylLsLf0JkreR0qiYr4ZqF1HoQrVCro9pm"
            })
    void a_packed_body_that_stands_still_is_cut(String packed) {
        String[] parts = packed.split(" ");
        try (var server = new RawServer(out -> {
            out.write(RawServer.crlf("HTTP/1.1 200 OK\nContent-Encoding: " + parts[0] + "\n\n"));
            out.write(Base64.getDecoder().decode(parts[1]));
            out.flush();
            RawServer.pause(60_000);
        })) {
            assertThat(why(server.url("/"))).isEqualTo(LATE);
        }
    }

    @Test
    void the_deadline_is_that_of_all_hops_together() {
        try (var server = new FeedServer()) {
            for (int i = 0; i < 5; i++) {
                String next = "/" + (i + 1);
                server.answer("/" + i, exchange -> {
                    RawServer.pause(300);
                    exchange.getResponseHeaders().set("Location", next);
                    exchange.sendResponseHeaders(302, -1);
                });
            }
            server.serve("/5", "too late");

            assertThat(why(server.url("/0"))).isEqualTo(LATE);
        }
    }
}
