package org.dailybriefing.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no feed is told in a sentence, with what would be one; what is hostile is not read any further. */
class NoFeedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<html><body>We are down.</body></html>                          | is a web page, not a feed",
                "<!DOCTYPE html>^<html lang=en><head><title>x<body><p>a<br>b^    | is a web page, not a feed",
                "^<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>^ | is a web page, not a feed",
                "<opml version=\"2.0\"><body/></opml>                            | is a list of feeds (OPML), which `import` takes, and no feed",
                "<sitemapindex/>                                                 | is XML, but no feed: it begins with <sitemapindex>",
                "Service unavailable                                             | is neither XML nor JSON",
                "^ ^                                                             | is empty"
            })
    void told(String document, String why) {
        assertThat(Feeds.noFeed(document.replace("^", "")).why()).isEqualTo(why);
    }

    @Test
    void a_page_names_its_feeds() {
        String page = "<!DOCTYPE html><html><head><base href=\"https://o.example/a/\"><link rel=stylesheet href=x.css>"
                + "<LINK REL='Alternate' TYPE='application/rss+xml' HREF='feed.xml'>"
                + "<link rel=alternate type=application/atom+xml href=/atom.xml><link rel=alternate hreflang=de href=/de>"
                + "<link rel=alternate type=application/rss+xml href='javascript:x'></head><body><p>Hi";

        assertThat(Feeds.noFeed(page).alternates())
                .extracting(Object::toString)
                .containsExactly("https://o.example/a/feed.xml", "https://o.example/atom.xml");
    }

    @Test
    @Timeout(20)
    void a_hundred_thousand_layers() {
        String layers = "<b>".repeat(100_000) + "</b>".repeat(100_000);

        assertThat(Feeds.noFeed(Feeds.item("<title>x</title>" + layers)).why())
                .isEqualTo("is nested deeper than 1000 elements");
        assertThat(Feeds.noFeed(Feeds.item("<title>x & y</title>" + layers)).why())
                .isEqualTo("is nested deeper than 1000 elements");
        // what mends it goes no deeper
        assertThat(Feeds.only(Feeds.item("<title>x <i>y</title>" + layers)).title())
                .isEqualTo("x y");
    }

    @Test
    @Timeout(20)
    void laughs() {
        var entities = new StringBuilder("<!DOCTYPE rss [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i < 20; i++) {
            entities.append("<!ENTITY lol%d \"%s\">".formatted(i, ("&lol" + (i - 1) + ";").repeat(20)));
        }
        String document = Feeds.item("<title>&lol19;</title>").replace("<rss", entities + "]><rss");

        assertThat(Feeds.only(document).title()).hasSizeLessThan(300);
    }

    @Test
    @Timeout(20)
    void an_entity_said_a_hundred_thousand_times() {
        String document = Feeds.item("<title>x</title><description>" + "&big;".repeat(100_000) + "</description>")
                .replace("<rss", "<!DOCTYPE rss [<!ENTITY big \"" + "y".repeat(250) + "\">]><rss");

        assertThat(Feeds.only(document).summary()).hasSizeLessThanOrEqualTo(2_000);
    }

    @Test
    @Timeout(20)
    void an_element_with_a_hundred_thousand_attributes() {
        var attributes = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            attributes.append(" a").append(i).append("=\"x\"");
        }

        assertThat(FeedParser.parse(
                        Feeds.item("<title>x</title><b" + attributes + "/>").getBytes(), null, Feeds.ADDRESS))
                .isNotNull();
    }

    /** Each of these once took the time of its length squared. */
    @Test
    @Timeout(20)
    void long_runs_of_one_thing() {
        String author = "<author>" + " ".repeat(90) + "x(" + "@".repeat(180) + "</author>";
        String marks = "a" + "\u0301\u0323".repeat(75_000);
        String document = Feeds.item("<title>" + marks + "</title><guid>" + marks + "</guid>" + author.repeat(2_000)
                + "<category>c</category>".repeat(50_000) + "<description>&foo;" + "&amp;".repeat(300_000)
                + "</description>");

        FeedEntry entry = Feeds.only(document);

        assertThat(entry.title()).hasSizeLessThanOrEqualTo(300);
        assertThat(entry.categories()).hasSizeLessThanOrEqualTo(50);
    }
}
