package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.dailybriefing.FeedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 22: however a body is packed, and whatever is said about it, the right bytes come out. */
class ContentDecodingTest {

    private static final String FEED = "<rss><channel><title>Briefing</title></channel></rss>".repeat(3);

    private static final String BROTLI = "G54AoIzUYs2cDgSqHEsz0+VyWOMFNuDAIY4XWSeFe6DhrAzTEBjBr9X7QvAn0zQ=";

    /** Packs as the words of {@code how} say, the first of them first. */
    private static byte[] packed(String how) {
        byte[] bytes = FEED.getBytes(StandardCharsets.UTF_8);
        for (String coding : how.split("\\+")) {
            bytes = switch (coding) {
                case "plain" -> bytes;
                case "gzip" -> gzip(bytes);
                case "zlib" -> deflate(bytes, false);
                case "raw" -> deflate(bytes, true);
                case "br" -> Base64.getDecoder().decode(BROTLI);
                default -> throw new IllegalArgumentException(coding);
            };
        }
        return bytes;
    }

    @FunctionalInterface
    private interface Packer {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] pack(byte[] bytes, Packer packer) {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = packer.over(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        return pack(bytes, GZIPOutputStream::new);
    }

    private static byte[] deflate(byte[] bytes, boolean raw) {
        return pack(bytes, out -> new DeflaterOutputStream(out, new Deflater(9, raw)));
    }

    private static String decode(byte[] body, String contentEncoding) throws IOException {
        return new String(
                ContentDecoding.decode(new ByteArrayInputStream(body), contentEncoding, 1 << 20),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "plain;",
                "plain; ''",
                "plain; identity",
                "gzip; gzip",
                "gzip; X-GZip",
                "zlib; deflate",
                "raw; deflate",
                "br; br",
                "gzip+gzip; 'gzip, gzip'",
                "zlib+gzip; 'deflate, gzip'",
                "br+gzip; 'br,gzip'",
                // the header says less than there is
                "gzip;",
                "gzip; identity",
                "gzip+gzip; gzip",
                "gzip+gzip;",
                // the header says more than there is
                "plain; gzip",
                "plain; deflate",
                "plain; br",
                "plain; utf-8",
                "gzip; 'gzip, gzip'",
            })
    void the_right_bytes_come_out(String how, String contentEncoding) throws IOException {
        assertThat(decode(packed(how), contentEncoding)).isEqualTo(FEED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", ""})
    void nothing_stays_nothing(String contentEncoding) throws IOException {
        assertThat(decode(new byte[0], contentEncoding)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rss><title>Паром</title></rss>", "\ufeff<rss/>", "\r\n\t{\"version\":\"\u2026\"}"})
    void text_of_any_script_is_known_as_text(String text) throws IOException {
        assertThat(decode(text.getBytes(StandardCharsets.UTF_8), "br")).isEqualTo(text);
    }

    /** Between the two there is a moment at which nothing is available. */
    @Test
    void a_further_member_is_read_though_it_comes_later() throws IOException {
        byte[] half = FEED.getBytes(StandardCharsets.UTF_8);
        InputStream slow =
                new SequenceInputStream(new ByteArrayInputStream(gzip(half)), new ByteArrayInputStream(gzip(half)));

        assertThat(ContentDecoding.decode(slow, "gzip", 1 << 20)).asString().isEqualTo(FEED + FEED);
    }

    @Test
    void what_follows_on_the_packed_body_is_left_out() throws IOException {
        byte[] body = Arrays.copyOf(packed("gzip"), packed("gzip").length + 20);

        assertThat(decode(body, "gzip")).isEqualTo(FEED);
    }

    /** Row 25. */
    @ParameterizedTest
    @CsvSource({"gzip, gzip", "gzip,", "zlib, deflate", "raw, deflate", "br, br", "gzip+gzip, gzip"})
    void a_packed_body_that_is_cut_off_is_an_error(String how, String contentEncoding) {
        byte[] whole = packed(how);

        for (int length = 20; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decode(cut, contentEncoding))
                    .hasMessageMatching("was cut off( or damaged)? before its end");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gzip; gzip; cannot be unpacked: its compression is damaged",
                "zlib; deflate; cannot be unpacked: its compression is damaged",
                "br; br; was cut off or damaged before its end",
            })
    void a_packed_body_that_is_damaged_is_an_error(String how, String contentEncoding, String why) {
        byte[] damaged = packed(how);
        damaged[damaged.length - 1] ^= 0x55;

        assertThatThrownBy(() -> decode(damaged, contentEncoding)).hasMessage(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "zstd; cannot be unpacked: it is packed as \"zstd\"",
                "gzip, gzip, gzip, gzip; cannot be unpacked: it is packed more than 3 times",
            })
    void a_way_of_packing_that_was_not_asked_for_is_told(String contentEncoding, String why) {
        byte[] body = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0};

        assertThatThrownBy(() -> decode(body, contentEncoding)).hasMessage(why);
    }

    /** Row 23: nothing large comes out, but much would have to be unpacked. */
    @Test
    void what_is_large_between_two_layers_is_too_large() {
        byte[] inner = new byte[3 << 20];
        byte[] start = gzip(new byte[0]);
        System.arraycopy(start, 0, inner, 0, 10);
        // stored blocks of no length
        for (int i = 10; i + 5 <= inner.length; i += 5) {
            inner[i + 3] = (byte) 0xff;
            inner[i + 4] = (byte) 0xff;
        }

        assertThatThrownBy(() -> decode(gzip(inner), "gzip, gzip")).hasMessage("is larger than 1 MB");
    }

    @ParameterizedTest
    @CsvSource({"gzip, gzip", "zlib, deflate", "br, br", "gzip+gzip, gzip"})
    void a_server_may_use_each_of_them(String how, String contentEncoding) {
        try (var server = new FeedServer().answer("/a.xml", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", contentEncoding);
            FeedServer.send(exchange, 200, packed(how));
        })) {
            FetchResult result = Fetchers.fetch(server.url("/a.xml"));

            assertThat(Fetchers.body(result)).isEqualTo(FEED);
            assertThat(result.exchange().bytes()).isEqualTo(FEED.length());
        }
    }
}
