package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.Dns;
import org.dailybriefing.FeedServer;
import org.dailybriefing.FeedServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fetch ends in time, and looks at each address before it goes there. */
class FeedFetcherTest {

    /** Every name is this machine, as if it were a public one. */
    private static final Dns NAMES = name -> List.of(InetAddress.getLoopbackAddress());

    private final FeedServer server = new FeedServer();

    @AfterEach
    void close() {
        server.close();
    }

    private FetchResult fetch(String url, Duration deadline) {
        return new FeedFetcher(Guarded.SETTINGS, NAMES, deadline).fetch(URI.create(url), null, null);
    }

    private String named(String path) {
        return server.url(path).replace("127.0.0.1", "outlet.example");
    }

    private static Answer redirect(String location, long pause) {
        return exchange -> {
            pause(pause);
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_body_that_drips_is_cut_at_the_deadline() {
        server.answer("/a.xml", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                pause(50);
            }
        });

        assertThat(fetch(named("/a.xml"), Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        FetchResult.Failed.class,
                        failed -> assertThat(failed.why()).isEqualTo("did not answer within 1 seconds"));
    }

    @Test
    void the_deadline_is_that_of_all_hops_together() {
        server.answer("/a.xml", redirect("/a.xml", 300));

        assertThat(fetch(named("/a.xml"), Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        FetchResult.Failed.class,
                        failed -> assertThat(failed.why()).isEqualTo("did not answer within 1 seconds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]"})
    void a_redirect_to_an_address_inside_is_not_followed(String inside) {
        server.answer("/a.xml", redirect(server.url("/b.xml").replace("127.0.0.1", inside), 0));

        FetchResult result = fetch(named("/a.xml"), Duration.ofSeconds(10));

        assertThat(result)
                .isInstanceOfSatisfying(
                        FetchResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .contains("leads to the private address ")
                                .contains("briefing.fetch.allow-private-addresses=true allows it"));
        assertThat(server.requests()).extracting(request -> request.path()).containsExactly("/a.xml");
    }

    @Test
    void an_answer_names_where_the_feed_was_found() {
        server.answer("/a.xml", redirect("/b.xml", 0)).serve("/b.xml", "here");

        assertThat(fetch(named("/a.xml"), Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(
                        FetchResult.Fetched.class,
                        fetched -> assertThat(fetched.url()).hasToString(named("/b.xml")));
    }
}
