package org.dailybriefing.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How common each stem is in the news: the document frequencies of 51,126 English items of 2025, which ship with the program. */
final class Background {

    private final Map<String, Integer> documents = new HashMap<>();
    private final int all;

    Background() {
        var in = Objects.requireNonNull(Background.class.getResourceAsStream("/story/document-frequencies.tsv"));
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .map(line -> line.split("\t"))
                    .forEach(pair -> documents.put(pair[0], Integer.valueOf(pair[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all = Objects.requireNonNull(documents.remove("#docs"));
    }

    /** @return share of all news items that have it, above 0 for a stem never seen too */
    double share(String stem) {
        return (documents.getOrDefault(stem, 0) + 0.5) / (all + 1);
    }
}
