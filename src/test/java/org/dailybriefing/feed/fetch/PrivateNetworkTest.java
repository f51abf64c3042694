package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.dailybriefing.FeedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 29: no feed makes the program reach into its operator's network, on no way and in no spelling. */
class PrivateNetworkTest {

    private static final String ALLOW = "; briefing.fetch.allow-private-addresses=true allows it";

    /** Stands for the internet: the one address of this machine that counts as public. */
    private static final String PUBLIC = "127.0.0.2";

    private static FeedFetcher outside(Dns names) {
        var client = new OkHttpClient.Builder()
                .dns(names)
                .socketFactory(new PublicSocketFactory(
                        address -> address.getHostAddress().equals(PUBLIC)));
        return Fetchers.open(client, Duration.ofSeconds(30));
    }

    private static RawServer redirecting(String location) {
        return new RawServer(
                RawServer.plain(PUBLIC),
                out -> out.write(
                        RawServer.crlf("HTTP/1.1 302 Found\nLocation: " + location + "\nContent-Length: 0\n\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "2130706433",
                "127.1",
                "0",
                "[::1]",
                "[::ffff:7f00:1]",
                "[::ffff:127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
                "[::7f00:1]",
                "169.254.169.254",
            })
    void an_address_inside_is_refused_in_whatever_way_it_is_written(String host) {
        try (var server = new FeedServer().serve("/a.xml", "the inside")) {
            String url = server.url("/a.xml").replace("127.0.0.1", host);

            assertThat(Fetchers.why(Fetchers.guarded(new OkHttpClient.Builder()).fetch(Fetchers.first(url))))
                    .startsWith("leads to the private address ")
                    .endsWith(ALLOW);
            assertThat(Fetchers.why(Fetchers.guarded(new OkHttpClient.Builder())
                            .fetch(Fetchers.first(url.replace("http:", "https:")))))
                    .startsWith("leads to the private address ");
            assertThat(server.requests()).isEmpty();
        }
    }

    /** Java takes these for names, which nobody has. */
    @ParameterizedTest
    @ValueSource(strings = {"0x7f.0x0.0x0.0x1", "0x7f000001", "017700000001"})
    void an_address_in_hexadecimal_or_octal_is_none(String host) {
        try (var server = new FeedServer().serve("/a.xml", "the inside")) {
            String url = server.url("/a.xml").replace("127.0.0.1", host);

            assertThat(Fetchers.guarded(new OkHttpClient.Builder()).fetch(Fetchers.first(url)))
                    .isInstanceOf(FetchResult.Failed.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void a_name_that_leads_inside_is_refused() {
        try (var server = new FeedServer()) {
            String url = server.url("/a.xml").replace("127.0.0.1", "outlet.example");

            assertThat(Fetchers.why(Fetchers.guarded(Fetchers.names()).fetch(Fetchers.first(url))))
                    .isEqualTo("leads to the private address 127.0.0.1" + ALLOW);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"})
    void a_redirect_to_an_address_inside_is_not_followed(String host) {
        try (var inside = new FeedServer().serve("/a.xml", "the inside");
                var server = redirecting(inside.url("/a.xml").replace("127.0.0.1", host))) {
            assertThat(Fetchers.why(outside(Dns.SYSTEM).fetch(Fetchers.first(server.url("/")))))
                    .startsWith("leads to the private address ")
                    .endsWith(ALLOW);
            assertThat(server.requests()).hasSize(1);
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void a_name_that_leads_inside_the_second_time_is_refused_the_second_time() throws Exception {
        Deque<List<InetAddress>> answers = new ArrayDeque<>(
                List.of(List.of(InetAddress.getByName(PUBLIC)), List.of(InetAddress.getByName("127.0.0.1"))));
        try (var inside = new FeedServer().serve("/a.xml", "the inside");
                var server = redirecting(inside.url("/a.xml").replace("127.0.0.1", "outlet.example"))) {
            var fetcher = outside(name -> answers.remove());

            assertThat(Fetchers.why(fetcher.fetch(Fetchers.first("http://outlet.example:" + server.port() + "/"))))
                    .isEqualTo("leads to the private address 127.0.0.1" + ALLOW);
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void of_the_addresses_of_a_name_only_the_public_ones_are_tried() throws Exception {
        List<InetAddress> both = List.of(InetAddress.getByName("::1"), InetAddress.getByName(PUBLIC));
        try (var server = new RawServer(
                RawServer.plain(PUBLIC),
                out -> out.write(RawServer.crlf("HTTP/1.1 200 OK\nContent-Length: 6\n\n<rss/>")))) {
            FetchResult result =
                    outside(name -> both).fetch(Fetchers.first("http://outlet.example:" + server.port() + "/"));

            assertThat(Fetchers.body(result)).isEqualTo("<rss/>");
        }
    }

    @Test
    void no_proxy_goes_there_in_our_stead() {
        try (var proxy = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 10\n\nthe inside")) {
            var client = Fetchers.names().proxySelector(new ProxySelector() {
                @Override
                public List<Proxy> select(URI uri) {
                    return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())));
                }

                @Override
                public void connectFailed(URI uri, SocketAddress address, IOException e) {}
            });

            assertThat(Fetchers.why(Fetchers.guarded(client).fetch(Fetchers.first("http://10.0.0.1/"))))
                    .isEqualTo("leads to the private address 10.0.0.1" + ALLOW);
            assertThat(proxy.requests()).isEmpty();
        }
    }
}
