package org.dailybriefing.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.House;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.feed.parse.OpmlReader.Feed;
import org.dailybriefing.feed.parse.OpmlReader.Opml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The feeds in what a feed reader exports, whoever wrote it. */
class OpmlReaderTest {

    @TempDir
    Path folder;

    private Path file(String content) {
        Path file = folder.resolve("feeds.opml");
        House.write(file, content);
        return file;
    }

    private Opml outlines(String outlines) {
        return OpmlReader.read(
                file("<opml version=\"2.0\"><head><title>x</title></head><body>" + outlines + "</body></opml>"));
    }

    private Feed one(String attributes) {
        List<Feed> feeds = outlines("<outline " + attributes + "/>").feeds();
        assertThat(feeds).hasSize(1);
        return feeds.get(0);
    }

    @Test
    void feeds_in_folders_in_folders() {
        Opml opml = outlines("""
                <outline text="News"><outline text="Ukraine">
                  <outline type="rss" text="A" xmlUrl="https://a.example/feed"/>
                  <outline type="rss" text="B" xmlUrl="http://b.example/rss.xml?x=1&amp;y=2"/>
                </outline><outline text="empty"/></outline>
                <outline type="link" text="no feed" url="https://c.example/"/>
                <outline text="D" xmlUrl="https://d.example"/>
                """);

        assertThat(opml.feeds())
                .containsExactly(
                        new Feed("A", URI.create("https://a.example/feed")),
                        new Feed("B", URI.create("http://b.example/rss.xml?x=1&y=2")),
                        new Feed("D", URI.create("https://d.example/")));
        assertThat(opml.skipped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title="T" text="X" htmlUrl="https://site.example/" xmlUrl="https://f.example/" | T
            title=" " text="X" htmlUrl="https://site.example/" xmlUrl="https://f.example/" | X
            text="" htmlUrl="https://site.example/" XMLURL="https://f.example/"            | site.example
            text="" htmlUrl="javascript:x" xmlurl=" https://f.example/ "                   | f.example
            TEXT="AT&amp;amp;T &lt;b&gt;News&lt;/b&gt;&#10;&#x202e;" xmlUrl="https://f.example/" | AT&T News
            """)
    void the_name_is_what_can_be_had_in_plain_text(String attributes, String name) {
        assertThat(one(attributes).name()).isEqualTo(name);
    }

    @Test
    void other_addresses_are_reported() {
        Opml opml = outlines("""
                <outline text="A" xmlUrl="https://a.example/"/>
                <outline text="B" xmlUrl="feed:https://b.example/"/>
                <outline text="C" xmlUrl="file:///etc/passwd"/>
                <outline text="D" xmlUrl="d.example/rss"/>
                <outline text="E" xmlUrl=""/>
                """);

        assertThat(opml.feeds()).hasSize(1);
        assertThat(opml.skipped()).containsExactly("feed:https://b.example/", "file:///etc/passwd", "d.example/rss");
    }

    @Test
    void addresses_in_other_scripts() {
        assertThat(one("xmlUrl=\"https://новини.example/стрічка\"").url())
                .isEqualTo(URI.create("https://xn--b1amarcd.example/%D1%81%D1%82%D1%80%D1%96%D1%87%D0%BA%D0%B0"));
    }

    @Test
    void the_charset_is_that_of_the_prolog() throws Exception {
        Charset charset = Charset.forName("windows-1251");
        Path file = folder.resolve("feeds.opml");
        Files.write(
                file,
                ("<?xml version=\"1.0\" encoding=\"windows-1251\"?><opml><body><outline text=\"Правда\""
                                + " xmlUrl=\"https://a.example/\"/></body></opml>")
                        .getBytes(charset));
        assertThat(OpmlReader.read(file).feeds()).extracting(Feed::name).containsExactly("Правда");

        Files.write(
                file,
                ("\ufeff<opml><body><outline text=\"Правда\" xmlUrl=\"https://a.example/\"/></body></opml>")
                        .getBytes(StandardCharsets.UTF_16LE));
        assertThat(OpmlReader.read(file).feeds()).extracting(Feed::name).containsExactly("Правда");
    }

    private void refused(String content, String sentence) {
        assertThatThrownBy(() -> OpmlReader.read(file(content)))
                .isInstanceOf(Refusal.class)
                .hasMessageMatching(sentence);
    }

    @Test
    void what_cannot_be_used_is_told_in_a_sentence() {
        refused("", ".*feeds\\.opml.*: broken XML, .*; export the list again\\.");
        refused("no xml", ".*feeds\\.opml 1:1: broken XML, .*");
        refused("<opml><body>", ".*feeds\\.opml 1:12: broken XML, .*");
        refused("<opml><body><outline text=\"A & B\"/></body></opml>", ".*feeds\\.opml 1:\\d+: broken XML, .*");
        refused("<opml></body></opml>", ".*Unexpected close tag </body>.*");
        refused("<rss version=\"2.0\"/>", ".*feeds\\.opml is no OPML: it begins with <rss>; .*");
        refused("<opml><body><outline text=\"A\"/></body></opml>", ".*feeds\\.opml names no feed: .*");
        assertThatThrownBy(() -> OpmlReader.read(folder.resolve("none.opml")))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no file " + folder.resolve("none.opml") + ".");
        assertThatThrownBy(() -> OpmlReader.read(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void no_entities_and_no_depths() {
        House.write(folder.resolve("secret.txt"), "secret");
        String doctype = "<!DOCTYPE opml [<!ENTITY x SYSTEM \"secret.txt\"><!ENTITY y \"yy\">]>";
        for (String entity : List.of("&x;", "&y;")) {
            refused(
                    doctype + "<opml><body><outline text=\"" + entity
                            + "\" xmlUrl=\"https://a.example/\"/></body></opml>",
                    ".*broken XML, .*");
            refused(
                    doctype + "<opml><head><title>" + entity + "</title></head><body/></opml>",
                    ".*(broken XML|names no feed).*");
        }
        refused("<opml>" + "<outline>".repeat(200), ".*broken XML, .*[Dd]epth.*");
    }
}
