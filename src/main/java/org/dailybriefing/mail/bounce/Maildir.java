package org.dailybriefing.mail.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dailybriefing.base.Refusal;

/** A folder that a mail server of this machine delivers to, one file a message, in {@code new} and {@code cur}. */
final class Maildir implements BounceMailbox {

    private final Path folder;
    private final Map<String, Path> files = new TreeMap<>();

    private Maildir(Path folder) {
        this.folder = folder;
    }

    static Maildir open(String place) {
        try {
            var maildir = new Maildir(Path.of(place));
            maildir.list();
            return maildir;
        } catch (InvalidPathException e) {
            throw new Refusal("briefing.bounces.mailbox is \"" + place + "\", which is no path.", e);
        }
    }

    private void list() {
        for (String part : List.of("cur", "new")) {
            try (Stream<Path> found = Files.list(folder.resolve(part))) {
                found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .forEach(file -> files.put(name(file), file));
            } catch (IOException e) {
                throw new Refusal(
                        "The Maildir " + folder.toAbsolutePath() + " of briefing.bounces.mailbox cannot be read"
                                + (e instanceof NoSuchFileException ? ": it has no folder \"" + part + "\"" : "")
                                + "; check the path and its permissions.",
                        e);
            }
        }
    }

    /** What stands behind the colon are marks, such as S for seen. */
    private static String name(Path file) {
        return file.getFileName().toString().split(":", 2)[0];
    }

    @Override
    public List<String> messages() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<byte[]> read(String message) {
        try (InputStream in = Files.newInputStream(file(message))) {
            return Optional.of(in.readNBytes(BounceReader.LONGEST));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Refusal(
                    "A message in the Maildir " + folder.toAbsolutePath() + " cannot be read; check its permissions.",
                    e);
        }
    }

    @Override
    public void remove(String message) {
        try {
            Files.deleteIfExists(file(message));
        } catch (IOException e) {
            throw new Refusal(
                    "A message in the Maildir " + folder.toAbsolutePath()
                            + " cannot be removed; check its permissions.",
                    e);
        }
    }

    private Path file(String message) {
        return Optional.ofNullable(files.get(message)).orElseThrow();
    }

    @Override
    public void close() {}
}
