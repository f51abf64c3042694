package org.dailybriefing.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.dailybriefing.demo.Outlets.Outlet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The edition that ships with the program, copied beside the demo's data, with the sample feeds as its sources. */
@Component
@Profile("demo & !cli")
final class DemoEdition {

    static final String SLUG = "ukraine-talks";

    private static final Path ORIGINAL = Path.of("templates", SLUG);
    private static final Pattern SOURCES = Pattern.compile("(?ms)^sources:.*?(?=^[a-z])");

    DemoEdition(Settings settings, SampleFeeds feeds, @Value("${server.port}") int port) {
        Path folder = settings.templates().resolve(SLUG);
        try (Stream<Path> files = Files.list(ORIGINAL)) {
            Files.createDirectories(folder);
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            String definition = Files.readString(ORIGINAL.resolve("edition.yml"));
            Files.writeString(
                    folder.resolve("edition.yml"),
                    SOURCES.matcher(definition).replaceFirst(Matcher.quoteReplacement(sources(feeds.outlets(), port))));
        } catch (IOException e) {
            throw new Refusal(
                    "The demo needs the folder " + ORIGINAL.toAbsolutePath() + " and writes to "
                            + folder.toAbsolutePath() + "; run it from the project's folder.",
                    e);
        }
    }

    private static String sources(List<Outlet> outlets, int port) {
        return outlets.stream()
                .map(outlet ->
                        "  - { name: \"%s\", url: \"http://127.0.0.1:%d/demo/feeds/%s.xml\", country: %s, ownership: %s }"
                                .formatted(outlet.name(), port, outlet.slug(), outlet.country(), outlet.ownership()))
                .collect(Collectors.joining("\n", "sources:\n", "\n\n"));
    }
}
