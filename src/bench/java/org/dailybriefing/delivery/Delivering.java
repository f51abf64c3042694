package org.dailybriefing.delivery;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.SmtpSink;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueCompiler;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.issue.OwnWords;
import org.dailybriefing.mail.MailRoom;
import org.dailybriefing.ops.Approval;
import org.dailybriefing.ops.Sending;
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

/**
 * A send to 300,000 readers over 16 connections, mails of 60 kB, with the ledger on SQLite and every commit on the disk. To another
 * server than our own with {@code -Dsink=PORT}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@Fork(1)
public class Delivering {

    private static final int READERS = 300_000;

    /** In bytes. */
    private static final int MAIL = 60_000;

    private House house;
    private SmtpSink sink;
    private FeedServer feeds;
    private Issue issue;

    /** Processor time of the whole process: that of our own server too, where it is one. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Costs {
        private static final OperatingSystemMXBean SYSTEM =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        private long start;
        private long cpu;

        @Setup(Level.Invocation)
        public void start() {
            start = System.nanoTime();
            cpu = SYSTEM.getProcessCpuTime();
        }

        public double mailsPerSecond() {
            return READERS * 1e9 / (System.nanoTime() - start);
        }

        public double cpuMicrosecondsPerMail() {
            return (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / READERS;
        }
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        Path folder = Files.createTempDirectory("delivering");
        House.writeSubscribers(folder, READERS);
        feeds = new FeedServer();
        String port = System.getProperty("sink", "");
        sink = new SmtpSink();
        String[] settings = Stream.of(
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + (port.isEmpty() ? sink.port() : port),
                        "--briefing.delivery.connections=16")
                .toArray(String[]::new);
        house = Samples.house(folder, feeds, settings);
        house.get(Collector.class).collect(house.edition().sources(), Round.ALL);
        var today = house.edition().timetable().date(house.clock().instant());
        IssueStore issues = house.get(IssueStore.class);
        Issue draft = house.get(IssueCompiler.class).compile(house.edition(), today).issue();
        // a long note brings the mail to its size
        issues.write(draft, new OwnWords(null, null, "A line of the editors for all readers.\n\n".repeat(365)), "bench");
        Issue approved = house.get(Approval.class).approve(issues.get(draft.id()), "bench");
        house.get(Sending.class).begin(approved, "bench");
        issue = issues.get(approved.id());
        checkSize();
    }

    /** What is compared with other senders must be as large as theirs. */
    private void checkSize() {
        var delivery = new Delivery(1, 1, "reader@example.org", "Reader 1", null, 1);
        int bytes = house.get(MailRoom.class)
                .bytes(house.get(LetterPress.class).letters(issue).apply(delivery)).length;
        if (Math.abs(bytes - MAIL) > MAIL / 100) {
            throw new IllegalStateException("a mail has " + bytes + " bytes instead of about " + MAIL);
        }
    }

    @Setup(Level.Invocation)
    public void reset() {
        JdbcClient db = house.get(JdbcClient.class);
        db.sql("update delivery set status = 'pending', reply = null, next_attempt = '', attempts = 0").update();
        db.sql("update issue set status = 'sending'").update();
        sink.accepted().clear();
    }

    @TearDown(Level.Trial)
    public void close() {
        house.close();
        sink.close();
        feeds.close();
    }

    @Benchmark
    public Accounting send(Costs costs) {
        Accounting sums = house.get(Sending.class)
                .dispatch(house.get(IssueStore.class).get(issue.id()))
                .accounting();
        if (sums.accepted() != READERS) {
            throw new IllegalStateException(sums.toString());
        }
        return sums;
    }
}
