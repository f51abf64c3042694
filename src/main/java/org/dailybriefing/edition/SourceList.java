package org.dailybriefing.edition;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.StrictYaml;

/**
 * Adds entries to the {@code sources} of an {@code edition.yml} as an editor would: below the last one, with every other
 * byte of the file left as it is. The new file takes the place of the old one whole, once it has been read back as what it
 * should be; when anything goes wrong, the old one stays.
 */
public final class SourceList {

    private SourceList() {}

    /**
     * @param sources may hold what is listed already, and one feed twice
     * @return those that were added
     * @throws Refusal if the file cannot be read, edited or written; it is unchanged
     */
    public static List<Source> add(Edition edition, List<Source> sources) {
        List<Source> fresh = unlisted(edition.sources(), sources);
        if (fresh.isEmpty()) {
            return fresh;
        }
        Path definition = edition.folder().resolve("edition.yml");
        try {
            replace(edition, definition.toRealPath(), fresh);
        } catch (IOException e) {
            throw new Refusal(definition + " cannot be written (" + e.getMessage() + "); nothing was changed.", e);
        }
        return fresh;
    }

    private static List<Source> unlisted(List<Source> listed, List<Source> wanted) {
        Set<URI> known =
                listed.stream().map(source -> key(source.url())).collect(Collectors.toCollection(HashSet::new));
        return wanted.stream().filter(source -> known.add(key(source.url()))).toList();
    }

    /** One feed, with and without the slash after its host (RFC 3986 §6.2.3) and whatever follows a #. */
    private static URI key(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(url.getScheme() + "://" + url.getRawAuthority() + path + query);
    }

    private static void replace(Edition edition, Path file, List<Source> fresh) throws IOException {
        SourceBlock block = SourceBlock.find(Files.readString(file)).orElseThrow(() -> unsuited(file));
        Path draft = Files.createTempFile(file.getParent(), "edition", ".tmp");
        try {
            Files.copy(file, draft, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(draft, block.with(fresh));
            if (!reads(edition, draft, fresh)) {
                throw unsuited(file);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Whether the draft says what it should, and nothing else. */
    private static boolean reads(Edition edition, Path draft, List<Source> fresh) {
        var sources = Stream.concat(edition.sources().stream(), fresh.stream()).toList();
        var expected = new Edition(
                edition.slug(),
                edition.folder(),
                edition.name(),
                sources,
                edition.beat(),
                edition.topics(),
                edition.timetable(),
                edition.sender(),
                edition.wording());
        Map<String, Object> given =
                Map.of("slug", edition.slug(), "folder", edition.folder().toString());
        try {
            return StrictYaml.read(draft, Edition.class, given).equals(expected);
        } catch (Refusal e) {
            return false;
        }
    }

    private static Refusal unsuited(Path file) {
        return new Refusal(file + " was not changed: its sources are not written as one entry below the other, each"
                + " beginning with a dash; write them so, or add the new ones by hand.");
    }
}
