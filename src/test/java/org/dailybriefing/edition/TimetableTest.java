package org.dailybriefing.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.dailybriefing.edition.Timetable.Unapproved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An edition's day, in its own zone, whatever is done to the clocks there. */
class TimetableTest {

    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static Timetable kyiv(Set<DayOfWeek> days, String compile, String deadline, String send) {
        return new Timetable(
                ZoneId.of("Europe/Kyiv"),
                days,
                LocalTime.parse(compile),
                LocalTime.parse(deadline),
                LocalTime.parse(send),
                Unapproved.HOLD,
                Duration.ofHours(24),
                3,
                Duration.ofHours(6));
    }

    @Test
    void the_hours_are_those_of_the_zone() {
        Timetable day = kyiv(EVERY_DAY, "05:30", "06:45", "07:00");

        assertThat(day.compileAt(LocalDate.of(2026, 3, 10))).isEqualTo("2026-03-10T03:30:00Z");
        assertThat(day.deadlineAt(LocalDate.of(2026, 3, 10))).isEqualTo("2026-03-10T04:45:00Z");
        assertThat(day.sendAt(LocalDate.of(2026, 3, 10))).isEqualTo("2026-03-10T05:00:00Z");
        assertThat(day.sendAt(LocalDate.of(2026, 7, 10))).isEqualTo("2026-07-10T04:00:00Z");
        assertThat(day.staleAt(LocalDate.of(2026, 7, 10))).isEqualTo("2026-07-10T10:00:00Z");
    }

    @Test
    void an_hour_that_summer_time_leaves_out_is_the_hour_after_it() {
        Timetable day = kyiv(EVERY_DAY, "02:30", "03:30", "04:30");
        LocalDate spring = LocalDate.of(2027, 3, 28);

        assertThat(day.compileAt(spring)).isEqualTo("2027-03-28T00:30:00Z");
        assertThat(day.deadlineAt(spring)).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(day.sendAt(spring)).isEqualTo("2027-03-28T01:30:00Z");
    }

    @Test
    void an_hour_that_comes_twice_is_the_first_of_the_two() {
        Timetable day = kyiv(EVERY_DAY, "03:30", "03:30", "03:30");

        assertThat(day.sendAt(LocalDate.of(2026, 10, 25))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(day.next(day.send(), Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T04:59:59Z, 2026-03-10T05:00:00Z", // Tuesday, a second before
        "2026-03-10T05:00:00Z, 2026-03-11T05:00:00Z", // Tuesday, at that moment
        "2026-03-13T05:00:00Z, 2026-03-16T05:00:00Z", // Friday: the next is on Monday
        "2026-03-14T12:00:00Z, 2026-03-16T05:00:00Z", // Saturday
        "2026-03-15T23:30:00Z, 2026-03-16T05:00:00Z", // Sunday in UTC, Monday in Kyiv
        "2026-03-27T05:00:00Z, 2026-03-30T04:00:00Z" // over the change to summer time
    })
    void the_next_time_is_after_now_and_on_a_day_of_the_edition(String now, String next) {
        Timetable day = kyiv(WORKDAYS, "05:30", "06:45", "07:00");

        assertThat(day.next(day.send(), Instant.parse(now))).isEqualTo(next);
    }

    @Test
    void the_date_of_a_moment_is_that_of_the_zone() {
        Timetable day = kyiv(WORKDAYS, "05:30", "06:45", "07:00");

        assertThat(day.date(Instant.parse("2026-03-10T22:30:00Z"))).isEqualTo("2026-03-11");
        assertThat(day.appearsOn(LocalDate.of(2026, 3, 13))).isTrue();
        assertThat(day.appearsOn(LocalDate.of(2026, 3, 14))).isFalse();
    }

    @Test
    void times_must_follow_one_another() {
        assertThatThrownBy(() -> kyiv(EVERY_DAY, "07:00", "06:00", "08:00"))
                .hasMessageContaining("compile 07:00, deadline 06:00, send 08:00 must follow one another");
        assertThatThrownBy(() -> kyiv(EVERY_DAY, "05:00", "08:30", "08:00")).hasMessageContaining("out of order");
    }
}
