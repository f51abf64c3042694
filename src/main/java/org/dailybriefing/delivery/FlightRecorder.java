package org.dailybriefing.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dailybriefing.base.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each line of a run is at, in a file that is mapped into memory: it costs nothing to write, and what was written is there
 * when the process is killed, though not when the machine loses its power. A line's row is one word: the delivery and how far it
 * got. One row is enough, since the end of a mail goes out only once the result of the one before is in the ledger.
 */
final class FlightRecorder implements AutoCloseable {

    /** How far a mail got; none = its end was not about to be sent. */
    enum Mark {
        NONE,
        /** Its end was about to go out, and no reply was read. */
        ENDING,
        ACCEPTED,
        REJECTED,
        /** The server may take it later. */
        RETRY
    }

    private static final Logger log = LoggerFactory.getLogger(FlightRecorder.class);

    /** What cannot be read is told once. */
    private static final Set<Path> TOLD = ConcurrentHashMap.newKeySet();

    private static final String PREFIX = "flight-";
    private static final String SUFFIX = ".rec";
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int BOOT_BYTES = 64;
    /** Bits of a word that hold the mark; the others hold the delivery. */
    private static final int MARK_BITS = 3;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final MappedByteBuffer words;

    private FlightRecorder(Path file, FileChannel channel, FileLock lock, MappedByteBuffer words) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.words = words;
    }

    /** Begins a record that is locked for as long as this process lives. */
    static FlightRecorder begin(Path folder, String dispatcher, int lines) {
        Path file = folder.resolve(PREFIX + dispatcher + SUFFIX);
        // under its name only once it is locked, or others would take it for abandoned
        Path nameless = folder.resolve(PREFIX + dispatcher);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    nameless, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                FlightRecorder recorder = begin(file, channel, lines);
                Files.move(nameless, file);
                return recorder;
            } catch (IOException e) {
                channel.close();
                Files.deleteIfExists(nameless);
                throw e;
            }
        } catch (IOException e) {
            throw new Refusal(
                    "The record of the sending cannot be made in " + folder.toAbsolutePath() + " ("
                            + e.getClass().getSimpleName() + "); check the disk and its permissions. Nothing was sent.",
                    e);
        }
    }

    private static FlightRecorder begin(Path file, FileChannel channel, int lines) throws IOException {
        FileLock lock = channel.lock();
        byte[] blank = Arrays.copyOf(boot().getBytes(StandardCharsets.US_ASCII), BOOT_BYTES + Long.BYTES * lines);
        // written, not mapped: a full disk is an error here, and the end of the process there
        channel.write(ByteBuffer.wrap(blank));
        MappedByteBuffer words = channel.map(MapMode.READ_WRITE, 0, blank.length);
        return new FlightRecorder(file, channel, lock, words);
    }

    /** Written before the end of a mail goes out, and again when its reply was read. */
    void mark(int line, long delivery, Mark mark) {
        words.putLong(BOOT_BYTES + Long.BYTES * line, delivery << MARK_BITS | mark.ordinal());
    }

    /** Ends a run that left nothing behind. */
    void discard() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the record for {@link #abandoned}. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a dead run left behind.
     *
     * @param marks by delivery; empty optional if the machine was started anew since, so that they cannot be trusted
     */
    record Abandoned(Path file, String dispatcher, Optional<Map<Long, Mark>> marks) {

        void discard() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The records in the folder whose process is gone. */
    static List<Abandoned> abandoned(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> name(file).startsWith(PREFIX) && name(file).endsWith(SUFFIX))
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Optional<Abandoned> read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return Optional.empty();
            }
            String dispatcher = name(file).substring(PREFIX.length(), name(file).length() - SUFFIX.length());
            MappedByteBuffer words = channel.map(MapMode.READ_ONLY, 0, channel.size());
            return Optional.of(new Abandoned(file, dispatcher, marks(words)));
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            // a run of this process, or one that has ended in the meantime
            return Optional.empty();
        } catch (IOException e) {
            // its rows are known to be orphans in half a minute, without it
            if (TOLD.add(file)) {
                log.warn("the flight record {} cannot be read ({}); check its permissions", file, e.toString());
            }
            return Optional.empty();
        }
    }

    private static Optional<Map<Long, Mark>> marks(MappedByteBuffer words) throws IOException {
        byte[] boot = new byte[BOOT_BYTES];
        if (words.capacity() < BOOT_BYTES) {
            return Optional.empty();
        }
        words.get(0, boot);
        String then = new String(boot, StandardCharsets.US_ASCII).strip().replace("\0", "");
        if (then.isEmpty() || !then.equals(boot())) {
            return Optional.empty();
        }
        var marks = new HashMap<Long, Mark>();
        for (int at = BOOT_BYTES; at + Long.BYTES <= words.capacity(); at += Long.BYTES) {
            long word = words.getLong(at);
            // a line that is idle keeps the word of a mail that was refused for now, which another line tried again
            // since
            marks.merge(
                    word >>> MARK_BITS,
                    Mark.values()[(int) (word & (1 << MARK_BITS) - 1)],
                    (one, other) -> one == Mark.RETRY ? other : one);
        }
        return Optional.of(marks);
    }

    /** Names the time since the machine was started; empty where the system doesn't tell, and then nothing is trusted. */
    private static String boot() throws IOException {
        return Files.exists(BOOT_ID) ? Files.readString(BOOT_ID).strip() : "";
    }
}
