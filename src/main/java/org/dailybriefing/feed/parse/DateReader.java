package org.dailybriefing.feed.parse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

final class DateReader {
    private DateReader() {}

    static @Nullable Instant read(@Nullable String text) {
        if (text == null) return null;
        try {
            return java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from);
        } catch (RuntimeException e) {
        }
        try {
            return java.time.OffsetDateTime.parse(text.strip()).toInstant();
        } catch (RuntimeException e) {
            return null;
        }
    }
}
