package org.dailybriefing.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An article is as long as its whole text, where its feed carries that; a teaser tells nothing. */
class FullTextTest {

    private static String words(int count) {
        return "word ".repeat(count).strip();
    }

    @Test
    void in_each_dialect() {
        String text = "&lt;p&gt;" + words(150) + "&lt;/p&gt;&lt;p&gt;" + words(150) + "&lt;/p&gt;";

        assertThat(Feeds.only(Feeds.item("<title>x</title><description>Short.</description><content:encoded>" + text
                                + "</content:encoded>"))
                        .words())
                .isEqualTo(300);
        assertThat(Feeds.only(Feeds.entry("<title>x</title><content type=\"html\">" + text + "</content>"))
                        .words())
                .isEqualTo(300);
        assertThat(Feeds.only(Feeds.entry("<title>x</title><content type=\"xhtml\">"
                                + "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + words(300)
                                + "</p></div></content>"))
                        .words())
                .isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"content_html", "content_text"})
    void in_json(String key) {
        assertThat(Feeds.only("{\"items\":[{\"id\":\"1\",\"" + key + "\":\"" + words(300) + "\"}]}")
                        .words())
                .isEqualTo(300);
    }

    @Test
    void a_teaser_is_not_the_article() {
        assertThat(Feeds.only(Feeds.item("<title>x</title><content:encoded>" + words(119) + "</content:encoded>"))
                        .words())
                .isZero();
        assertThat(Feeds.only(Feeds.item("<title>x</title><content:encoded>" + words(120) + "</content:encoded>"))
                        .words())
                .isEqualTo(120);
    }

    @Test
    void a_summary_is_not_the_article_however_long() {
        assertThat(Feeds.only(Feeds.item("<title>x</title><description>" + words(300) + "</description>"))
                        .words())
                .isZero();
    }
}
