package org.dailybriefing.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Source;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;
import org.dailybriefing.feed.parse.Outlet;
import org.dailybriefing.feed.text.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Items from a file, one JSON object a line. */
final class ItemLines {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int LONGEST = 2000;

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Line(
            @Nullable String id,
            @Nullable String date,
            @Nullable String source,
            @Nullable String title,
            @Nullable String description,
            @Nullable String url) {}

    private static final Line NOTHING = new Line(null, null, null, null, null, null);

    private ItemLines() {}

    /**
     * @return the ids as the file has them, and the items in the same order, numbered from 0
     * @throws Refusal that names the line which cannot be used
     */
    static List<Entry> read(Path file, Edition edition) {
        var entries = new ArrayList<Entry>();
        var ids = new HashSet<String>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                String where = file + ":" + (i + 1) + ": ";
                String line = i == 0 ? lines.get(0).replaceFirst("^\ufeff", "") : lines.get(i);
                Entry entry = entry(where, line, entries.size(), edition);
                if (!ids.add(entry.id())) {
                    throw new Refusal(where + "the id \"" + entry.id() + "\" was given before.");
                }
                entries.add(entry);
            }
        }
        return entries;
    }

    /** @param id as the file has it */
    record Entry(String id, Item item) {}

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new Refusal("The file " + file + " does not exist.", e);
        } catch (CharacterCodingException e) {
            throw new Refusal("The file " + file + " is not in UTF-8.", e);
        } catch (IOException e) {
            throw new Refusal("The file " + file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static Entry entry(String where, String text, int number, Edition edition) {
        try {
            Line line = Objects.requireNonNullElse(JSON.readValue(text, Line.class), NOTHING);
            String link = Objects.requireNonNullElse(line.url, "");
            Outlet outlet = Outlet.of(
                    given(where, "title", PlainText.of(Objects.requireNonNullElse(line.title, ""), LONGEST)),
                    link,
                    null);
            String name = Objects.requireNonNullElse(outlet.name(), Objects.requireNonNullElse(line.source, ""));
            Optional<Source> source = edition.sourceCalled(name);
            var item = new Item(
                    number,
                    name,
                    source.map(Source::country).orElse("ZZ"),
                    source.map(Source::ownership).orElse(Ownership.UNKNOWN),
                    link,
                    outlet.title(),
                    PlainText.of(Objects.requireNonNullElse(line.description, ""), LONGEST),
                    null,
                    instant(given(where, "date", line.date)),
                    null,
                    0);
            return new Entry(given(where, "id", line.id), item);
        } catch (JacksonException e) {
            throw new Refusal(where + "is not a JSON object with id, date, source, title, description and url.", e);
        } catch (DateTimeException e) {
            throw new Refusal(where + "date is not a time such as 2026-01-05T07:00:00Z.", e);
        }
    }

    private static Instant instant(String date) {
        return OffsetDateTime.parse(date).toInstant();
    }

    private static String given(String where, String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Refusal(where + name + " is missing.");
        }
        return value;
    }
}
