package org.dailybriefing.mail;

import jakarta.mail.internet.AddressException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Writes each letter to a folder as it would go over the wire, until there is an SMTP server. */
final class OutboxMailer implements Mailer {

    private final Path folder;
    private final @Nullable DkimSigner signer;

    OutboxMailer(Path folder, @Nullable DkimSigner signer) {
        this.folder = folder;
        this.signer = signer;
    }

    @Override
    public void send(Outgoing letters) {
        for (Letter letter = letters.take(); letter != null; letter = letters.take()) {
            if (letters.mayEnd(letter)) {
                letters.settle(letter, file(letter));
            }
        }
    }

    private Receipt file(Letter letter) {
        Path file = folder.resolve(name(letter));
        Path unfinished = folder.resolve(name(letter) + ".part");
        try {
            Files.createDirectories(folder);
            write(letter, unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Receipt.Accepted("written to " + file.getFileName());
        } catch (AddressException e) {
            return new Receipt.Rejected("The mail cannot be written: " + e.getMessage());
        } catch (IOException e) {
            return new Receipt.Unavailable("The outbox " + folder.toAbsolutePath() + " cannot be written (" + reason(e)
                    + "); check the disk and its permissions.");
        }
    }

    private void write(Letter letter, Path file) throws IOException, AddressException {
        MimeLetter mail = MimeLetter.of(letter, signer);
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel));
            mail.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Without the file's name, which holds an address. */
    private static String reason(IOException e) {
        return e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : e.getClass().getSimpleName();
    }

    private static String name(Letter letter) {
        String id = letter.messageId().substring(0, letter.messageId().indexOf('@'));
        String address = letter.to().address();
        // a file name has at most 255 bytes, an address may have 254
        String start = address.substring(0, Math.min(50, address.length()));
        return (id + "-" + start).replaceAll("[^\\p{L}\\p{N}@._+-]", "_") + ".eml";
    }

    @Override
    public void close() {}
}
