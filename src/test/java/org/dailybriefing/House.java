package org.dailybriefing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole program in a folder of its own, with a clock that the test sets. */
public final class House implements AutoCloseable {

    public static final String EDITION = "ukraine-talks";

    private final Path folder;
    private final Clock clock;
    private final ConfigurableApplicationContext program;

    private House(Path folder, Clock clock, ConfigurableApplicationContext program) {
        this.folder = folder;
        this.clock = clock;
        this.program = program;
    }

    /** A clock that stands until it is set. */
    public static final class Clock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-03-10T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        public void set(String instant) {
            now = Instant.parse(instant);
        }

        public void advance(Duration by) {
            now = now.plus(by);
        }
    }

    /** Opens it without pages and timetable; what {@code folder} lacks is made. */
    public static House open(Path folder, String... settings) {
        return open(folder, context -> {}, settings);
    }

    /** @param beans what the test puts in the place of the program's own */
    public static House open(Path folder, Consumer<GenericApplicationContext> beans, String... settings) {
        return open(folder, WebApplicationType.NONE, beans, settings);
    }

    /** Opens it as {@code serve} does, on a free port. */
    public static House serve(Path folder, String... settings) {
        return open(folder, WebApplicationType.SERVLET, context -> {}, settings);
    }

    private static House open(
            Path folder, WebApplicationType type, Consumer<GenericApplicationContext> beans, String... settings) {
        var clock = new Clock();
        if (!Files.exists(folder.resolve("templates"))) {
            writeEdition(folder, List.of("http://127.0.0.1:9/nothing.xml"));
        }
        if (!Files.exists(folder.resolve("subscribers.yml"))) {
            writeSubscribers(folder, 3);
        }
        var program = new SpringApplication(DailyBriefing.class);
        program.setWebApplicationType(type);
        program.setLogStartupInfo(false);
        if (type == WebApplicationType.NONE) {
            program.setAdditionalProfiles("cli");
        }
        program.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("testClock", InstantSource.class, () -> clock, bean -> bean.setPrimary(true)));
        program.addInitializers(context -> beans.accept((GenericApplicationContext) context));
        return new House(folder, clock, program.run(arguments(folder, settings)));
    }

    /** The settings of a house in {@code folder}, as arguments of the command line. */
    public static String[] arguments(Path folder, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--briefing.templates=" + folder.resolve("templates"),
                "--briefing.subscribers=" + folder.resolve("subscribers.yml"),
                "--briefing.data=" + folder.resolve("data"),
                "--briefing.fetch.allow-private-addresses=true",
                "--server.port=0"));
        arguments.addAll(List.of(settings));
        return arguments.toArray(String[]::new);
    }

    /** The edition that ships with the program, with other sources. */
    public static void writeEdition(Path folder, List<String> feeds) {
        Path edition = folder.resolve("templates").resolve(EDITION);
        Path original = Path.of("templates", EDITION);
        String sources = IntStream.range(0, feeds.size())
                .mapToObj(i -> "  - { name: Outlet %c, url: \"%s\", country: GB, ownership: private }"
                        .formatted('A' + i, feeds.get(i)))
                .collect(Collectors.joining("\n", "sources:\n", "\n\n"));
        try (Stream<Path> files = Files.list(original)) {
            Files.createDirectories(edition);
            for (Path file : files.toList()) {
                Files.writeString(edition.resolve(file.getFileName()), Files.readString(file));
            }
            String definition = Files.readString(original.resolve("edition.yml"));
            Files.writeString(
                    edition.resolve("edition.yml"), definition.replaceFirst("(?ms)^sources:.*?(?=^[a-z])", sources));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code reader1@example.org} and so on. */
    public static void writeSubscribers(Path folder, int count) {
        String list = IntStream.rangeClosed(1, count)
                .mapToObj(i -> "  - { email: reader%d@example.org, name: Reader %d }".formatted(i, i))
                .collect(Collectors.joining("\n", "subscribers:\n", "\n"));
        write(folder.resolve("subscribers.yml"), list);
    }

    public static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T get(Class<T> type) {
        return program.getBean(type);
    }

    public Edition edition() {
        return get(Editions.class).get(EDITION);
    }

    public Clock clock() {
        return clock;
    }

    public Path folder() {
        return folder;
    }

    /** Of a house that serves. */
    public String url(String path) {
        return "http://localhost:" + program.getEnvironment().getProperty("local.server.port") + path;
    }

    @Override
    public void close() {
        program.close();
    }
}
