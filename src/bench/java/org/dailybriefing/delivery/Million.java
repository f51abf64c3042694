package org.dailybriefing.delivery;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.base.Settings;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueCompiler;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.mail.Letter;
import org.dailybriefing.mail.Mailer;
import org.dailybriefing.mail.Outgoing;
import org.dailybriefing.mail.Receipt;
import org.dailybriefing.mail.ReplyRules;
import org.dailybriefing.ops.Approval;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A million readers on SQLite in a heap of 300 MB: the ledger alone, since every mail is taken at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx300m")
public class Million {

    private static final int READERS = 1_000_000;
    private static final int TENTH = READERS / 10;
    private static final int CONNECTIONS = 16;

    private House house;
    private FeedServer feeds;
    private Issue issue;

    /** What the table shows beside the time of the whole. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Course {
        public double freezeSeconds;
        public double mailsPerSecondInTheSecondTenth;
        public double mailsPerSecondInTheLastTenth;
        public double heapMegabytesAtTheStart;
        public double heapMegabytesAtTheEnd;
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        Path folder = Files.createTempDirectory("million");
        feeds = new FeedServer();
        house = Samples.house(folder, feeds);
        house.get(Collector.class).collect(house.edition().sources(), Round.ALL);
        var today = house.edition().timetable().date(house.clock().instant());
        Issue draft = house.get(IssueCompiler.class).compile(house.edition(), today).issue();
        issue = house.get(Approval.class).approve(draft, "bench");
        JdbcClient db = house.get(JdbcClient.class);
        db.sql("delete from subscription").update();
        db.sql("delete from subscriber").update();
        db.sql("""
                insert into subscriber (email, name, created)
                with recursive n(i) as (select 1 union all select i + 1 from n where i < :readers)
                select 'reader' || i || '@domain' || (i % 5000) || '.example', 'Reader ' || i, '2026-03-10T10:00:00Z' from n""")
                .param("readers", READERS)
                .update();
        db.sql("""
                insert into subscription (subscriber_id, edition, status, changed_by, changed)
                select id, :edition, 'active', 'file', created from subscriber""")
                .param("edition", issue.edition())
                .update();
    }

    @TearDown(Level.Trial)
    public void close() {
        house.close();
        feeds.close();
    }

    /** Takes every mail at once. */
    private record Taking(AtomicInteger taken, long[] tenths) implements Mailer {

        @Override
        public void send(Outgoing letters) {
            for (Letter letter = letters.take(); letter != null; letter = letters.take()) {
                if (letters.mayEnd(letter)) {
                    letters.settle(letter, new Receipt.Accepted("250 taken"));
                    int count = taken.incrementAndGet();
                    if (count % TENTH == 0) {
                        tenths[count / TENTH] = System.nanoTime();
                    }
                }
            }
        }

        double perSecond(int tenth) {
            return TENTH * 1e9 / (tenths[tenth] - tenths[tenth - 1]);
        }

        @Override
        public void close() {}
    }

    @Benchmark
    public Accounting send(Course course) {
        DeliveryLedger ledger = house.get(DeliveryLedger.class);
        long start = System.nanoTime();
        ledger.freeze(issue, List.of(), "bench", house.clock().instant());
        course.freezeSeconds = (System.nanoTime() - start) / 1e9;
        course.heapMegabytesAtTheStart = heap();
        issue = house.get(IssueStore.class).get(issue.id());

        var taking = new Taking(new AtomicInteger(), new long[11]);
        String id = UUID.randomUUID().toString();
        var run = new DispatchRun(
                issue,
                house.get(LetterPress.class).letters(issue),
                ledger,
                () -> taking,
                new DomainPauses(),
                ReplyRules.shipped(),
                house.clock());
        Settings settings = house.get(Settings.class);
        house.get(DispatcherStore.class).enter(id, issue.id(), false);
        try (var heartbeat = new Heartbeat(
                        id, run, Instant.MAX, house.get(IssueStore.class), house.get(DispatcherStore.class), house.clock());
                var recorder = FlightRecorder.begin(settings.data(), id, CONNECTIONS);
                var clerk = new LedgerClerk(
                        CONNECTIONS,
                        issue,
                        id,
                        ledger,
                        house.get(Bounces.class),
                        house.get(TransactionTemplate.class),
                        house.clock())) {
            heartbeat.start();
            run.run(CONNECTIONS, 64, clerk, recorder, new Lanes(settings.delivery(), Long.MAX_VALUE));
        }
        course.mailsPerSecondInTheSecondTenth = taking.perSecond(2);
        course.mailsPerSecondInTheLastTenth = taking.perSecond(10);
        course.heapMegabytesAtTheEnd = heap();
        Accounting sums = house.get(AccountingStore.class).accounting(issue.id());
        if (sums.accepted() != READERS) {
            throw new IllegalStateException(sums.toString());
        }
        return sums;
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
