package org.dailybriefing.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each field of an item comes from where a dialect keeps it, as plain text. */
class ItemFieldsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "-",
            value = {
                "<title> Ferry&#10;  resumes </title>                              | Ferry resumes",
                "<title>Ferry &lt;b&gt;resumes&lt;/b&gt;</title>                | Ferry resumes",
                "<title>Hello <b>big</b> world</title>                          | Hello big world",
                "<title>Hello<br/>world</title>                                 | Hello world",
                "<title><![CDATA[A <i>B</i> &amp; C]]></title>                  | A B & C",
                "<title>A &amp;amp; B</title>                                   | A & B",
                "<title>1 &lt; 2</title>                                        | 1 < 2",
                "<title>How to use List&lt;String&gt; in Java</title>            | How to use List<String> in Java",
                "<title>if a &lt;b then</title>                                 | if a <b then",
                "<title>a&lt;o:p&gt;&lt;/o:p&gt;b</title>                       | ab",
                "<dc:title>Ferry</dc:title>                                     | Ferry",
                "<title/><dc:title>Ferry</dc:title>                             | Ferry",
                "<dc:title>other</dc:title><title>Ferry</title>                 | Ferry",
                "<media:title>other</media:title><title>Ferry</title>           | Ferry",
                "<media:title>Ferry</media:title>                               | Ferry",
                "<image><title>no</title></image><title>Ferry</title>           | Ferry",
                "<media:content url=\"a\"><media:title>no</media:title></media:content><title>Ferry</title> | Ferry"
            })
    void title_in_rss(String elements, String title) {
        assertThat(Feeds.only(Feeds.item(elements)).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<title>A &lt;b&gt; &amp;amp; C</title>                         | A <b> &amp; C",
                "<title type=\"text\">A &lt;b&gt;</title>                       | A <b>",
                "<title type=\"html\">A &lt;b&gt;B&lt;/b&gt; &amp;amp; C</title> | A B & C",
                "<title type=\"text/html\">A &lt;b&gt;B&lt;/b&gt;</title>       | A B",
                "<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A <b>B</b> &lt; C</div></title> | A B < C",
                "<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A <b>B</b> &lt;i&gt; C</div></title> | A B <i> C",
                "<title type=\"text/html\" mode=\"escaped\">A &lt;i&gt;B&lt;/i&gt;</title> | A B",
                "<title type=\"text/plain\" mode=\"base64\">RmVycnk=</title>    | Ferry",
                "<title>Hello <b>big</b> world</title>                          | Hello big world"
            })
    void title_in_atom(String elements, String title) {
        assertThat(Feeds.only(Feeds.entry(elements)).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "-",
            value = {
                "<link> https://o.example/1 </link>                                      | https://o.example/1",
                "<link>https://o.example/1?a=1&amp;b=2</link>                            | https://o.example/1?a=1&b=2",
                "<link><![CDATA[https://o.example/1]]></link>                            | https://o.example/1",
                "<link>/1</link>                                                         | https://outlet.example/1",
                "<link>1.html</link>                                                     | https://outlet.example/news/1.html",
                "<link>//o.example/1</link>                                              | https://o.example/1",
                "<link href=\"https://o.example/1\"/>                                    | https://o.example/1",
                "<atom:link href=\"https://o.example/1\"/>                               | https://o.example/1",
                "<atom:link rel=\"alternate\" href=\"https://o.example/1\"/>             | https://o.example/1",
                "<atom:link rel=\"self\" href=\"https://o.example/s\"/><link>https://o.example/1</link> | https://o.example/1",
                "<guid>https://o.example/1</guid>                                        | https://o.example/1",
                "<guid isPermaLink=\"true\">https://o.example/1</guid>                   | https://o.example/1",
                "<guid isPermaLink=\"false\">https://o.example/1</guid>                  | -",
                "<guid>g1</guid>                                                         | -",
                "<guid>https://o.example/g</guid><link>https://o.example/1</link>        | https://o.example/1",
                "<link>javascript:alert(1)</link>                                        | -",
                "<link>cnn://deeplink</link>                                             | -",
                "<link></link>                                                           | -",
                "<feedburner:origLink>https://o.example/1</feedburner:origLink><link>https://feedproxy.example/~r/1</link> | https://o.example/1",
                "<link>https://o.example/1?utm_source=rss&amp;utm_medium=feed</link>     | https://o.example/1",
                "<link>https://o.example/?id=7&amp;utm_source=rss&amp;p=2</link>         | https://o.example/?id=7&p=2",
                "<link>https://o.example/?id=7&amp;amp;ref=rss</link>                    | https://o.example/?id=7",
                "<link>https://o.example/?a=1&amp;amp;b=2</link>                         | https://o.example/?a=1&b=2",
                "<link>www.o.example/1</link>                                            | https://www.o.example/1",
                "<link>&lt;a href=x&gt;</link>                                           | -",
                "<feedburner:origLink>::</feedburner:origLink><link>https://o.example/1</link> | https://o.example/1",
                "<link>https://o.example/1#xtor=RSS-1</link>                             | https://o.example/1",
                "<link>https://o.example/1?ref=home#top</link>                           | https://o.example/1?ref=home#top",
                "<link>https://o.example/a b</link>                                      | https://o.example/a%20b"
            })
    void link_in_rss(String elements, String link) {
        assertThat(Feeds.only(Feeds.item("<title>x</title>" + elements)).link()).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "-",
            value = {
                "<link href=\"https://o.example/1\"/>                                              | https://o.example/1",
                "<link rel=\"self\" href=\"https://o.example/s\"/><link href=\"https://o.example/1\"/> | https://o.example/1",
                "<link rel=\"http://www.iana.org/assignments/relation/alternate\" href=\"https://o.example/1\"/> | https://o.example/1",
                "<link rel=\"alternate noopener\" href=\"https://o.example/1\"/>                   | https://o.example/1",
                "<link rel=\"related\" href=\"https://o.example/1\"/>                              | https://o.example/1",
                "<link rel=\"edit\" href=\"https://o.example/e\"/>                                 | -",
                "<link type=\"application/json\" href=\"https://o.example/j\"/><link type=\"text/html\" href=\"https://o.example/1\"/> | https://o.example/1",
                "<link href=\"1\"/>                                                                | https://outlet.example/news/1",
                "<link xml:base=\"https://o.example/a/\" href=\"1\"/>                              | https://o.example/a/1",
                "<link>https://o.example/1</link>                                                  | https://o.example/1",
                "<id>https://o.example/1</id>                                                      | https://o.example/1",
                "<id>tag:o.example,2026:1</id>                                                     | -",
                "<content src=\"https://o.example/1\" type=\"text/html\"/>                         | https://o.example/1"
            })
    void link_in_atom(String elements, String link) {
        assertThat(Feeds.only(Feeds.entry("<title>x</title>" + elements)).link())
                .isEqualTo(link);
    }

    @Test
    void the_nearest_base_counts() {
        String document =
                "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://o.example/a/\"><entry xml:base=\"b/\">"
                        + "<title>x</title><link href=\"c\"/></entry></feed>";

        assertThat(Feeds.only(document).link()).isEqualTo("https://o.example/a/b/c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<description>Twice &lt;b&gt;a&lt;/b&gt; day.</description>              | Twice a day.",
                "<description><p>Twice</p> <p>a day.</p></description>                   | Twice a day.",
                "<description><![CDATA[<p>Twice</p><p>a day.</p>]]></description>        | Twice a day.",
                "<description>short</description><content:encoded>long</content:encoded> | short",
                "<content:encoded><![CDATA[<p>long</p>]]></content:encoded>              | long",
                "<description><![CDATA[<img src='a.jpg'>]]></description><content:encoded>long</content:encoded> | long",
                "<dc:description>Twice.</dc:description>                                 | Twice.",
                "<itunes:summary>Twice.</itunes:summary>                                 | Twice.",
                "<media:group><media:description>Twice.</media:description></media:group> | Twice.",
                "<description><![CDATA[a<script>alert(1)</script><style>p{}</style>b]]></description> | a b"
            })
    void summary_in_rss(String elements, String summary) {
        assertThat(Feeds.only(Feeds.item("<title>x</title>" + elements)).summary())
                .isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<summary>a &lt;b&gt;</summary>                                     | a <b>",
                "<summary type=\"html\">&lt;p&gt;a&lt;/p&gt;</summary>              | a",
                "<content type=\"html\">&lt;p&gt;a&lt;/p&gt;</content>              | a",
                "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a</p><p>b</p></div></content> | a b",
                "<content mode=\"base64\" type=\"application/octet-stream\">PHA+YSA8Yj5iPC9iPjwvcD4=</content> | a b",
                "<content type=\"image/png\">iVBORw0KGgo=</content><summary>a</summary> | a"
            })
    void summary_in_atom(String elements, String summary) {
        assertThat(Feeds.only(Feeds.entry("<title>x</title>" + elements)).summary())
                .isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "-",
            value = {
                "<author>Jane Doe</author>                                        | Jane Doe",
                "<author>jane@o.example (Jane Doe)</author>                       | Jane Doe",
                "<author>Jane Doe &lt;jane@o.example&gt;</author>                 | Jane Doe",
                "<author>jane@o.example</author>                                  | jane@o.example",
                "<dc:creator><![CDATA[Jane Doe]]></dc:creator>                    | Jane Doe",
                "<dc:creator>Jane</dc:creator><dc:creator>Joe</dc:creator>        | Jane, Joe",
                "<author>Jane</author><dc:creator>Jane</dc:creator>               | Jane",
                "<atom:author><atom:name>Jane</atom:name></atom:author>           | Jane",
                "<itunes:author>Jane</itunes:author>                              | Jane",
                "<author/>                                                        | -"
            })
    void author(String elements, String author) {
        assertThat(Feeds.only(Feeds.item("<title>x</title>" + elements)).author())
                .isEqualTo(author);
    }

    @Test
    void an_entry_without_an_author_is_by_that_of_its_feed() {
        String document = Feeds.atom(
                "<author><name>Jane</name><uri>https://o.example</uri></author><entry><title>x</title></entry>"
                        + "<entry><title>y</title><author><name>Joe</name><email>joe@o.example</email></author></entry>");

        assertThat(Feeds.feed(document).entries()).extracting(FeedEntry::author).containsExactly("Jane", "Joe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "-",
            value = {
                "<pubDate>Tue, 10 Mar 2026 07:00:00 GMT</pubDate>                   | 2026-03-10T07:00:00Z | -",
                "<dc:date>2026-03-10T07:00:00+02:00</dc:date>                       | 2026-03-10T05:00:00Z | -",
                "<pubDate>soon</pubDate><dc:date>2026-03-10T07:00:00Z</dc:date>     | 2026-03-10T07:00:00Z | -",
                "<dc:date>2020-01-01T00:00:00Z</dc:date><pubDate>Tue, 10 Mar 2026 07:00:00 GMT</pubDate> | 2026-03-10T07:00:00Z | -",
                "<atom:published>2026-03-10T07:00:00Z</atom:published><atom:updated>2026-03-10T08:00:00Z</atom:updated> | 2026-03-10T07:00:00Z | 2026-03-10T08:00:00Z",
                "<atom:updated>2026-03-10T08:00:00Z</atom:updated>                  | 2026-03-10T08:00:00Z | 2026-03-10T08:00:00Z",
                "<dcterms:created>2026-03-10T07:00:00Z</dcterms:created><dcterms:modified>2026-03-10T08:00:00Z</dcterms:modified> | 2026-03-10T07:00:00Z | 2026-03-10T08:00:00Z",
                "<pubDate>2026-03-10T10:00:00.123456Z</pubDate>                     | 2026-03-10T10:00:00.123456Z | -",
                "<pubDate>soon</pubDate>                                            | - | -"
            })
    void dates(String elements, String published, String updated) {
        FeedEntry entry = Feeds.only(Feeds.item("<title>x</title>" + elements));

        assertThat(entry.published()).isEqualTo(published == null ? null : Instant.parse(published));
        assertThat(entry.updated()).isEqualTo(updated == null ? null : Instant.parse(updated));
    }

    @Test
    void a_date_that_says_nothing_is_a_problem_of_the_feed() {
        String items =
                "<item><title>x</title><pubDate>soon</pubDate></item><item><title>y</title><pubDate>later</pubDate></item>";

        assertThat(Feeds.feed(Feeds.rss(items)).problems())
                .containsExactly("No date can be made of \"soon\", and of 1 others.");
    }

    @Test
    void language_is_that_of_the_item_or_of_its_feed() {
        String document = "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>x</title>"
                + "<language>en_GB</language><item><title>a</title></item><item><title>b</title><dc:language>uk</dc:language></item>"
                + "<item xml:lang=\"ar\"><title>c</title></item></channel></rss>";

        assertThat(Feeds.feed(document).entries())
                .extracting(FeedEntry::language)
                .containsExactly("en-GB", "uk", "ar");
        assertThat(Feeds.feed(document).language()).isEqualTo("en-GB");
    }

    @Test
    void categories() {
        assertThat(Feeds.only(
                                Feeds.item(
                                        "<title>x</title><category domain=\"d\">Talks</category><dc:subject>War</dc:subject><category/>"))
                        .categories())
                .containsExactly("Talks", "War");
        assertThat(Feeds.only(Feeds.entry(
                                "<title>x</title><category term=\"t\" label=\"Talks\"/><category term=\"war\"/>"))
                        .categories())
                .containsExactly("Talks", "war");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "-",
            value = {
                "<title>Ferry resumes - Harbour Post</title><source url=\"https://h.example\">Harbour Post</source> | Ferry resumes | Harbour Post",
                "<title>Ferry resumes</title><source url=\"https://h.example\">Harbour Post</source>                | Ferry resumes | Harbour Post",
                "<title>Ferry resumes - Harbour Post</title><link>https://news.google.com/rss/articles/CBMi</link>  | Ferry resumes | Harbour Post",
                "<title>Ferry resumes - Harbour Post</title><link>https://o.example/1</link>                        | Ferry resumes - Harbour Post | -",
                "<title>Ferry resumes</title><atom:source><atom:title>Harbour Post</atom:title><atom:id>x</atom:id></atom:source> | Ferry resumes | Harbour Post"
            })
    void an_aggregator_is_never_the_outlet(String elements, String title, String outlet) {
        FeedEntry entry = Feeds.only(Feeds.item(elements));

        assertThat(entry.title()).isEqualTo(title);
        assertThat(entry.source()).isEqualTo(outlet);
    }
}
