package org.dailybriefing.mail;

import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dailybriefing.Processor;
import org.dailybriefing.base.Settings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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

    private final Letter letter = Letters.from(
            Letters.SENDER,
            "reader@reader.example",
            "<p>Envoys met again in Geneva; <b>nobody</b> says what was agreed.</p>\n".repeat(870));
    private DkimSigner signer;

    @Setup
    public void read() throws IOException {
        if (!key.equals("none")) {
            Path folder = Files.createTempDirectory("signing");
            signer = DkimSigner.of(new Settings.Dkim("news", Keys.make(folder, key)));
        }
    }

    @Benchmark
    public void write(Processor processor) throws AddressException, IOException {
        processor.did();
        MimeLetter.of(letter, signer).writeTo(OutputStream.nullOutputStream());
    }
}
