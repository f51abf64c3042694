package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.dailybriefing.FeedServer;
import org.dailybriefing.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture's format and size are what its bytes say, whatever its server and the feed say of it. */
class PictureFetcherTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final FeedServer server = Pictures.server();

    @AfterEach
    void close() {
        server.close();
    }

    private PictureFetcher fetcher() {
        return new PictureFetcher(Pictures.trusting(), Fetchers.settings(true));
    }

    private PictureSize fetch(String path) throws FetchException {
        return fetcher().fetch(Pictures.url(server, path), LONG);
    }

    private void serve(String path, byte[] bytes) {
        server.answer(path, exchange -> send(exchange, "image/jpeg", bytes));
    }

    private static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        FeedServer.send(exchange, 200, bytes);
    }

    @Test
    void a_jpeg_and_a_png_tell_their_size() throws Exception {
        serve("/a.jpg", Pictures.jpeg(1200, 675));
        serve("/b.png", Pictures.png(640, 480));

        assertThat(fetch("/a.jpg")).isEqualTo(new PictureSize(1200, 675));
        assertThat(fetch("/b.png")).isEqualTo(new PictureSize(640, 480));
    }

    /** As cameras do with their notes and a small copy of the picture. */
    @Test
    void a_jpeg_tells_its_size_behind_a_long_head() throws Exception {
        byte[] jpeg = Pictures.jpeg(1200, 675);
        var bytes = ByteBuffer.allocate(jpeg.length + 3 * 65_002);
        bytes.put(jpeg, 0, 2);
        for (int i = 0; i < 3; i++) {
            bytes.putShort((short) 0xFFE1).putShort((short) 65_000).put(new byte[64_998]);
        }
        serve("/a.jpg", bytes.put(jpeg, 2, jpeg.length - 2).array());

        assertThat(fetch("/a.jpg")).isEqualTo(new PictureSize(1200, 675));
    }

    @Test
    void it_is_asked_for_as_a_mail_program_asks_that_shows_jpeg_and_png_only() throws Exception {
        server.answer(
                "/a",
                exchange -> send(
                        exchange,
                        "image/jpeg",
                        exchange.getRequestHeaders().getFirst("Accept").contains("webp")
                                ? Pictures.webp()
                                : Pictures.jpeg(1200, 675)));

        assertThat(fetch("/a")).isEqualTo(new PictureSize(1200, 675));
        assertThat(server.requests().get(0).headers())
                .containsEntry("accept", "image/jpeg, image/png")
                .containsEntry("user-agent", "DailyBriefing/0.1 (+https://news.example.org)")
                .doesNotContainKeys("cookie", "referer");
    }

    static Stream<Arguments> others() {
        byte[] page = "<!doctype html><title>Sorry</title>".getBytes(StandardCharsets.UTF_8);
        byte[] drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
        byte[] jpeg = Pictures.jpeg(1200, 675);
        String other = "is neither a JPEG nor a PNG";
        return Stream.of(
                Arguments.of("a pixel", Pictures.pixel(), other),
                Arguments.of("WebP", Pictures.webp(), other),
                Arguments.of("a page", page, other),
                Arguments.of("SVG", drawing, other),
                Arguments.of("nothing", new byte[0], "was cut off before its end"),
                Arguments.of("a cut JPEG", Arrays.copyOf(jpeg, 100), "was cut off before its end"),
                Arguments.of("a cut PNG", Arrays.copyOf(Pictures.png(640, 480), 20), "was cut off before its end"),
                Arguments.of(
                        "no height", bytes(0xFFD8, 0xFFC0, 0x0011, 0x0800, 0x0004, 0xB000), "is a damaged picture"),
                Arguments.of("no frame", bytes(0xFFD8, 0xFFDA, 0x0008, 0x0000), "is a damaged picture"),
                Arguments.of("no segment", bytes(0xFFD8, 0x0000, 0x0000, 0x0000), "is a damaged picture"),
                Arguments.of(
                        "no header",
                        bytes(0x8950, 0x4E47, 0x0D0A, 0x1A0A, 0, 13, 0x4944, 0x4154),
                        "is a damaged picture"));
    }

    private static byte[] bytes(int... pairs) {
        var bytes = ByteBuffer.allocate(2 * pairs.length);
        for (int pair : pairs) {
            bytes.putShort((short) pair);
        }
        return bytes.array();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void what_is_no_jpeg_or_png_is_refused_though_it_says_so(String what, byte[] bytes, String why) {
        serve("/a.jpg", bytes);

        assertThatThrownBy(() -> fetch("/a.jpg"))
                .isInstanceOf(FetchException.class)
                .hasMessage(why);
    }

    /** 50,000 x 50,000 black pixels, of which not one is made. */
    @Test
    void what_claims_to_be_huge_is_not_unpacked() throws Exception {
        byte[] bomb = Pictures.png(640, 480);
        ByteBuffer.wrap(bomb).putInt(16, 50_000).putInt(20, 50_000);
        serve("/a.png", bomb);

        assertThat(fetch("/a.png")).isEqualTo(new PictureSize(50_000, 50_000));
    }

    @Test
    void what_is_announced_as_too_large_is_not_read() {
        server.answer("/a.jpg", exchange -> {
            exchange.sendResponseHeaders(200, (5 << 20) + 1);
            exchange.getResponseBody().write(Pictures.jpeg(1200, 675));
        });

        assertThatThrownBy(() -> fetch("/a.jpg")).hasMessage("is larger than 5 MB");
    }

    @Test
    void what_is_not_there_is_told() {
        assertThatThrownBy(() -> fetch("/gone.jpg")).hasMessage("answered 404");
    }

    @Test
    void a_redirect_is_followed_within_https_only() throws Exception {
        serve("/a.jpg", Pictures.jpeg(1200, 675));
        redirect("/here", "/a.jpg");
        redirect("/out", "http://" + Pictures.HOST + "/a.jpg");
        redirect("/round", "/round");

        assertThat(fetch("/here")).isEqualTo(new PictureSize(1200, 675));
        assertThatThrownBy(() -> fetch("/out")).hasMessage("redirects from https to http");
        assertThatThrownBy(() -> fetch("/round")).hasMessage("redirects in a circle");
    }

    private void redirect(String path, String location) {
        server.answer(path, exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    @Test
    void a_slow_server_has_its_time_and_no_more() {
        var over = new CountDownLatch(1);
        server.answer("/a.jpg", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(bytes(0xFFD8));
            exchange.getResponseBody().flush();
            await(over);
        });

        try {
            assertThatThrownBy(() -> fetcher().fetch(Pictures.url(server, "/a.jpg"), Duration.ofSeconds(1)))
                    .hasMessage("did not answer within 1 seconds");
        } finally {
            over.countDown();
        }
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://outlet.example/a.jpg", "data:image/png;base64,AAAA", "javascript:alert(1)", "/a.jpg", ""
            })
    void what_is_not_https_is_not_asked_for(String address) {
        assertThatThrownBy(() -> fetcher().fetch(address, LONG)).hasMessage("has an address that is not https");
    }

    @Test
    void an_address_inside_is_not_reached() {
        serve("/a.jpg", Pictures.jpeg(1200, 675));
        OkHttpClient.Builder client = Pictures.trusting();

        assertThatThrownBy(() -> new PictureFetcher(client, Fetchers.settings(false))
                        .fetch(Pictures.url(server, "/a.jpg"), LONG))
                .hasMessage(
                        "leads to the private address 127.0.0.1; briefing.fetch.allow-private-addresses=true allows it");
        assertThat(server.requests()).isEqualTo(List.of());
    }
}
