package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 23: no body is larger than the cap, packed or unpacked, announced or not. */
class BodySizeTest {

    private static final int MEGABYTE = 1 << 20;

    private static RawServer answering(String headers, RawServer.Script body) {
        return new RawServer(out -> {
            out.write(RawServer.crlf("HTTP/1.1 200 OK\n" + headers + "\n"));
            body.answer(out);
        });
    }

    private static void blanks(OutputStream out, int megabytes) throws IOException {
        byte[] blanks = " ".repeat(MEGABYTE).getBytes();
        for (int i = 0; i < megabytes; i++) {
            out.write(blanks);
        }
    }

    @Test
    void a_bomb_of_a_gigabyte_stops_at_the_cap_and_takes_little_memory() {
        var sent = new AtomicLong();
        try (var server = answering("Content-Encoding: gzip\n", out -> {
            var gzip = new GZIPOutputStream(out);
            for (int i = 0; i < 1024; i++) {
                blanks(gzip, 1);
                sent.incrementAndGet();
            }
            gzip.close();
        })) {
            var fetcher = Fetchers.open();
            var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

            FetchResult result = fetcher.fetch(Fetchers.first(server.url("/")));

            long allocated =
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            assertThat(Fetchers.why(result)).isEqualTo("is larger than 10 MB");
            assertThat(allocated).isLessThan(32L * MEGABYTE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Encoding: gzip\n"})
    void a_body_that_is_announced_as_too_large_is_not_read(String encoding) {
        try (var server = answering("Content-Length: 10485761\n" + encoding, out -> RawServer.pause(60_000))) {
            assertThat(Fetchers.why(server.url("/"))).isEqualTo("is larger than 10 MB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Encoding: br\n"})
    void a_body_without_an_end_is_stopped(String encoding) {
        try (var server = answering(encoding, out -> blanks(out, Integer.MAX_VALUE))) {
            assertThat(Fetchers.why(server.url("/"))).isEqualTo("is larger than 10 MB");
        }
    }

    @Test
    void a_body_of_just_ten_megabytes_is_read() {
        try (var server = answering("Content-Length: 10485760\n", out -> blanks(out, 10))) {
            assertThat(Fetchers.fetch(server.url("/")).exchange().bytes()).isEqualTo(10 * MEGABYTE);
        }
    }
}
