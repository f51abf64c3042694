package org.dailybriefing.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.dailybriefing.House;
import org.dailybriefing.base.Settings;
import org.dailybriefing.edition.Source;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Collector.Outcome;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.feed.fetch.FeedFetcher;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A round through 1,000 feeds of 50 items on 1,000 hosts, from a server that takes 50 ms to answer, into SQLite: the first, in
 * which all is new, and the next, in which each server answers 304.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class Collecting {

    private static final int FEEDS = 1_000;
    private static final int ITEMS = 50;
    private static final int LATENCY = 50;

    /** A house that has read nothing yet, and the servers of its feeds. */
    @State(Scope.Thread)
    public static class Wire {

        private HttpServer server;
        private ExecutorService threads;
        private House house;
        private Collector collector;
        private List<Source> sources;

        @Setup(Level.Iteration)
        public void open() throws IOException {
            threads = Executors.newCachedThreadPool();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
            server.setExecutor(threads);
            server.createContext("/", Wire::answer);
            server.start();
            sources = IntStream.range(0, FEEDS)
                    .mapToObj(i -> new Source("Outlet " + i, url(i), "GB", Ownership.PRIVATE))
                    .toList();
            Path folder = Files.createTempDirectory("collecting");
            house = House.open(folder);
            var names = new OkHttpClient.Builder().dns(name -> List.of(InetAddress.getLoopbackAddress()));
            InstantSource clock = house.clock();
            var fetcher = new FeedFetcher(names, Duration.ofSeconds(30), house.get(Settings.class), clock);
            var feeds = house.get(FeedStore.class);
            collector = new Collector(feeds, new FeedCheck(fetcher, feeds, house.get(ItemStore.class), clock), clock);
        }

        private URI url(int i) {
            return URI.create("http://outlet" + i + ".example:" + server.getAddress().getPort() + "/" + i);
        }

        private static void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                TimeUnit.MILLISECONDS.sleep(LATENCY);
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                    exchange.sendResponseHeaders(304, -1);
                    return;
                }
                byte[] feed = feed(exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(200, feed.length);
                exchange.getResponseBody().write(feed);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static byte[] feed(String path) {
            var xml = new StringBuilder("<rss version=\"2.0\"><channel><title>Outlet</title>");
            for (int i = 0; i < ITEMS; i++) {
                xml.append("<item><title>Ferry %d of %s</title><link>https://o.example%2$s/%1$d</link>".formatted(i, path));
                xml.append("<description>It crosses twice a day, weather permitting, and thrice on Sundays.</description>");
                xml.append("<pubDate>Tue, 10 Mar 2026 07:%02d:00 GMT</pubDate></item>".formatted(i));
            }
            return xml.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
        }

        int round(Class<? extends Outcome> expected) {
            List<Outcome> outcomes = collector.collect(sources, Round.ALL);
            if (!outcomes.stream().allMatch(expected::isInstance)) {
                throw new IllegalStateException("not what was to be measured: " + outcomes.get(0));
            }
            return outcomes.size();
        }

        @TearDown(Level.Iteration)
        public void close() {
            house.close();
            server.stop(0);
            threads.shutdownNow();
        }
    }

    /** A house that has read all of it before. */
    @State(Scope.Thread)
    public static class KnownWire extends Wire {

        @Override
        @Setup(Level.Iteration)
        public void open() throws IOException {
            super.open();
            round(Outcome.Read.class);
        }
    }

    @Benchmark
    public int firstRound(Wire wire) {
        return wire.round(Outcome.Read.class);
    }

    @Benchmark
    public int roundOf304(KnownWire wire) {
        return wire.round(Outcome.Unchanged.class);
    }
}
