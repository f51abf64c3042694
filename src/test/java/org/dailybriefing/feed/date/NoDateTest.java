package org.dailybriefing.feed.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Better no date than a wrong one. */
class NoDateTest {

    private static final Instant EARLIEST = Instant.parse("1969-12-31T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2201-01-02T00:00:00Z");

    private static void none(String text) {
        assertThat(DateReader.read(text)).as(text).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sat, 31 Feb 2026 10:15:00 GMT",
                "Thu, 31 Jun 2004 10:15:00 GMT",
                "Sun, 29 Feb 2026 10:15:00 GMT",
                "Sun, 99 Jun 2009 12:00:00 GMT",
                "Sun, 00 Jun 2009 12:00:00 GMT",
                "Sat, 31 Jan 2026 25:14:00 GMT",
                "Sat, 31 Jan 2026 24:01:00 GMT",
                "Sat, 31 Jan 2026 10:61:00 GMT",
                "Sat, 31 Jan 2026 10:15:61 GMT",
                "2026-02-31T10:15:00Z",
                "2026-13-01T10:15:00Z",
                "2026-00-01T10:15:00Z",
                "2026-01-31T25:14:00Z",
                "2026-01-31T10:60:00Z",
                "2026-01-31T10:15:00+25:00",
                "2026-01-31T10:15:00+01:60",
                "2026-02-31",
                "20260231",
                "20261301T101500Z",
                "202602311015",
                "2026-366",
                "2026-000",
                "2026-W54-1",
                "2025-W53-1",
                "2026-W10-8",
                "31.02.2026",
                "13/13/2026",
                "31 февраля 2026",
                "2026-13",
                "January 32, 2026",
                "January 31, 2026 13:04 AM",
                "January 31, 2026 0:04 PM"
            })
    void nothing_rolls_over(String text) {
        none(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "0000-00-00 00:00:00",
                "Mon, 01 Jan 0001 00:00:00 +0000",
                "Thu, 01 Jan 0100 00:00:01 +0100",
                "1969-12-31T23:59:59Z",
                "2201-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "1899",
                "2201",
                "0",
                "12",
                "999999999",
                "9999999999",
                "2026013110",
                "9999999999999"
            })
    void years_out_of_bounds_and_numbers_that_are_none(String text) {
        none(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "today at 10:15",
                "3 hours ago",
                "soon",
                "now",
                "n/a",
                "null",
                "Invalid Date",
                "10 March",
                "March 10",
                "March 10, 10:15",
                "Mon, 2 Jan 15:04:05 MST",
                "January 2026 10:15",
                "January 2026 UTC 10:15",
                "January",
                "Monday",
                "10:15",
                "10:15:00 GMT",
                "--12-31",
                "--12",
                "---31",
                "-335",
                "12/2026",
                "31.01.",
                "Sun, 16 Dec 2012 1:2:3:4 GMT",
                "Sun, 16 zzz 2012 11:47:32 GMT",
                "Sun, Dec x 2012 11:47:32 GMT",
                "Sun, 16 Dec zz 11:47:32 GMT",
                "Sun, 16 Dec 2012 11:47:32 +zz:00",
                "Sun, 16 Dec 2012 11:47:32 +00:zz",
                "Sun, 16 Dec 2012 11:zz:32 GMT",
                "Sat, 31 Jan 2026 10:15:00 XYZ",
                "Sat, 31 Jan 2026 10:15:00 Mars/Olympus",
                "Sat, 31 Jan 2026 10:15:00 +0200 +0300",
                "Sat, 31 Jan 2026 10:15:00 +0200 GMT",
                "Sat, 31 Jan 2026 10:15:00 EST PST",
                "Sat, 31 Jan 2026 10:15:00 11:15:00",
                "Sat, 31 Jan 2026 2027",
                "Sat, 1 Jan Feb 2026",
                "2026-01-01 Feb",
                "30 31 Jan 2026",
                "1 - 3 Jan 2026",
                "2026-01-31/2026-02-01",
                "2026-01-31 2026-02-01",
                "2026-01-31 and more",
                "on or about 31 January 2026",
                "Published: 31 January 2026",
                "31 Jan 2026 (",
                "31 Jan 2026 10:15 (a) b)",
                "2026-01-31T",
                "2026-01-31T1",
                "2026-01-31T101",
                "2026-01-31T10:15.5Z",
                "2026-01-31T10:15:00:00",
                "2026-01-31-10-15",
                "2026-01-31 1015",
                "2026-01-31 10",
                "22 Dec 2017 -3:09pm",
                "22 Dec 2017 -3:09",
                "22 Dec 2017 -3",
                "2026-1-31-",
                "2026--01-31",
                "1/2/3",
                "2026-01-31T10:15:00Z+03:00",
                "2004년 28일",
                "오전 2026-01-31"
            })
    void what_is_not_understood_to_the_end(String text) {
        none(text);
    }

    /** Pieces of dates in any order: whatever comes of it, it is within bounds. */
    @Test
    void no_text_breaks_it() {
        String[] pieces = {
            "2026", "31", "1", "05", "335", "20260131", "101500", "99999999999", "T", "Z", "W", "-", "+", ":", ".", ",",
                    "/",
            "(", ")", " ", "Jan", "mar", "Tue", "pm", "GMT", "ET", "at", "h", "년", "월", "오후", "Europe/Kyiv", "т",
                    "\ud83d"
        };
        var random = new Random(1);
        for (int i = 0; i < 300_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(1, 14); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Instant read = DateReader.read(text.toString());
            if (read != null) {
                assertThat(read).as(text.toString()).isBetween(EARLIEST, LATEST);
            }
        }
    }

    @Test
    void nothing_and_too_much() {
        assertThat(DateReader.read(null)).isNull();
        assertThat(DateReader.read(" ".repeat(100) + "2026-01-31T10:15:00Z" + " ".repeat(100)))
                .isEqualTo(Instant.parse("2026-01-31T10:15:00Z"));
        none("2026-01-31T10:15:00Z" + " (x)".repeat(30));
        none("9".repeat(100));
        none("1:".repeat(50));
        none("(".repeat(100));
        none("()".repeat(50));
        none("(".repeat(50) + ")".repeat(50));
    }
}
