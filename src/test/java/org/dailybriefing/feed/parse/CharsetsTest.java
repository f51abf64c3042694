package org.dailybriefing.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document is in the charset that its bytes prove, whatever it says of itself. */
class CharsetsTest {

    private static final String UKRAINIAN = "Переговори про мир тривають у Женеві, сторони обмінялися пропозиціями щодо"
            + " припинення вогню та гарантій безпеки; наступна зустріч відбудеться в четвер";
    private static final String POLISH = "Rozmowy pokojowe będą kontynuowane w Genewie, żadna ze stron nie ustąpiła";

    private static String title(byte[] document, @Nullable String contentType) {
        return Feeds.feed(document, contentType).entries().get(0).title();
    }

    private static byte[] document(String title, Charset charset, String prolog) {
        return (prolog + "<rss version=\"2.0\"><channel><title>x</title><item><title>" + title
                        + "</title></item></channel></rss>")
                .getBytes(charset);
    }

    private static String prolog(String name) {
        return "<?xml version=\"1.0\" encoding=\"" + name + "\"?>";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // bytes  | prolog       | header
                "UTF-8        | utf-8        | text/xml; charset=utf-8",
                "UTF-8        | -            | text/xml",
                "UTF-8        | -            | -",
                "UTF-8        | windows-1251 | -",
                "UTF-8        | utf-8        | text/xml; charset=windows-1251",
                "UTF-8        | utf-16       | -",
                "UTF-8        | ''           | -",
                "UTF-8        | no-such-one  | text/xml; charset=bogus",
                "windows-1251 | windows-1251 | -",
                "windows-1251 | Windows-1251 | text/xml",
                "windows-1251 | cp1251       | application/rss+xml",
                "windows-1251 | utf-8        | -",
                "windows-1251 | -            | text/xml; charset=windows-1251",
                "windows-1251 | -            | text/xml; charset=\"windows-1251\"",
                "windows-1251 | utf-8        | text/xml; charset=windows-1251",
                "windows-1251 | -            | -",
                "windows-1251 | utf-16       | text/xml; charset=utf-16",
                "windows-1251 | windows-1251 | text/xml; charset=us-ascii",
                "windows-1251 | windows-1251 | text/xml; charset=iso-8859-1",
                "KOI8-U       | koi8-u       | -",
                "KOI8-U       | -            | text/xml;charset=koi8-u",
                "ISO-8859-5   | iso-8859-5   | -",
                "UTF-16LE     | utf-16       | -",
                "UTF-16BE     | utf-16       | -",
                "UTF-16LE     | -            | text/xml; charset=utf-8",
                "UTF-32BE     | utf-32       | -",
                "UTF-32LE     | -            | -"
            })
    void every_letter_arrives(String charset, @Nullable String prolog, @Nullable String header) {
        byte[] document = document(UKRAINIAN, Charset.forName(charset), prolog == null ? "" : prolog(prolog));

        assertThat(title(document, header)).isEqualTo(UKRAINIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void a_byte_order_mark_goes_before_all_else(String charset) {
        byte[] document = document("\uFEFF", Charset.forName(charset), "");
        byte[] marked = ("\uFEFF"
                        + new String(
                                document(UKRAINIAN, StandardCharsets.UTF_8, prolog("koi8-r")), StandardCharsets.UTF_8))
                .getBytes(Charset.forName(charset));

        assertThat(document).isNotEmpty();
        assertThat(title(marked, "text/xml; charset=windows-1252")).isEqualTo(UKRAINIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, windows-1252, “Gespräche” – fünf Tage",
        "us-ascii, windows-1252, it’s über",
        "iso-8859-9, windows-1254, Görüşmeler Ankara’da",
        "gb2312, GB18030, 和平談判在日內瓦繼續",
        "shift_jis, windows-31j, 和平交渉①は続く",
        "euc-kr, x-windows-949, 평화 협상이 제네바에서 계속된다",
        "big5, Big5-HKSCS, 和平談判繼續",
        "iso-2022-jp, ISO-2022-JP, 和平交渉は続く",
        "euc-jp, EUC-JP, 和平交渉は続く"
    })
    void a_label_means_what_browsers_take_it_to_mean(String label, String bytes, String title) {
        assertThat(title(document(title, Charset.forName(bytes), prolog(label)), null))
                .isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1250", "iso-8859-2"})
    void polish_without_a_label_that_holds_is_not_taken_for_french(String charset) {
        byte[] document = document(POLISH, Charset.forName(charset), prolog(charset));

        assertThat(title(document, "text/xml; charset=utf-8")).isEqualTo(POLISH);
    }

    @Test
    void a_few_stray_bytes_do_not_turn_a_text_into_another() {
        byte[] text = document(UKRAINIAN + " # ", StandardCharsets.UTF_8, prolog("utf-8"));
        var out = new ByteArrayOutputStream();
        for (byte b : text) {
            out.write(b == '#' ? 0xE9 : b);
        }

        assertThat(title(out.toByteArray(), null)).isEqualTo(UKRAINIAN + " é");
    }

    @Test
    void a_letter_that_the_end_cuts_in_two_costs_no_other() {
        byte[] text = "<rss version=\"2.0\"><channel><item><title>Київ</title><description>мир"
                .getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(text, text.length - 1);

        assertThat(title(cut, "text/xml")).isEqualTo("Київ");
    }

    @Test
    void the_old_mainframes_are_understood() {
        assertThat(title(document("Talks go on", Charset.forName("IBM037"), prolog("ibm037")), null))
                .isEqualTo("Talks go on");
    }

    @Test
    void the_charset_is_reported() {
        assertThat(Feeds.feed(document(UKRAINIAN, Charset.forName("windows-1251"), prolog("windows-1251")), null)
                        .charset())
                .isEqualTo("windows-1251");
    }
}
