package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dailybriefing.feed.parse.FeedEntry;
import org.dailybriefing.feed.parse.UpdateHints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed is asked as often as a briefing needs and no more often than its server wants. */
class CheckScheduleTest {

    private static final String URL = "https://o.example/a.xml";
    /** A Tuesday. */
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    private static final Rhythm PLAIN = new Rhythm(Duration.ofDays(3), UpdateHints.NONE);

    private static Rhythm hint(@Nullable Duration interval) {
        return new Rhythm(Duration.ofDays(3), new UpdateHints(interval, Set.of(), Set.of()));
    }

    private static Rhythm skip(Set<Integer> hours, Set<DayOfWeek> days) {
        return new Rhythm(Duration.ofDays(3), new UpdateHints(null, hours, days));
    }

    private static List<String> urls() {
        return IntStream.range(0, 200).mapToObj(i -> URL + "?" + i).toList();
    }

    /** Row 7. */
    @Test
    void a_feed_with_validators_is_asked_every_hour() {
        assertThat(CheckSchedule.interval(true, PLAIN, null)).isEqualTo(Duration.ofHours(1));
    }

    /** Row 7. A document that reaches back for less than two days would lose items in one. */
    @ParameterizedTest
    @CsvSource({
        "PT1000H, PT24H",
        "PT48H, PT24H",
        "PT47H, PT23H30M",
        "PT6H, PT3H",
        "PT2H, PT1H",
        "PT5M, PT1H",
        "PT0S, PT1H"
    })
    void a_feed_without_validators_is_fetched_whole_once_a_day_unless_that_loses_items(
            Duration span, Duration interval) {
        assertThat(CheckSchedule.interval(false, new Rhythm(span, UpdateHints.NONE), null))
                .isEqualTo(interval);
    }

    /** Row 7. */
    @Test
    void without_dates_nothing_speaks_for_more_than_once_a_day() {
        assertThat(CheckSchedule.interval(false, new Rhythm(null, UpdateHints.NONE), null))
                .isEqualTo(Duration.ofHours(24));
    }

    /** Rows 10 and 11. */
    @ParameterizedTest
    @ValueSource(strings = {"PT-5H", "PT0S", "PT30M", "PT1H"})
    void an_interval_below_the_floor_is_no_reason_to_hurry(Duration wish) {
        assertThat(CheckSchedule.interval(true, PLAIN, wish)).isEqualTo(Duration.ofHours(1));
        assertThat(CheckSchedule.interval(true, hint(wish), null)).isEqualTo(Duration.ofHours(1));
    }

    /** Rows 10 and 11. */
    @ParameterizedTest
    @CsvSource({"PT2H, PT2H", "PT24H, PT24H", "PT25H, PT24H", "PT87600H, PT24H"})
    void max_age_and_ttl_make_it_longer_but_not_than_a_day(Duration wish, Duration interval) {
        assertThat(CheckSchedule.interval(true, PLAIN, wish)).isEqualTo(interval);
        assertThat(CheckSchedule.interval(true, hint(wish), null)).isEqualTo(interval);
        assertThat(CheckSchedule.interval(true, hint(Duration.ofMinutes(90)), wish))
                .isEqualTo(interval);
    }

    /** Row 11. */
    @Test
    void skipped_hours_move_the_check_to_the_next_one_that_is_not() {
        Instant next = CheckSchedule.afterSuccess(URL, NOW, true, skip(Set.of(11, 12, 13), Set.of()), null);

        assertThat(next).isBetween(Instant.parse("2026-03-10T14:00:00Z"), Instant.parse("2026-03-10T14:59:59Z"));
    }

    /** Row 11. */
    @Test
    void skipped_days_move_it_to_the_next_day() {
        Instant next = CheckSchedule.afterSuccess(
                URL, NOW, true, skip(Set.of(0), Set.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)), null);

