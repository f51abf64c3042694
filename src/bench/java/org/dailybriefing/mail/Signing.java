package org.dailybriefing.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.dailybriefing.base.Settings;
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

/** What a signature costs: a mail of 60 kB composed and written, unsigned or signed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 1, time = 10) // counters of several iterations would be added up
@Fork(1)
public class Signing {

    @Param({"none", "Ed25519", "RSA 1024", "RSA 2048"})
    private String key;

    private final Session session = Session.getInstance(new Properties());
    private final Letter letter = Letters.from(
            Letters.SENDER,
            "reader@reader.example",
            "<p>Envoys met again in Geneva; <b>nobody</b> says what was agreed.</p>\n".repeat(870));
    private DkimSigner signer;

    /** Mails per second of processor time, which other programs on the machine don't change. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private long start;
        private long mails;

        @Setup(Level.Iteration)
        public void start() {
            mails = 0;
            start = THREADS.getCurrentThreadCpuTime();
        }

        public long mailsPerCpuSecond() {
            return mails * TimeUnit.SECONDS.toNanos(1) / Math.max(1, THREADS.getCurrentThreadCpuTime() - start);
        }
    }

    @Setup
    public void read() throws IOException {
        if (!key.equals("none")) {
            Path folder = Files.createTempDirectory("signing");
            signer = DkimSigner.of(new Settings.Dkim("news", Keys.make(folder, key)));
        }
    }

    @Benchmark
    public void write(Processor processor) throws MessagingException, IOException {
        processor.mails++;
        MimeLetter.of(letter, signer).writeTo(OutputStream.nullOutputStream());
    }
}
