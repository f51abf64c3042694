package org.dailybriefing.feed.date;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of dates: months, weekdays, time zones, halves of the day and what stands between them, in the languages of
 * {@code feed/date-names.txt}. All words are looked up {@linkplain #fold folded}.
 */
final class DateNames {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private static final Map<String, Set<String>> WORDS = new HashMap<>();
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, ZoneId> ZONES = new HashMap<>();

    static {
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.indexOf('/') > 0) {
                ZONES.put(id.toLowerCase(Locale.ROOT), ZoneId.of(id));
            }
        }
        text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(DateNames::learn);
    }

    private DateNames() {}

    /** Lower case, without accents and vowel marks, in compatibility forms (full-width letters, ligatures). */
    static String fold(String text) {
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        String bare = MARKS.matcher(decomposed).replaceAll("").replace('ı', 'i').replace('ς', 'σ');
        return Normalizer.normalize(bare, Normalizer.Form.NFC);
    }

    /** @return 1 to 12; 0 if the word names no month */
    static int month(String word) {
        return MONTHS.getOrDefault(word, 0);
    }

    static boolean isWeekday(String word) {
        return is("weekdays", word);
    }

    static @Nullable ZoneId zone(String word) {
        return ZONES.get(word);
    }

    /** @param kind as in the file, such as {@code fillers} or {@code am} */
    static boolean is(String kind, String word) {
        return WORDS.getOrDefault(kind, Set.of()).contains(word);
    }

    private static void learn(String line) {
        String[] columns = line.split(" ");
        for (int i = 2; i < columns.length; i++) {
            for (String word : fold(columns[i]).split(",")) {
                switch (columns[0]) {
                    case "months" -> learnMonth(word.replace('_', ' '), i - 1);
                    case "zone" -> ZONES.putIfAbsent(word, ZoneId.of(columns[1]));
                    default ->
                        WORDS.computeIfAbsent(columns[0], kind -> new HashSet<>())
                                .add(word);
                }
            }
        }
    }

    private static void learnMonth(String word, int month) {
        Integer other = MONTHS.putIfAbsent(word, month);
        if (other != null && other != month) {
            throw new IllegalStateException(word + " names two months");
        }
    }

    private static String text() {
        try (InputStream in = DateNames.class.getResourceAsStream("/feed/date-names.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
