package org.dailybriefing.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RSS from 0.90 to 2.0, Atom, RDF and CDF, in whatever shape and under whatever namespace, say the same. */
class DialectsTest {

    private static final String RDF = "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"";
    private static final String ITEM = "<item><title>Ferry resumes</title><link>https://outlet.example/1</link></item>";

    private static void isRead(String document, String format) {
        assertThat(Feeds.feed(document).format()).isEqualTo(format);
        assertThat(Feeds.only(document).title()).isEqualTo("Ferry resumes");
        assertThat(Feeds.only(document).link()).isEqualTo("https://outlet.example/1");
        assertThat(Feeds.only(document).id()).isEqualTo("https://outlet.example/1");
        assertThat(Feeds.feed(document).title()).isEqualTo("Post");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.91", "0.92", "0.93", "0.94", "1.0", "2", "2.0", "2.00", "2.0.1"})
    void rss_of_any_version(String version) {
        isRead(
                "<rss version=\"" + version + "\"><channel><title>Post</title>" + ITEM + "</channel></rss>",
                "rss_" + version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<rss><channel><title>Post</title>%s</channel></rss>                                     | rss_2.0",
                "<rss version=\"\"><channel><title>Post</title>%s</channel></rss>                        | rss_2.0",
                "<rss version=\"2.0\"><channel><title>Post</title></channel>%s</rss>                     | rss_2.0",
                "<rss version=\"2.0\"><title>Post</title>%s</rss>                                        | rss_2.0",
                "<RSS version=\"2.0\"><CHANNEL><TITLE>Post</TITLE>%s</CHANNEL></RSS>                     | rss_2.0",
                "<channel><title>Post</title>%s</channel>                                                | rss_2.0",
                "<rss version=\"2.0\" xmlns=\"http://backend.userland.com/rss2\"><channel><title>Post</title>%s</channel></rss>  | rss_2.0",
                "<rss version=\"2.0\" xmlns=\"https://backend.userland.com/rss2\"><channel><title>Post</title>%s</channel></rss> | rss_2.0",
                "<rss version=\"2.0\" xmlns=\"https://any.example/ns\"><channel><title>Post</title>%s</channel></rss>            | rss_2.0",
                "<rss version=\"2.0\" xmlns=\"http://www.w3.org/2005/Atom\"><channel><title>Post</title>%s</channel></rss>       | rss_2.0",
                "<rss version=\"2.0\"><channel xmlns=\"https://any.example/ns\"><title>Post</title>%s</channel></rss>            | rss_2.0",
                "<r:rss version=\"2.0\" xmlns:r=\"http://r.example\" xmlns=\"\"><channel><title>Post</title>%s</channel></r:rss> | rss_2.0",
            })
    void rss_of_any_shape(String frame, String format) {
        isRead(frame.formatted(ITEM), format);
    }

    @ParameterizedTest
    @CsvSource({
        "http://purl.org/rss/1.0/, rss_1.0",
        "http://purl.org/rss/1.0, rss_1.0",
        "https://any.example/ns, rss_1.0",
        "http://my.netscape.com/rdf/simple/0.9/, rss_0.90",
        "http://channel.netscape.com/rdf/simple/0.9/, rss_0.90"
    })
    void rdf(String namespace, String format) {
        isRead(
                "<rdf:RDF " + RDF + " xmlns=\"" + namespace + "\"><channel rdf:about=\"https://outlet.example/\">"
                        + "<title>Post</title><items><rdf:Seq><rdf:li rdf:resource=\"https://outlet.example/1\"/></rdf:Seq></items>"
                        + "</channel><image><title>no</title></image>"
                        + ITEM.replace("<item>", "<item rdf:about=\"https://outlet.example/1\">") + "</rdf:RDF>",
                format);
    }

    @Test
    void rss_1_1() {
        isRead(
                "<Channel xmlns=\"http://purl.org/net/rss1.1#\" " + RDF + "><title>Post</title>"
                        + "<items rdf:parseType=\"Collection\">" + ITEM + "</items></Channel>",
                "rss_2.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<feed xmlns=\"http://www.w3.org/2005/Atom\">                  | atom_1.0",
                "<feed xmlns=\"https://www.w3.org/2005/Atom\">                 | atom_1.0",
                "<feed xmlns=\" http://www.w3.org/2005/Atom\">                 | atom_1.0",
                "<feed>                                                        | atom_1.0",
                "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\">     | atom_0.3",
                "<feed version=\"0.3\">                                        | atom_0.3",
                "<feed xmlns=\"http://purl.org/atom/ns#draft-ietf-atompub-format-05\"> | atom_0.3"
            })
    void atom(String start, String format) {
        isRead(
                start
                        + "<title>Post</title><entry><title>Ferry resumes</title><link rel=\"alternate\" href=\"https://outlet.example/1\"/>"
                        + "</entry></feed>",
                format);
    }

    @Test
    void atom_with_prefixes_in_and_around_rss() {
        isRead(
                "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title>Post</a:title><a:entry><a:title>Ferry resumes</a:title>"
                        + "<a:link href=\"https://outlet.example/1\"/></a:entry></a:feed>",
                "atom_1.0");
    }

    @Test
    void cdf() {
        String document = "<CHANNEL><TITLE>Post</TITLE><ITEM HREF=\"https://outlet.example/1\" LASTMOD=\"2026-01-02\">"
                + "<TITLE>Ferry resumes</TITLE><ABSTRACT>Twice a day.</ABSTRACT></ITEM></CHANNEL>";

        isRead(document, "cdf");
        assertThat(Feeds.only(document).summary()).isEqualTo("Twice a day.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dc:creator", "content:encoded", "media:credit", "slash:comments"})
    void a_prefix_that_was_never_declared(String name) {
        String document = "<rss version=\"2.0\"><channel><title>Post</title>"
                + ITEM.replace("</item>", "<" + name + ">Jane</" + name + "></item>") + "</channel></rss>";

        isRead(document, "rss_2.0");
    }

    /** Each of these alone costs others the whole feed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<skipHours><hour>25</hour></skipHours>",
                "<skipHours><hour>noon</hour></skipHours>",
                "<skipDays><day>sat</day><day/></skipDays>",
                "<cloud domain=\"x\" port=\"\" path=\"/\"/>",
                "<ttl>soon</ttl>",
                "<ttl>-1</ttl>",
                "<sy:updatePeriod>often</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>",
                "<pubDate>yesterday</pubDate>",
                "<lastBuildDate>31 Feb</lastBuildDate>",
                "<image><url/><width>wide</width><height>-1</height></image>",
                "<language>not a language</language>",
                "<atom:link/>",
                "<atom:link rel=\"self\"/>",
                "<textInput/>",
                "<item><title>Ferry resumes</title><slash:comments>many</slash:comments></item>",
                "<item><title>Ferry resumes</title><media:content width=\"wide\" height=\"\" fileSize=\"1 MB\" duration=\"x\"/></item>",
                "<item><title>Ferry resumes</title><media:status state=\"?\"/><media:price price=\"x\"/><media:rights status=\"?\"/></item>",
                "<item><title>Ferry resumes</title><media:restriction relationship=\"?\" type=\"\"/></item>",
                "<item><title>Ferry resumes</title><georss:box>1 2</georss:box><georss:point>here</georss:point></item>",
                "<item><title>Ferry resumes</title><enclosure length=\"big\"/></item>",
                "<item><title>Ferry resumes</title><guid isPermaLink=\"maybe\">1</guid></item>",
                "<item><title>Ferry resumes</title><source/></item>",
                "<item><title>Ferry resumes</title><category/></item>",
                "<item><title>Ferry resumes</title><itunes:duration>long</itunes:duration><itunes:image/></item>",
                "<item><title>Ferry resumes</title><link>https://outlet.example:99999/x</link></item>",
                "<item><title>Ferry resumes</title><comments>\u00a0</comments><author/></item>"
            })
    void a_bad_optional_value_costs_nothing_else(String elements) {
        String document = Feeds.rss(elements.startsWith("<item>") ? elements : elements + ITEM);

        assertThat(Feeds.feed(document).title()).isEqualTo("Harbour Post");
        assertThat(Feeds.only(document).title()).isEqualTo("Ferry resumes");
        assertThat(Feeds.feed(document).repaired()).isFalse();
    }

    @Test
    void a_feed_says_how_often_it_wants_to_be_asked() {
        UpdateHints hints = Feeds.feed(
                        Feeds.rss(
                                "<ttl>90</ttl><sy:updatePeriod>daily</sy:updatePeriod>"
                                        + "<sy:updateFrequency>4</sy:updateFrequency><skipHours><hour>0</hour><hour>24</hour><hour>5</hour>"
                                        + "<hour>x</hour></skipHours><skipDays><day>Saturday</day><day>sun</day><day>S</day></skipDays>"))
                .hints();

        assertThat(hints)
                .isEqualTo(new UpdateHints(
                        Duration.ofHours(6), Set.of(0, 5), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
        assertThat(Feeds.feed(Feeds.rss("")).hints()).isEqualTo(UpdateHints.NONE);
    }

    @Test
    void a_hub_is_noted() {
        assertThat(Feeds.feed(Feeds.rss("<atom:link rel=\"hub\" href=\"https://hub.example/\"/>"))
                        .hub())
                .hasToString("https://hub.example/");
    }

    @Test
    void a_feed_of_a_thousand_items_and_one_is_cut() {
        assertThat(Feeds.feed(Feeds.rss("<item><title>x</title><guid>%s</guid></item>".repeat(1_001)))
                        .entries())
                .hasSizeLessThanOrEqualTo(1_000);
    }
}
