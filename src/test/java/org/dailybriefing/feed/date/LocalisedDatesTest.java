package org.dailybriefing.feed.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Months and weekdays in the languages of the feeds. */
class LocalisedDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Сб, 31 січ 2026 10:15:00 +0200              | 2026-01-31T08:15:00Z
            субота, 31 січня 2026 р., 10:15             | 2026-01-31T10:15:00Z
            10:15, 31 січня 2026                        | 2026-01-31T10:15:00Z
            П'ятниця, 20 лютого 2026, 09:05             | 2026-02-20T09:05:00Z
            П’ятниця, 20 лютого 2026 о 09:05            | 2026-02-20T09:05:00Z
            20 ЛИСТОПАДА 2026                           | 2026-11-20T00:00:00Z
            Сер, 5 сер 2026 10:00:00 +0300              | 2026-08-05T07:00:00Z
            Пт, 05 чер 2026 10:00:00 EEST               | 2026-06-05T07:00:00Z
            Пн, 12 янв 2026 10:15:00 +0300              | 2026-01-12T07:15:00Z
            12 января 2026 г. в 10:15                   | 2026-01-12T10:15:00Z
            12 мая 2026 года, 10:15 мск                 | 2026-05-12T07:15:00Z
            Вт, 03 мар 2026 10:15:00 GMT                | 2026-03-03T10:15:00Z
            sob., 31 sty 2026 10:15:00 +0100            | 2026-01-31T09:15:00Z
            pt., 30 sty 2026 10:15:00 +0100             | 2026-01-30T09:15:00Z
            piątek, 30 stycznia 2026 r., godz. 10:15    | 2026-01-30T10:15:00Z
            15 paź 2026                                 | 2026-10-15T00:00:00Z
            15 pazdziernika 2026                        | 2026-10-15T00:00:00Z
            Di, 03 Mär 2026 10:15:00 +0100              | 2026-03-03T09:15:00Z
            Dienstag, 3. März 2026 um 10:15 Uhr         | 2026-03-03T10:15:00Z
            Do., 31. Dez. 2026                          | 2026-12-31T00:00:00Z
            mar., 03 mars 2026 10:15:00 +0100           | 2026-03-03T09:15:00Z
            mar. 3 févr. 2026 10:15                     | 2026-02-03T10:15:00Z
            mar, 03/03/2026 10:15                       | 2026-03-03T10:15:00Z
            mardi 1er décembre 2026 à 10h15             | 2026-12-01T10:15:00Z
            le 14 août 2026                             | 2026-08-14T00:00:00Z
            14 AOUT 2026                                | 2026-08-14T00:00:00Z
            mar, 03 mar 2026 10:15:00 +0100             | 2026-03-03T09:15:00Z
            mar, 06 ene 2026 10:15:00 +0100             | 2026-01-06T09:15:00Z
            martes, 6 de enero de 2026, 10:15 p. m.     | 2026-01-06T22:15:00Z
            Mié, 07 Ene 2026 10:15:00 -0300             | 2026-01-07T13:15:00Z
            5 de septiembre de 2026 a las 10:15         | 2026-09-05T10:15:00Z
            Seg, 05 Out 2026 10:15:00 -0300             | 2026-10-05T13:15:00Z
            segunda-feira, 5 de março de 2026 às 10h15  | 2026-03-05T10:15:00Z
            gio, 08 gen 2026 10:15:00 +0100             | 2026-01-08T09:15:00Z
            martedì 3 marzo 2026, ore 10:15             | 2026-03-03T10:15:00Z
            السبت، 31 يناير 2026 10:15                    | 2026-01-31T10:15:00Z
            ٣١ يناير ٢٠٢٦ ١٠:١٥                             | 2026-01-31T10:15:00Z
            31 كانون الثاني 2026                           | 2026-01-31T00:00:00Z
            31 كانون الثاني/يناير 2026                     | 2026-01-31T00:00:00Z
            15 تشرين الأول 2026 10:15 م                   | 2026-10-15T22:15:00Z
            15 جانفي 2026                                | 2026-01-15T00:00:00Z
            ۲۰۲۶-۰۱-۳۱ ۱۰:۱۵                              | 2026-01-31T10:15:00Z
            Κυρ, 11 Ιούλ 2004 12:00:00 EST              | 2004-07-11T17:00:00Z
            ΚΥΡΙΑΚΗ, 11 ΙΟΥΛΙΟΥ 2004                    | 2004-07-11T00:00:00Z
            2004-július-13T9:15-05:00                   | 2004-07-13T14:15:00Z
            2004. július 13. 9:15                       | 2004-07-13T09:15:00Z
            2004년 05월 28일  오전 01:31:15              | 2004-05-27T16:31:15Z
            2004년 05월 28일  01:31:15                   | 2004-05-27T16:31:15Z
            2004年05月28日 01:31:15                       | 2004-05-28T01:31:15Z
            2004-05-25 오후 11:23:17                     | 2004-05-25T14:23:17Z
            2004년 5월 28일 금요일                        | 2004-05-27T15:00:00Z
            2004-05-25 오후 11:23:17 +0000               | 2004-05-25T23:23:17Z
            za 31 jan 2026 om 10:15                     | 2026-01-31T10:15:00Z
            31 Aralık 2026 10:15                        | 2026-12-31T10:15:00Z
            31 ARALIK 2026                              | 2026-12-31T00:00:00Z
            15 ŞUB 2026                                 | 2026-02-15T00:00:00Z
            st, 2. září 2026 10:15                      | 2026-09-02T10:15:00Z
            1. července 2026                            | 2026-07-01T00:00:00Z
            1. června 2026                              | 2026-06-01T00:00:00Z
            lör, 31 maj 2026 kl. 10:15                  | 2026-05-31T10:15:00Z
            """)
    void months_and_weekdays_by_language(String text, Instant expected) {
        assertThat(DateReader.read(text)).as(text).isEqualTo(expected);
    }

    /** What the JDK's own locale data write for every day of a year. */
    @ParameterizedTest
    @ValueSource(
            strings = {"en", "uk", "ru", "pl", "de", "fr", "es", "pt", "it", "ar", "el", "hu", "nl", "tr", "cs", "sv"})
    void every_month_and_weekday_in_full_and_short(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        List<DateTimeFormatter> formats = Stream.of(
                        "EEEE, d MMMM uuuu",
                        "EEE, d MMM uuuu",
                        "d MMMM uuuu",
                        "d LLLL uuuu",
                        "EEE d MMMM uuuu",
                        "MMM d, uuuu")
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, locale))
                .toList();
        for (int day = 1; day <= 365; day++) {
            LocalDate date = LocalDate.ofYearDay(2026, day);
            for (DateTimeFormatter format : formats) {
                String text = format.format(date);
                assertThat(DateReader.read(text)).as(text).isEqualTo(Instant.parse(date + "T00:00:00Z"));
            }
        }
    }
}
