package org.dailybriefing.feed.parse;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the bytes of a feed to its items: the collector's parser, plain text included; plain Rome, whose texts are still markup;
 * and a bare pass of Woodstox over the same bytes, which is as fast as it could be. {@code -Dfeeds=A.xml,B.xml,C.xml} takes three
 * captures; without it three are made up in their likeness.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 1, time = 10) // counters of several iterations would be added up
@Fork(1)
public class FeedParsing {

    @Param({"0", "1", "2"})
    private int feed;

    private byte[] document;
    private XMLInputFactory woodstox;

    /** Feeds per second of processor time, which other programs on the machine don't change. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private long start;
        private long feeds;

        @Setup(Level.Iteration)
        public void start() {
            feeds = 0;
            start = THREADS.getCurrentThreadCpuTime();
        }

        public long feedsPerCpuSecond() {
            return feeds * TimeUnit.SECONDS.toNanos(1) / Math.max(1, THREADS.getCurrentThreadCpuTime() - start);
        }
    }

    @Setup
    public void load() throws IOException {
        String given = System.getProperty("feeds", "");
        document = given.isBlank() ? madeUp() : Files.readAllBytes(Path.of(given.split(",")[feed]));
        woodstox = new com.ctc.wstx.stax.WstxInputFactory();
        woodstox.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    @Benchmark
    public Object collector(Processor processor) {
        processor.feeds++;
        return FeedParser.parse(document, null, null);
    }

    @Benchmark
    public Object plainRome(Processor processor) throws Exception {
        processor.feeds++;
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(document)));
    }

    @Benchmark
    public int woodstoxPass(Processor processor) throws Exception {
        processor.feeds++;
        XMLStreamReader reader = woodstox.createXMLStreamReader(new ByteArrayInputStream(document));
        int characters = 0;
        while (reader.hasNext()) {
            characters += reader.next() == XMLStreamConstants.CHARACTERS ? reader.getTextLength() : 0;
        }
        return characters;
    }

    /** A Cyrillic feed of 50 items with enclosures, an English one of 50 with twelve pictures each, a small one of 27. */
    private byte[] madeUp() {
        String words = feed == 0 ? "Переговори тривають у Женеві, сторони обмінялися списками. " : "The talks go on in Geneva. ";
        String pictures = feed == 1
                ? "<media:content medium=\"image\" url=\"https://o.example/i/%d.jpg\" width=\"%1$d\" height=\"300\"/>"
                        .repeat(12)
                : "<media:thumbnail url=\"https://o.example/i/%d.jpg\" width=\"240\" height=\"135\"/>";
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\""
                + " xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Harbour Post</title>");
        for (int i = 0; i < (feed == 2 ? 27 : 50); i++) {
            xml.append("<item><title>").append(words).append(i).append("</title><link>https://o.example/news/").append(i);
            xml.append("?at_medium=RSS</link><guid isPermaLink=\"false\">g").append(i).append("</guid><description><![CDATA[");
            xml.append(words.repeat(3)).append("<b>").append(words).append("</b>]]></description>");
            xml.append("<pubDate>Tue, 10 Mar 2026 07:%02d:00 GMT</pubDate>".formatted(i));
            xml.append(pictures.formatted(400 + i)).append("</item>");
        }
        return xml.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
