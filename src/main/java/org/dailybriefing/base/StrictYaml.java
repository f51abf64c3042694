package org.dailybriefing.base;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Binds a YAML file to records strictly: what is unknown, missing or malformed is refused with its line and column. */
public final class StrictYaml {

    /** What values of a type look like. */
    private static final Map<Class<?>, String> KINDS = Map.of(
            int.class, "a whole number",
            Integer.class, "a whole number",
            double.class, "a number",
            boolean.class, "true or false",
            Duration.class, "a time such as 36h or 15m",
            LocalDate.class, "a date such as 2026-03-10",
            URI.class, "an address such as https://example.org/feed",
            ZoneId.class, "a time zone such as Europe/Kyiv",
            Locale.class, "a language such as en");

    private final String name;
    private final List<PropertySource<?>> sources;

    private StrictYaml(String name, List<PropertySource<?>> sources) {
        this.name = name;
        this.sources = sources;
    }

    /**
     * @param given what the record needs beside the file's keys
     * @throws Refusal if the file cannot be read, is no YAML, or does not fit
     */
    public static <T> T read(Path path, Class<T> type, Map<String, Object> given) {
        return read(path.toString(), new FileSystemResource(path), type, given);
    }

    /**
     * The same for a file that the program brings along.
     *
     * @param resource its place on the class path, without a slash at the start
     */
    public static <T> T shipped(String resource, Class<T> type) {
        return read(resource, new ClassPathResource(resource), type, Map.of());
    }

    private static <T> T read(String name, Resource file, Class<T> type, Map<String, Object> given) {
        return new StrictYaml(name, load(name, file)).bind(type, given);
    }

    private static List<PropertySource<?>> load(String path, Resource file) {
        if (!file.exists()) {
            throw new Refusal("The file " + path + " does not exist.");
        }
        try {
            return new YamlPropertySourceLoader().load(path, file);
        } catch (MarkedYAMLException e) {
            var mark = Objects.requireNonNull(e.getProblemMark());
            throw new Refusal(
                    path + " " + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": not valid YAML, "
                            + e.getProblem() + ".",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new Refusal(path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private <T> T bind(Class<T> type, Map<String, Object> given) {
        var all = Stream.concat(Stream.of(new MapPropertySource("given", given)), sources.stream());
        var binder = new Binder(ConfigurationPropertySources.from(all.toList()));
        var strict = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true);
        try {
            return binder.bindOrCreate(ConfigurationPropertyName.EMPTY, Bindable.of(type), strict);
        } catch (BindException e) {
            throw new Refusal(sentence(e, type), e);
        }
    }

    private String sentence(BindException e, Class<?> type) {
        if (e.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
            var stray = unbound.getUnboundProperties().iterator().next();
            Origin from = stray.getOrigin() instanceof PropertySourceOrigin key ? key.getOrigin() : stray.getOrigin();
            return at(from instanceof TextResourceOrigin origin ? origin : null) + unknown(stray.getName(), type)
                    + " is not known here; check its spelling.";
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String key = String.valueOf(e.getName());
        boolean ours = root instanceof IllegalArgumentException
                && root.getStackTrace().length > 0
                && root.getStackTrace()[0].getClassName().startsWith("org.dailybriefing.");
        if (ours) {
            String what =
                    root.getMessage() + (String.valueOf(root.getMessage()).endsWith("is missing") ? given(key) : "");
            return key.isEmpty() ? name + ": " + what + "." : at(origin(key)) + key + ": " + what + ".";
        }
        Object value = e.getProperty() == null ? null : e.getProperty().getValue();
        return at(origin(key)) + key + " is \"" + value + "\", which does not fit" + expected(e) + ".";
    }

    /** The key, or where not even the first part of it is known, that. */
    private static String unknown(ConfigurationPropertyName key, Class<?> type) {
        String first = key.getElement(0, Form.UNIFORM);
        boolean known = !type.isRecord()
                || Stream.of(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equalsIgnoreCase(first));
        return known ? key.toString() : key.getElement(0, Form.ORIGINAL);
    }

    private static String expected(BindException e) {
        Class<?> type = e.getTarget().getType().resolve(Object.class);
        if (type == LocalTime.class) {
            // without quotes YAML reads 17:00 as 1020, in base 60
            return "; write a time in quotes, such as \"07:00\"";
        }
        Object[] choices = type.getEnumConstants();
        return choices == null
                ? "; write " + KINDS.getOrDefault(type, "a " + type.getSimpleName())
                : "; use one of "
                        + String.join(
                                ", ",
                                Stream.of(choices)
                                        .map(c -> c.toString()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'))
                                        .toList());
    }

    private String at(@Nullable TextResourceOrigin origin) {
        if (origin == null || origin.getLocation() == null) {
            return name + ": ";
        }
        var location = origin.getLocation();
        return name + " " + (location.getLine() + 1) + ":" + (location.getColumn() + 1) + ": ";
    }

    /** The place of a key, or of the first key below it. */
    private @Nullable TextResourceOrigin origin(String name) {
        return keys().filter(key ->
                        name.isEmpty() || key.equals(name) || key.startsWith(name + ".") || key.startsWith(name + "["))
                .findFirst()
                .map(key -> {
                    for (PropertySource<?> source : sources) {
                        if (OriginLookup.getOrigin(source, key) instanceof TextResourceOrigin origin) {
                            return origin;
                        }
                    }
                    return null;
                })
                .orElse(null);
    }

    /** What stands where a key is missing: a misspelt key is seen there. */
    private String given(String name) {
        String prefix = name.isEmpty() ? "" : name + ".";
        List<String> keys = keys().filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).replaceFirst("[.\\[].*", ""))
                .distinct()
                .toList();
        return keys.isEmpty() ? "" : "; it has " + String.join(", ", keys);
    }

    private Stream<String> keys() {
        return sources.stream()
                .flatMap(source -> source instanceof EnumerablePropertySource<?> many
                        ? Stream.of(many.getPropertyNames())
                        : Stream.empty());
    }
}
