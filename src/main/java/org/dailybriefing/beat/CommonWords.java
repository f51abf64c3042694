package org.dailybriefing.beat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The words that every running text of a language is full of. */
public final class CommonWords {

    private CommonWords() {}

    /** In lower case; none where no list ships for the language. */
    public static Set<String> of(Locale language) {
        try (InputStream in =
                CommonWords.class.getResourceAsStream("/beat/common-words-" + language.getLanguage() + ".txt")) {
            return in == null
                    ? Set.of()
                    : Set.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
