package org.dailybriefing.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.dailybriefing.base.StrictYaml;
import org.springframework.stereotype.Component;

/** The editions of this house, read anew from their folders whenever one is asked for: a change needs no restart. */
@Component
public class Editions {

    private final Path templates;
    private final Map<String, Edition> lastGood = new ConcurrentHashMap<>();

    Editions(Settings settings) {
        templates = settings.templates();
    }

    /** @throws Refusal if there is none, or one of them cannot be read */
    public List<Edition> all() {
        return slugs().stream().map(this::get).toList();
    }

    /** @throws Refusal if there is no folder of that name, or its definition cannot be read */
    public Edition get(String slug) {
        if (!slugs().contains(slug)) {
            throw new Refusal(
                    "There is no edition \"" + slug + "\"; " + templates + " has " + String.join(", ", slugs()) + ".");
        }
        Edition edition = read(slug, templates.resolve(slug).resolve("edition.yml"));
        lastGood.put(slug, edition);
        return edition;
    }

    /**
     * Another definition of an edition, to try it out.
     *
     * @throws Refusal if it cannot be read
     */
    public Edition read(String slug, Path definition) {
        Path folder = templates.resolve(slug);
        return StrictYaml.read(definition, Edition.class, Map.of("slug", slug, "folder", folder.toString()));
    }

    /**
     * As {@link #get}, but while the definition cannot be read, as it was when it last could: an editor's slip of the pen
     * stops neither a send that is on its way nor a reader who wants to leave.
     */
    public Edition lastGood(String slug) {
        try {
            return get(slug);
        } catch (Refusal e) {
            Edition known = lastGood.get(slug);
            if (known == null) {
                throw e;
            }
            return known;
        }
    }

    public List<String> slugs() {
        try (Stream<Path> folders = Files.list(templates)) {
            List<String> slugs = folders.filter(folder -> Files.exists(folder.resolve("edition.yml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
            if (slugs.isEmpty()) {
                throw new Refusal("The folder " + templates.toAbsolutePath()
                        + " has no edition: it needs a folder with an edition.yml in it.");
            }
            return slugs;
        } catch (IOException e) {
            throw new Refusal(
                    "The folder " + templates.toAbsolutePath()
                            + " with the editions cannot be read; check briefing.templates.",
                    e);
        }
    }
}
