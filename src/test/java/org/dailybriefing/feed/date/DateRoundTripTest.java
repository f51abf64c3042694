package org.dailybriefing.feed.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a program writes with a zone is read back as the moment it was, on any day of the years that count. */
class DateRoundTripTest {

    private static final long FIRST = Instant.parse("1970-01-02T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2200-12-30T00:00:00Z").getEpochSecond();

    /** Years in two digits. */
    private static final long LAST_SHORT = Instant.parse("2049-12-30T00:00:00Z").getEpochSecond();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            EEE, dd MMM uuuu HH:mm:ss Z             | SECONDS | en
            EEE, d MMM uuuu HH:mm:ss xxx            | SECONDS | en
            d MMM uuuu HH:mm Z                      | MINUTES | en
            EEEE, dd-MMM-uu HH:mm:ss 'GMT'Z         | SECONDS | en
            EEE MMM d HH:mm:ss Z uuuu               | SECONDS | en
            EEE MMM dd uuuu HH:mm:ss 'GMT'Z '(X)'   | SECONDS | en
            EEEE, MMMM d, uuuu 'at' h:mm a xxx      | MINUTES | en
            uuuu-MM-dd'T'HH:mm:ssXXX                | SECONDS | en
            uuuu-MM-dd'T'HH:mmXXX                   | MINUTES | en
            uuuu-MM-dd'T'HH:mm:ss.SSSXXX            | MILLIS  | en
            uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX         | MICROS  | en
            uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX      | NANOS   | en
            uuuu-MM-dd'T'HH:mm:ss,SSSX              | MILLIS  | en
            uuuu-MM-dd HH:mm:ss Z                   | SECONDS | en
            uuuuMMdd'T'HHmmssX                      | SECONDS | en
            uuuuMMddHHmmssX                         | SECONDS | en
            uuuu-DDD'T'HH:mm:ssXXX                  | SECONDS | en
            YYYY-'W'ww-e'T'HH:mm:ssXXX              | SECONDS | en-DE
            dd.MM.uuuu HH:mm Z                      | MINUTES | en
            MM/dd/uuuu hh:mm:ss a Z                 | SECONDS | en
            EEE, d MMMM uuuu, HH:mm Z               | MINUTES | uk
            EEEE d MMMM uuuu HH:mm Z                | MINUTES | fr
            EEE, d MMM uuuu HH:mm Z                 | MINUTES | pl
            """)
    void what_was_written_is_read_back(String pattern, ChronoUnit precision, String language) {
        var random = new Random(pattern.hashCode());
        var formatter = DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language));
        long last = pattern.contains("MMM-uu ") ? LAST_SHORT : LAST;
        for (int i = 0; i < 2_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(FIRST, last), random.nextInt(1_000_000_000))
                    .truncatedTo(precision);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-48, 57) * 900);

            String text = formatter.format(instant.atOffset(offset));

            assertThat(DateReader.read(text)).as(text).isEqualTo(instant);
        }
    }

    /** The two ways of reading agree, and the quick one reads what nearly all feeds write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "EEE, dd MMM uuuu HH:mm:ss 'GMT'",
                "EEE, dd MMM uuuu HH:mm:ss Z",
                "EEE, d MMM uuuu HH:mm:ss xxx",
                "uuuu-MM-dd'T'HH:mm:ss'Z'",
                "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'",
                "uuuu-MM-dd'T'HH:mm:ssxxx"
            })
    void common_dates_take_the_quick_way(String pattern) {
        var random = new Random(pattern.hashCode());
        var formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        for (int i = 0; i < 2_000; i++) {
            String text = formatter.format(Instant.ofEpochSecond(random.nextLong(FIRST, LAST), 123_456_789)
                    .atOffset(ZoneOffset.UTC));

            assertThat(CommonDates.read(text)).as(text).isNotNull().isEqualTo(LooseDates.read(text));
        }
    }
}