        assertThat(next).isBetween(Instant.parse("2026-03-12T01:00:00Z"), Instant.parse("2026-03-12T01:59:59Z"));
    }

    /** Row 11. */
    @Test
    void hints_that_are_nonsense_are_ignored() {
        Instant plain = CheckSchedule.afterSuccess(URL, NOW, true, PLAIN, null);
        Set<Integer> always = IntStream.range(0, 24).boxed().collect(Collectors.toSet());

        assertThat(CheckSchedule.afterSuccess(URL, NOW, true, skip(always, Set.of()), null))
                .isEqualTo(plain);
        assertThat(CheckSchedule.afterSuccess(URL, NOW, true, skip(Set.of(25, -1), Set.of()), null))
                .isEqualTo(plain);
        assertThat(CheckSchedule.afterSuccess(URL, NOW, true, skip(Set.of(), Set.of(DayOfWeek.values())), null))
                .isEqualTo(plain);
    }

    /** Row 30. */
    @Test
    void feeds_that_were_asked_together_are_not_due_together() {
        List<Instant> next = urls().stream()
                .map(url -> CheckSchedule.afterSuccess(url, NOW, true, PLAIN, null))
                .toList();

        assertThat(next)
                .allSatisfy(at ->
                        assertThat(at).isBetween(NOW.plus(Duration.ofMinutes(60)), NOW.plus(Duration.ofMinutes(70))));
        Set<Long> minutes =
                next.stream().map(at -> Duration.between(NOW, at).toMinutes()).collect(Collectors.toSet());
        assertThat(minutes).as("all minutes of ten").hasSize(10);
    }

    /** Row 30. */
    @Test
    void feeds_that_skipped_the_same_hours_don_t_begin_at_the_same_minute() {
        Set<Instant> next = urls().stream()
                .map(url -> CheckSchedule.afterSuccess(url, NOW, true, skip(Set.of(11), Set.of()), null))
                .collect(Collectors.toSet());

        assertThat(next).hasSizeGreaterThan(50);
    }

    /** Row 13. */
    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 40", "7, 640", "8, 1280", "9, 1440", "1000, 1440"})
    void who_fails_is_asked_half_as_often_each_time_give_or_take_a_tenth(int failures, int minutes) {
        List<Duration> pauses = urls().stream()
                .map(url -> Duration.between(NOW, CheckSchedule.afterFailure(url, NOW, failures, 500)))
                .toList();

        Duration middle = Duration.ofMinutes(minutes);
        assertThat(pauses)
                .allSatisfy(pause -> assertThat(pause)
                        .isBetween(
                                middle.multipliedBy(9).dividedBy(10),
                                middle.multipliedBy(11).dividedBy(10))
                        .isLessThanOrEqualTo(Duration.ofHours(24)));
        assertThat(Set.copyOf(pauses)).as("jitter").hasSizeGreaterThan(8);
        assertThat(CheckSchedule.afterFailure(URL, NOW, failures, 500))
                .as("chance without surprise")
                .isEqualTo(CheckSchedule.afterFailure(URL, NOW, failures, 500));
    }

    /** Row 14. */
    @ParameterizedTest
    @CsvSource({"404, 1, 1", "403, 2, 2", "401, 5, 16", "404, 6, 24"})
    void a_refusal_is_no_passing_trouble(int status, int failures, int hours) {
        Duration pause = Duration.between(NOW, CheckSchedule.afterFailure(URL, NOW, failures, status));

        assertThat(pause.toMinutes()).isBetween(hours * 54L, hours * 66L);
    }

    private static FeedEntry entry(@Nullable String published, @Nullable String updated) {
        return new FeedEntry(
                "1",
                null,
                "T",
                "",
                null,
                null,
                published == null ? null : Instant.parse(published),
                updated == null ? null : Instant.parse(updated),
                null,
                0,
                null,
                List.of());
    }

    @Test
    void a_document_spans_the_time_from_its_oldest_item_to_its_newest() {
        var entries = List.of(
                entry("2026-03-10T04:00:00Z", null),
                entry(null, "2026-03-09T22:00:00Z"),
                entry(null, null),
                entry("2956-01-01T00:00:00Z", null));

        assertThat(Rhythm.of(entries, UpdateHints.NONE, NOW).span()).isEqualTo(Duration.ofHours(12));
        assertThat(Rhythm.of(List.of(entry(null, null)), UpdateHints.NONE, NOW).span())
                .isNull();
    }

    @Test
    void an_item_that_is_pinned_for_years_does_not_make_a_document_long() {
        var entries = Stream.concat(
                        Stream.of(entry("2019-01-01T00:00:00Z", null)),
                        IntStream.range(0, 20).mapToObj(i -> entry("2026-03-10T0" + i / 3 + ":00:00Z", null)))
                .toList();

        assertThat(Rhythm.of(entries, UpdateHints.NONE, NOW).span()).isLessThan(Duration.ofHours(10));
    }
}
