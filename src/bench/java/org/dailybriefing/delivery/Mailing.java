package org.dailybriefing.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dailybriefing.House;
import org.dailybriefing.Processor;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.issue.Entry.Placement;
import org.dailybriefing.issue.Feature;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.OwnWords;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.mail.MailRoom;
import org.dailybriefing.render.BriefingRenderer;
import org.dailybriefing.render.Reader;
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

/** An issue of 25 stories rendered once, and the mail of one reader: filled into what was encoded once, or rendered anew. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 1, time = 10)
@Fork(1)
public class Mailing {

    private static final Instant TIME = Instant.parse("2026-03-10T03:20:00Z");
    private static final Issue ISSUE = new Issue(
            1, House.EDITION, LocalDate.of(2026, 3, 10), 14, IssueStatus.DRAFT, 0, 25, TIME, OwnWords.NONE);
    private static final List<String> TOPICS =
            List.of("peace-plan", "ceasefire", "sanctions", "battlefield", "europe", "domestic");
    private static final String DECK =
            "Envoys of both sides met for the third day in the palace by the lake, and left it to the ministers to decide"
                    + " on the four points that are still open, officials said.";

    private final Delivery delivery = new Delivery(7, 7, "reader@example.org", "Ada Moss", null, 1);

    private House house;
    private BriefingRenderer renderer;
    private MailRoom mailRoom;
    private Edition edition;
    private LetterWriter letters;
    private Reader reader;

    @Setup(Level.Trial)
    public void open() throws IOException {
        Path folder = Files.createTempDirectory("mailing");
        house = House.open(folder, "--briefing.base-url=https://news.example");
        renderer = house.get(BriefingRenderer.class);
        mailRoom = house.get(MailRoom.class);
        edition = house.edition();
        letters = new LetterWriter(ISSUE, rendered());
        reader = new Reader(
                delivery.name(),
                edition.timetable().zone(),
                "https://news.example/unsubscribe/7-0123456789abcdef012345",
                "https://news.example/preferences/7-0123456789abcdef012345");
    }

    @TearDown(Level.Trial)
    public void close() {
        house.close();
    }

    @Benchmark
    public RenderedIssue render_an_issue(Processor processor) {
        processor.did();
        return rendered();
    }

    private RenderedIssue rendered() {
        return renderer.render(edition, ISSUE, entries());
    }

    @Benchmark
    public byte[] mail_of_a_reader(Processor processor) {
        processor.did();
        return mailRoom.bytes(letters.write(delivery, reader, TIME));
    }

    /** As it would be without places in the frozen text. */
    @Benchmark
    public byte[] mail_of_a_reader_rendered_anew(Processor processor) {
        processor.did();
        return mailRoom.bytes(new LetterWriter(ISSUE, rendered()).write(delivery, reader, TIME));
    }

    private static List<Entry> entries() {
        return IntStream.rangeClosed(1, 25).mapToObj(Mailing::entry).toList();
    }

    private static Entry entry(int position) {
        String link = "https://outlet-%c.example/world/2026/03/10/a-story-of-the-day-" + position;
        return new Entry(
                position,
                position,
                position == 1 ? Placement.LEAD : position <= 16 ? Placement.SECTION : Placement.ALSO,
                TOPICS.get(position % TOPICS.size()),
                "Story " + position + ": ministers weigh a corridor for grain ships before the talks",
                DECK,
                "Outlet B",
                link.formatted('a'),
                IntStream.range(0, 1 + position % 5)
                        .mapToObj(i -> new Outlet("Outlet " + (char) ('A' + i), link.formatted('a' + i)))
                        .toList(),
                TIME,
                false,
                4,
                position == 1 ? new Feature(null, List.of(), null) : null,
                "",
                "");
    }
}
