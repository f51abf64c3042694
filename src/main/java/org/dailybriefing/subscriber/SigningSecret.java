package org.dailybriefing.subscriber;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;

/** The key of the signed links: from the settings, or else made once and kept in the data folder for its owner only. */
final class SigningSecret {

    private static final int BYTES = 32;

    private SigningSecret() {}

    static String of(Settings settings) {
        String set = settings.secret();
        if (set != null) {
            return set;
        }
        Path file = settings.data().resolve("secret");
        try {
            Files.createDirectories(settings.data());
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refusal(
                    "The key file " + file.toAbsolutePath() + " cannot be read or made; check its permissions or set"
                            + " briefing.secret.",
                    e);
        }
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        // written aside and moved: a second process sees the whole key or none
        Path fresh = Files.createTempFile(
                file.getParent(),
                "secret",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), StandardOpenOption.WRITE);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // another process was first; its key holds
        } finally {
            Files.delete(fresh);
        }
    }
}
