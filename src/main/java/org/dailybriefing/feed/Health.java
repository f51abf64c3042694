package org.dailybriefing.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is doing, told from what is known of it.
 *
 * @param problem what is wrong and what to do, a sentence without its subject; null when all is well
 */
public record Health(Condition condition, @Nullable String problem) {

    /** Failures for so long are no passing trouble. */
    private static final Duration MORTAL = Duration.ofDays(7);
    /** A feed may have nothing new for a day, however busy it is. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final int GAPS_OF_SILENCE = 3;

    /** From the best to the worst. */
    public enum Condition {
        WELL,
        /** well, at another address than the source's */
        MOVED,
        NEVER_ASKED,
        /** leads to what is fetched for another source */
        DUPLICATE,
        /** answers, but has brought nothing new for much longer than is usual with it */
        SILENT,
        /** fails for now */
        FAILING,
        /** gone by its server's word, or nothing but failures for a week */
        DEAD;

        /** As it is shown, e.g. {@code never asked}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** @param published of its latest items, in any order */
    public static Health of(FeedState feed, List<Instant> published, Instant now) {
        if (feed.gone() != null) {
            return new Health(Condition.DEAD, feed.problem());
        }
        if (feed.lastCheck() == null) {
            return neverAsked();
        }
        if (feed.failures() > 0) {
            return failing(feed, now);
        }
        if (feed.problem() != null) {
            return new Health(Condition.DUPLICATE, feed.problem());
        }
        Duration usual = usualGap(published);
        if (isSilent(feed, usual, now)) {
            return new Health(Condition.SILENT, silence(Objects.requireNonNull(feed.lastNew()), usual));
        }
        var location = feed.relocation().location();
        return location == null
                ? new Health(Condition.WELL, null)
                : new Health(Condition.MOVED, "has moved to " + location + "; put that into edition.yml");
    }

    public static Health neverAsked() {
        return new Health(Condition.NEVER_ASKED, "was never asked; the next round asks it");
    }

    private static Health failing(FeedState feed, Instant now) {
        Instant since = Objects.requireNonNullElse(feed.failingSince(), now);
        if (since.plus(MORTAL).isAfter(now)) {
            return new Health(Condition.FAILING, feed.problem() + "; it is asked again by itself");
        }
        return new Health(
                Condition.DEAD,
                feed.problem() + ", and nothing but failures since " + day(since)
                        + "; look for its new address, or take it out of edition.yml");
    }

    /** The 90th percentile of the gaps between items; zero if there are no two. */
    static Duration usualGap(List<Instant> published) {
        List<Instant> dates = published.stream().sorted().toList();
        var gaps = new ArrayList<Duration>();
        for (int i = 1; i < dates.size(); i++) {
            gaps.add(Duration.between(dates.get(i - 1), dates.get(i)));
        }
        gaps.sort(null);
        return gaps.isEmpty() ? Duration.ZERO : gaps.get((gaps.size() * 9 + 9) / 10 - 1);
    }

    private static boolean isSilent(FeedState feed, Duration usual, Instant now) {
        if (feed.lastNew() == null || usual.isZero()) {
            return false;
        }
        Duration silence = Duration.between(feed.lastNew(), now);
        return silence.compareTo(PATIENCE) > 0 && silence.compareTo(usual.multipliedBy(GAPS_OF_SILENCE)) > 0;
    }

    private static String silence(Instant since, Duration usual) {
        String pause = usual.toHours() >= 48 ? usual.toDays() + " days" : Math.max(1, usual.toHours()) + " h";
        return "has brought nothing new since " + day(since) + ", while it is seldom quiet for longer than " + pause
                + "; look whether the outlet has another feed now";
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
