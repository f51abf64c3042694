package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dailybriefing.feed.FeedState.LastCheck;
import org.dailybriefing.feed.Health.Condition;
import org.dailybriefing.feed.parse.UpdateHints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a feed is doing is told from what is known of it, with what to do. */
class HealthTest {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    private static FeedState feed(
            @Nullable String problem, int failures, @Nullable Instant since, @Nullable Instant lastNew) {
        return feed(problem, failures, since, lastNew, null, null);
    }

    private static FeedState feed(
            @Nullable String problem,
            int failures,
            @Nullable Instant since,
            @Nullable Instant lastNew,
            @Nullable Instant gone,
            @Nullable URI location) {
        return new FeedState(
                1,
                "https://o.example/a.xml",
                "o.example",
                new Relocation(location, null, null),
                null,
                null,
                null,
                new Rhythm(null, UpdateHints.NONE),
                0,
                null,
                problem,
                failures,
                since,
                gone,
                null,
                lastNew,
                null,
                null,
                new LastCheck(NOW, 200, 0, 0),
                1,
                0);
    }

    private static Instant ago(Duration time) {
        return NOW.minus(time);
    }

    private static List<Instant> every(Duration gap, int items) {
        return IntStream.range(0, items).mapToObj(i -> ago(gap.multipliedBy(i))).toList();
    }

    private static Condition condition(FeedState feed, List<Instant> published) {
        return Health.of(feed, published, NOW).condition();
    }

    @Test
    void a_feed_that_answers_and_brings_news_is_well() {
        assertThat(Health.of(feed(null, 0, null, ago(Duration.ofHours(2))), every(Duration.ofHours(1), 10), NOW))
                .isEqualTo(new Health(Condition.WELL, null));
    }

    @ParameterizedTest
    @CsvSource({
        "PT8H, PT23H, WELL",
        "PT8H, PT24H, WELL",
        "PT8H, PT24H1S, SILENT",
        "PT1M, PT23H, WELL",
        "PT48H, PT144H, WELL",
        "PT48H, PT144H1S, SILENT"
    })
    void it_is_silent_after_three_times_its_usual_gap_but_not_within_a_day(
            Duration gap, Duration silence, Condition expected) {
        assertThat(condition(feed(null, 0, null, ago(silence)), every(gap, 100)))
                .isEqualTo(expected);
    }

    @Test
    void a_tenth_of_the_gaps_may_be_longer_than_usual() {
        List<Instant> hourly = every(Duration.ofHours(1), 10);
        List<Instant> weekly = every(Duration.ofDays(7), 2);
        List<Instant> mixed =
                Stream.concat(hourly.stream(), weekly.stream().skip(1)).toList();

        assertThat(Health.usualGap(mixed)).as("nine of an hour, one of days").isEqualTo(Duration.ofHours(1));
        assertThat(Health.usualGap(mixed.subList(1, 11))).as("one in nine").isGreaterThan(Duration.ofDays(6));
        assertThat(Health.usualGap(List.of(NOW))).isZero();
    }

    @Test
    void of_a_feed_with_one_item_nothing_is_usual() {
        assertThat(condition(feed(null, 0, null, ago(Duration.ofDays(900))), List.of(ago(Duration.ofDays(900)))))
                .isEqualTo(Condition.WELL);
    }

    @Test
    void silence_is_told_with_its_date_and_what_is_usual() {
        assertThat(Health.of(feed(null, 0, null, ago(Duration.ofDays(9))), every(Duration.ofHours(5), 20), NOW)
                        .problem())
                .isEqualTo("has brought nothing new since 2026-03-01, while it is seldom quiet for longer than"
                        + " 5 h; look whether the outlet has another feed now");
    }

    @ParameterizedTest
    @CsvSource({"PT167H59M, FAILING", "PT168H, DEAD"})
    void nothing_but_failures_for_a_week_is_death(Duration since, Condition expected) {
        Health told = Health.of(feed("answered 404", 9, ago(since), null), List.of(), NOW);

        assertThat(told.condition()).isEqualTo(expected);
        assertThat(told.problem())
                .isEqualTo(
                        expected == Condition.DEAD
                                ? "answered 404, and nothing but failures since 2026-03-03;"
                                        + " look for its new address, or take it out of edition.yml"
                                : "answered 404; it is asked again by itself");
    }

    @Test
    void a_feed_that_is_gone_is_dead_at_once() {
        assertThat(Health.of(feed("is gone", 1, NOW, null, NOW, null), List.of(), NOW))
                .isEqualTo(new Health(Condition.DEAD, "is gone"));
    }

    @Test
    void a_feed_that_has_moved_is_told_with_its_new_address() {
        URI there = URI.create("https://new.example/a.xml");

        assertThat(Health.of(feed(null, 0, null, NOW, null, there), List.of(), NOW))
                .isEqualTo(new Health(
                        Condition.MOVED, "has moved to https://new.example/a.xml; put that into edition.yml"));
    }

    @Test
    void a_feed_that_leads_to_another_is_a_duplicate() {
        assertThat(condition(feed("is the same feed as B", 0, null, null), List.of()))
                .isEqualTo(Condition.DUPLICATE);
    }
}
