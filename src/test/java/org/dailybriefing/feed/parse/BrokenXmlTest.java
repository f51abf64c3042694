package org.dailybriefing.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that XML forbids is read all the same, and said to be broken. */
class BrokenXmlTest {

    private static final String ITEM =
            "<title>Ferry resumes</title><link>https://outlet.example/1</link><guid>1</guid>";
    private static final String FEED = Feeds.item(ITEM);

    private static void isMended(String document) {
        ParseResult.Feed feed = Feeds.feed(document);
        assertThat(feed.repaired()).isTrue();
        assertThat(feed.problems().get(0))
                .startsWith("The XML is broken at line ")
                .endsWith(".")
                .hasLineCount(1);
        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("Ferry resumes");
            assertThat(entry.link()).isEqualTo("https://outlet.example/1");
            assertThat(entry.id()).isEqualTo("1");
        });
    }

    @Test
    void a_sound_document_is_not_called_broken() {
        assertThat(Feeds.feed(FEED).repaired()).isFalse();
        assertThat(Feeds.feed(FEED).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n ",
                "\uFEFF\n",
                "<br />\n<b>Warning</b>: mysql_connect() in <b>/var/www/db.php</b> on line <b>3</b><br />\n",
                "Notice: undefined index\n",
                "<!-- cached -->\n"
            })
    void junk_before_the_prolog(String junk) {
        isMended(junk + FEED);
    }

    @Test
    void junk_after_the_end_is_no_trouble() {
        assertThat(Feeds.only(FEED + "<script>count()</script> & so on").title())
                .isEqualTo("Ferry resumes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<description>5 < 6</description>",
                "<description>a <b>bold</i> word</description>",
                "<description>never closed",
                "<category domain=x>news</category>",
                "<enclosure url=\"a\" url=\"b\"/>",
                "<enclosure url=\"a\" nothing/>",
                "<!-- one -- two -->",
                "<dc:creator>Q & A</dc:creator>",
                "<unknown:prefix>x</unknown:prefix>",
                "<description>x\u0007y</description>",
                "<description>&nbsp;&rsquo;&hellip;</description>",
                "<description>&nosuch; &;</description>",
                "<description>&#x1F; &#0; &#xFFFE; &#xD800;</description>",
                "<description>&#xD83D;&#xDE00;</description>",
                "<description>&#X2019;</description>",
                "<description><![CDATA[ x \u0001 ]]></description>",
                "<description>]]></description>",
                "<1up>x</1up>"
            })
    void one_slip_in_an_item(String slip) {
        isMended(Feeds.item(ITEM + slip));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Law &nbsp;&amp; order&rsquo;s end   | Law & order’s end",
                "Q & A                               | Q & A",
                "AT&T                                | AT&T",
                "R&amp;D & &foo; x                   | R&D & &foo; x",
                "it&#146;s &#151; here               | it’s — here",
                "it&#X2019;s &hellip;                | it’s …",
                "smile &#xD83D;&#xDE00; there        | smile 😀 there",
                "a&#x1F;b&#0;c                       | abc",
                "caf&eacute; &Aacute;                | café Á",
                "5 &lt; 6 &amp; 7                    | 5 < 6 & 7",
                "<![CDATA[Q & A &nbsp;&amp; more]]>  | Q & A & more"
            })
    void entities_are_read_as_meant(String written, String read) {
        assertThat(Feeds.only(Feeds.item("<title>" + written + "</title>")).title())
                .isEqualTo(read);
    }

    @Test
    void entities_of_its_own_doctype_are_short_words() {
        String doctype = "<!DOCTYPE rss [<!ENTITY nbsp \"&#160;\"> <!ENTITY harbour 'Harbour &amp; Sons'>"
                + "<!ENTITY file SYSTEM \"file:///etc/hostname\"> <!ENTITY long \"" + "x".repeat(257) + "\">]>";
        String document =
                Feeds.item("<title>The&nbsp;&harbour;: &file; &long;</title>").replace("<rss", doctype + "<rss");

        assertThat(Feeds.only(document).title()).isEqualTo("The Harbour & Sons: &file; &long;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss>",
                "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/rss-0.91.dtd\">",
                "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:9/rss.dtd\" [<!ELEMENT rss ANY>]>"
            })
    void a_doctype_is_passed_over(String doctype) {
        assertThat(Feeds.only(FEED.replace("<rss", doctype + "<rss")).title()).isEqualTo("Ferry resumes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</item><item><title>Bridge op",
                "</item><item><title>",
                "</item><item><title>Bridge opens</title><link>https://outlet.example/2</link><description><![CDATA[Four la",
                "</item>",
                "</item></chan"
            })
    void what_was_whole_before_the_cut_is_kept(String cut) {
        String start = Feeds.item(ITEM).replaceFirst("</item></channel></rss>$", "");

        ParseResult.Feed feed = Feeds.feed(start + cut);

        assertThat(feed.repaired()).isTrue();
        assertThat(feed.entries().get(0).title()).isEqualTo("Ferry resumes");
        assertThat(feed.entries()).extracting(FeedEntry::title).doesNotContain("Bridge op");
    }

    /** What is wrong with the head of a feed costs none of its items. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>C</titel>",
                "<description>d</Description>",
                "<ttl>60",
                "<foo>",
                "<image><url>x</url>",
                "<link>http://o.example/",
                "<!-- x -- >"
            })
    void a_slip_before_the_items(String slip) {
        String item = "<item><title>%s</title><link>https://o.example/%s</link></item>";
        String feed = "<rss version=\"2.0\"><channel>" + slip + item.formatted("One", 1) + item.formatted("Two", 2)
                + "</channel></rss>";

        assertThat(Feeds.feed(feed).entries()).extracting(FeedEntry::title).containsExactly("One", "Two");
        assertThat(Feeds.feed(feed).entries())
                .extracting(FeedEntry::link)
                .containsExactly("https://o.example/1", "https://o.example/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<br>", "<p>", "<img src=x>"})
    void html_that_is_never_closed_costs_no_item(String tag) {
        String items = "<item><title>One</title><description>" + ("a" + tag).repeat(250)
                + "</description><guid>1</guid></item><item><title>Two</title><guid>2</guid></item>";

        assertThat(Feeds.feed(Feeds.rss(items)).entries())
                .extracting(FeedEntry::id)
                .containsExactly("1", "2");
    }

    @Test
    void layers_that_nobody_reads_cost_no_item() {
        String items = "<item><title>One</title>" + "<x>".repeat(250) + "</x>".repeat(250) + "<guid>1</guid></item>";

        assertThat(Feeds.only(Feeds.rss(items)).id()).isEqualTo("1");
    }

    @Test
    void two_hundred_and_fifty_items_that_are_never_closed() {
        String items = "<item><title>x</title><guid>%d</guid>";
        var feed = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            feed.append(items.formatted(i));
        }

        assertThat(Feeds.feed(Feeds.rss(feed.toString())).entries()).hasSize(250);
    }

    @Test
    void a_comment_about_feeds_before_the_prolog() {
        assertThat(Feeds.only("<!-- feed <feed 1.0> -->\n" + FEED).title()).isEqualTo("Ferry resumes");
    }

    @Test
    void a_bracket_that_begins_no_tag() {
        assertThat(Feeds.only(Feeds.item("<title>if a<b and c</title><guid>1</guid>"))
                        .title())
                .isEqualTo("if a<b and c");
    }

    @Test
    void items_that_are_never_closed_are_several() {
        String feed = Feeds.rss("<item><title>One</title><guid>1</guid><item><title>Two</title><guid>2</guid>");

        assertThat(Feeds.feed(feed).entries()).extracting(FeedEntry::title).containsExactly("One", "Two");
    }
}
