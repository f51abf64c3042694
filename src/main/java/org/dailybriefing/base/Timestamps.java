package org.dailybriefing.base;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Instants as the store keeps them: ISO 8601 in UTC with milliseconds and a fixed width, so that text order is time order
 * and any tool that opens the database can read them.
 */
public final class Timestamps {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    public static String text(Instant instant) {
        return FORMAT.format(instant);
    }

    public static @Nullable String textOrNull(@Nullable Instant instant) {
        return instant == null ? null : text(instant);
    }

    public static Instant instant(String text) {
        return Instant.parse(text);
    }

    public static @Nullable Instant instantOrNull(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
