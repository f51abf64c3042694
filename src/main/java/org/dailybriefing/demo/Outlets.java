package org.dailybriefing.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dailybriefing.base.StrictYaml;
import org.jspecify.annotations.Nullable;

/** The invented outlets of the demo and what they publish, by hours before now. */
record Outlets(List<Outlet> outlets) {

    /** @param format rss or atom */
    record Outlet(
            String slug,
            String name,
            String country,
            String ownership,
            String format,
            String language,
            List<Story> items) {

        /** Where something of it would stand, if there were such a site. */
        String url(String path) {
            return "https://" + slug + ".example" + path;
        }
    }

    /**
     * @param title as the feed serves it, markup and all
     * @param edited the headline it carries from the second reading on
     */
    record Story(
            double hours,
            String title,
            String summary,
            String path,
            @Nullable String author,
            @Nullable String edited,
            @Nullable Double updated,
            @Nullable Picture picture) {}

    /** @param path on its outlet's site, and among the files of the demo */
    record Picture(String path, String caption, String credit) {}

    static Outlets load() {
        try (InputStream in = Objects.requireNonNull(Outlets.class.getResourceAsStream("/demo/outlets.yml"))) {
            Path file = Files.createTempFile("outlets", ".yml");
            try {
                Files.write(file, in.readAllBytes());
                return StrictYaml.read(file, Outlets.class, Map.of());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outlet outlet(String slug) {
        return outlets.stream().filter(o -> o.slug().equals(slug)).findFirst().orElseThrow();
    }
}
