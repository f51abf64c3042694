package org.dailybriefing.feed.parse;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What has been read of a feed: what it says of itself, and its items. */
final class FeedDraft {

    private static final Duration LONGEST_INTERVAL = Duration.ofDays(365);

    final List<EntryDraft> entries = new ArrayList<>();
    private final Set<Integer> skipHours = new TreeSet<>();
    private final Set<DayOfWeek> skipDays = EnumSet.noneOf(DayOfWeek.class);
    /** What it says of itself, under the same rules as an item. */
    final EntryDraft head = new EntryDraft();

    /** An Atom feed, or one of the RSS family. */
    boolean atom;

    String format = "";

    @Nullable
    String self;

    @Nullable
    String hub;

    private @Nullable Duration ttl;
    private @Nullable Duration period;
    private int frequency = 1;

    void hint(Tag tag, String value) {
        String v = value.strip();
        switch (tag) {
            case TIME_TO_LIVE -> ttl = v.matches("\\d{1,6}") ? Duration.ofMinutes(Long.parseLong(v)) : ttl;
            case PERIOD -> period = period(v.toLowerCase(Locale.ROOT));
            case FREQUENCY -> frequency = v.matches("[1-9]\\d{0,4}") ? Integer.parseInt(v) : 1;
            case SKIP_HOUR -> skipHour(v);
            case SKIP_DAY -> skipDay(v.toUpperCase(Locale.ROOT));
            default -> throw new IllegalArgumentException(tag.name());
        }
    }

    private static @Nullable Duration period(String name) {
        return switch (name) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly" -> Duration.ofDays(7);
            case "monthly" -> Duration.ofDays(30);
            case "yearly" -> LONGEST_INTERVAL;
            default -> null;
        };
    }

    /** Some count from 1 to 24. */
    private void skipHour(String value) {
        if (value.matches("\\d{1,2}") && Integer.parseInt(value) <= 24) {
            skipHours.add(Integer.parseInt(value) % 24);
        }
    }

    private void skipDay(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (name.length() >= 3 && day.name().startsWith(name)) {
                skipDays.add(day);
            }
        }
    }

    UpdateHints hints() {
        Duration syndication = period == null ? null : period.dividedBy(frequency);
        Duration longer = ttl == null || syndication != null && syndication.compareTo(ttl) > 0 ? syndication : ttl;
        return new UpdateHints(
                longer == null || longer.isZero() ? null : longer, Set.copyOf(skipHours), Set.copyOf(skipDays));
    }
}
