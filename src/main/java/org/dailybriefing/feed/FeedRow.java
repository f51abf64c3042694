package org.dailybriefing.feed;

import static org.dailybriefing.base.Timestamps.instantOrNull;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.feed.FeedState.LastCheck;
import org.dailybriefing.feed.parse.UpdateHints;
import org.jspecify.annotations.Nullable;

/** A row of table {@code feed}, and what of a feed takes more than a word to write into it. */
final class FeedRow {

    private FeedRow() {}

    static FeedState state(ResultSet row, int number) throws SQLException {
        return new FeedState(
                row.getLong("id"),
                row.getString("url"),
                row.getString("host"),
                new Relocation(
                        uri(row.getString("location")),
                        uri(row.getString("moved_to")),
                        instantOrNull(row.getString("moved_since"))),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getString("body_hash"),
                rhythm(row),
                row.getInt("items"),
                row.getString("hub"),
                row.getString("problem"),
                row.getInt("failures"),
                instantOrNull(row.getString("failing_since")),
                instantOrNull(row.getString("gone")),
                instantOrNull(row.getString("last_success")),
                instantOrNull(row.getString("last_new")),
                instantOrNull(row.getString("next_check")),
                instantOrNull(row.getString("not_before")),
                lastCheck(row),
                row.getLong("requests"),
                row.getLong("not_modified"));
    }

    private static @Nullable LastCheck lastCheck(ResultSet row) throws SQLException {
        Instant at = instantOrNull(row.getString("last_checked"));
        return at == null
                ? null
                : new LastCheck(at, row.getInt("last_status"), row.getLong("last_bytes"), row.getLong("last_millis"));
    }

    private static Rhythm rhythm(ResultSet row) throws SQLException {
        return new Rhythm(
                seconds(row, "span_seconds"),
                new UpdateHints(
                        seconds(row, "hint_seconds"),
                        set(row.getString("skip_hours"), Integer::valueOf),
                        set(row.getString("skip_days"), DayOfWeek::valueOf)));
    }

    private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }

    static @Nullable Long secondsOrNull(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static <T> Set<T> set(String words, Function<String, T> type) {
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(type)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String words(Set<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    static @Nullable String textOrNull(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }
}
