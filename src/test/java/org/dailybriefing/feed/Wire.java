package org.dailybriefing.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Source;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Collector.Outcome;
import org.dailybriefing.feed.Collector.Round;

/** A server of feeds, the house that reads it, and what the one keeps of the other; a path of the server is a source. */
final class Wire implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    final House house;
    final FeedServer server = new FeedServer();
    private final int number = COUNT.incrementAndGet();

    /** @param house may have been open for other wires; what they brought is not seen here */
    Wire(House house) {
        this.house = house;
        house.clock().set("2026-03-10T10:00:00Z");
    }

    Source source(String path) {
        URI url = URI.create(server.url(path) + "?wire=" + number);
        return new Source("Outlet " + path, url, "GB", Ownership.PRIVATE);
    }

    Outcome collect(String path) {
        return collect(path, Round.ALL);
    }

    Outcome collect(String path, Round round) {
        return house.get(Collector.class).collect(List.of(source(path)), round).get(0);
    }

    /** Collects a document as the only one of its feed. */
    Outcome collect(String path, String document) {
        server.serve(path, document);
        return collect(path);
    }

    /** What is wrong with a feed, which must be something. */
    String problem(String path) {
        return ((Outcome.Failed) collect(path)).sentence();
    }

    List<Item> items(String path) {
        Edition e = house.edition();
        var reader = new Edition(
                e.slug(),
                e.folder(),
                e.name(),
                List.of(source(path)),
                e.beat(),
                e.topics(),
                e.timetable(),
                e.sender(),
                e.wording());
        Instant end = Instant.parse("2099-01-01T00:00:00Z");
        return house.get(WireStore.class).items(reader, Instant.parse("2000-01-01T00:00:00Z"), end, end);
    }

    FeedState state(String path) {
        String url = source(path).url().toString();
        return house.get(FeedStore.class).of(url);
    }

    /** An RSS feed with these elements in its only item. */
    static String item(String elements) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>T</title><link>https://o.example/"
                + "</link><description>T</description><item>" + elements + "</item></channel></rss>";
    }

    @Override
    public void close() {
        server.close();
    }
}
