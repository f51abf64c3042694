package org.dailybriefing.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An item's picture is what its feed names as one, else the first in its text; never a counter, a film or a smiley. */
class PicturesTest {

    private static FeedEntry item(String elements) {
        return Feeds.only(Feeds.item("<title>x</title>" + elements));
    }

    private static Image image(FeedEntry entry) {
        return Objects.requireNonNull(entry.image());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<media:content url=\"https://o.example/1.jpg\"/>",
                "<media:content url=\"https://o.example/1.jpg\" medium=\"image\"/>",
                "<media:content url=\"https://o.example/1.jpg\" type=\"image/jpeg\" width=\"800px\" height=\"450.0\"/>",
                "<media:content url=\"https://o.example/f.mp4\" type=\"video/mp4\"/><media:thumbnail url=\"https://o.example/1.jpg\"/>",
                "<media:content url=\"https://o.example/f.mp4\" medium=\"video\"><media:thumbnail url=\"https://o.example/1.jpg\"/></media:content>",
                "<media:group><media:content url=\"https://o.example/s.jpg\" width=\"100\"/><media:content url=\"https://o.example/1.jpg\" width=\"900\"/></media:group>",
                "<media:thumbnail url=\"https://o.example/t.jpg\"/><media:content url=\"https://o.example/1.jpg\"/>",
                "<media:thumbnail url=\"https://o.example/1.jpg\"/>",
                "<enclosure url=\"https://o.example/1.jpg\" type=\"image/jpeg\" length=\"0\"/>",
                "<enclosure url=\"https://o.example/1.jpg\"/>",
                "<enclosure url=\"https://o.example/a.mp3\" type=\"audio/mpeg\"/><itunes:image href=\"https://o.example/1.jpg\"/>",
                "<atom:link rel=\"enclosure\" type=\"image/jpeg\" href=\"https://o.example/1.jpg\"/>",
                "<image>https://o.example/1.jpg</image>",
                "<image><url>https://o.example/1.jpg</url></image>",
                "<description>&lt;p&gt;&lt;img src=\"https://o.example/1.jpg\"&gt; text&lt;/p&gt;</description>",
                "<description><p><img src=\"https://o.example/1.jpg\"/> text</p></description>",
                "<description>short</description><content:encoded><![CDATA[<IMG SRC='https://o.example/1.jpg'>]]></content:encoded>",
                "<content:encoded><![CDATA[<img src='https://o.example/p.gif' width='1' height='1'><img src='https://o.example/1.jpg'>]]></content:encoded>",
                "<content:encoded><![CDATA[<img src='https://feeds.feedburner.com/~r/x/~4/y'><img src='https://o.example/1.jpg'>]]></content:encoded>",
                "<content:encoded><![CDATA[<img src='data:image/gif;base64,R0lGOD'><img src='https://o.example/1.jpg'>]]></content:encoded>",
                "<content:encoded><![CDATA[<img src='//o.example/1.jpg'>]]></content:encoded>",
                "<media:content url=\"javascript:alert(1)\"/><media:thumbnail url=\"https://o.example/1.jpg\"/>"
            })
    void found(String elements) {
        assertThat(image(item(elements)).url()).isEqualTo("https://o.example/1.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<enclosure url=\"https://o.example/a.mp3\" type=\"audio/mpeg\"/>",
                "<media:content url=\"https://o.example/f.mp4\"/>",
                "<media:content url=\"https://o.example/1.jpg\" width=\"1\" height=\"1\"/>",
                "<media:content url=\"\"/>",
                "<media:content/>",
                "<description>&lt;img src=\"https://o.example/1x1.gif\"&gt;</description>"
            })
    void none(String elements) {
        assertThat(item(elements).image()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "-",
            value = {
                "<media:content url=\"https://o.example/1.jpg\"><media:description>The &lt;b&gt;ferry&lt;/b&gt;</media:description><media:credit>J. Doe</media:credit></media:content> | The ferry | J. Doe",
                "<media:content url=\"https://o.example/1.jpg\"><media:title>The ferry</media:title></media:content>   | The ferry | -",
                "<media:content url=\"https://o.example/1.jpg\"/><media:description>The ferry</media:description><media:credit>J. Doe</media:credit> | The ferry | J. Doe",
                "<media:group><media:content url=\"https://o.example/1.jpg\"/><media:credit>J. Doe</media:credit></media:group> | - | J. Doe",
                "<description>&lt;figure&gt;&lt;img src='https://o.example/1.jpg' alt='no'&gt;&lt;figcaption&gt;The &lt;i&gt;ferry&lt;/i&gt;&lt;/figcaption&gt;&lt;/figure&gt;</description> | The ferry | -",
                "<description>&lt;img src='https://o.example/1.jpg' alt='The ferry'&gt;</description>                  | The ferry | -"
            })
    void caption_and_credit(String elements, @Nullable String caption, @Nullable String credit) {
        assertThat(image(item(elements)).caption()).isEqualTo(caption);
        assertThat(image(item(elements)).credit()).isEqualTo(credit);
    }

    /** Claims, and none where nothing is claimed in pixels. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<media:content url=\"https://o.example/1.jpg\" width=\"1200\" height=\"675\"/>                    | 1200 | 675",
                "<media:thumbnail url=\"https://o.example/1.jpg\" width=\"240px\" height=\"135.0\"/>               | 240  | 135",
                "<media:content url=\"https://o.example/1.jpg\"/>                                                    | 0    | 0",
                "<media:content url=\"https://o.example/1.jpg\" width=\"wide\" height=\"-3\"/>                     | 0    | 0",
                "<enclosure url=\"https://o.example/1.jpg\" type=\"image/jpeg\" length=\"99\"/>                    | 0    | 0",
                "<itunes:image href=\"https://o.example/1.jpg\"/>                                                    | 0    | 0",
                "<description>&lt;img src='https://o.example/1.jpg' width=640 height=360&gt;</description>           | 640  | 360",
                "<description><p><img src=\"https://o.example/1.jpg\" width=\"640\"/> text</p></description>         | 640  | 0",
                "<description>&lt;img src='https://o.example/1.jpg' width='100%' height='10%'&gt;</description>      | 0    | 0"
            })
    void width_and_height(String elements, int width, int height) {
        assertThat(image(item(elements)))
                .extracting(Image::width, Image::height)
                .containsExactly(width, height);
    }

    @Test
    void in_atom() {
        String entry = "<title>x</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
                + "<img src=\"/1.jpg\" alt=\"Q &amp; &quot;A&quot;\"/></div></content>";

        assertThat(image(Feeds.only(Feeds.entry(entry))).url()).isEqualTo("https://outlet.example/1.jpg");
        assertThat(image(Feeds.only(Feeds.entry(entry))).caption()).isEqualTo("Q & \"A\"");
    }
}
