package org.dailybriefing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.FeedServer;
import org.dailybriefing.FeedServer.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the collector makes of a feed can be looked at, by people and by programs, without anything being kept. */
@Execution(ExecutionMode.CONCURRENT)
class FeedVerbTest {

    private static final String FEED = FeedServer.rss(
            new Item("Ferry resumes", "It crosses twice a day.", "2026-03-10T07:00:00Z"),
            new Item("Bridge opens", "It has four lanes.", "2026-03-10T06:00:00Z"));

    @TempDir
    Path folder;

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    private static List<JsonNode> lines(Program program) {
        return program.out().lines().map(JsonMapper.shared()::readTree).toList();
    }

    @Test
    void a_file_without_a_house_around_it() throws IOException {
        Program program = Program.run(folder, "feed", file("a.xml", FEED.getBytes()));

        assertThat(program.code()).isZero();
        assertThat(program.err()).isEmpty();
        assertThat(program.out())
                .startsWith("Test (rss_2.0, UTF-8, 2 items)\n")
                .contains("2026-03-10T07:00:00Z  Ferry resumes\n", "https://outlet.example/2026-03-10T07:00:00Z/0\n");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_line_of_json_for_each() throws IOException {
        String cyrillic = "<rss version=\"2.0\"><channel><title>Пошта</title><item><title>Пором</title><link>/1</link>"
                + "</item></channel></rss>";
        String broken = FEED.replace("Ferry resumes", "Ferry & bridge");

        Program program = Program.run(
                folder,
                "feed",
                "--json",
                "--base-url=https://o.example/feed",
                "--content-type=text/xml; charset=windows-1251",
                file("a.xml", cyrillic.getBytes(Charset.forName("windows-1251"))),
                file("b.xml", broken.getBytes()));

        assertThat(program.code()).isZero();
        JsonNode first = lines(program).get(0);
        assertThat(first.propertyNames())
                .containsExactly("input", "ok", "title", "charset", "format", "repaired", "problems", "items");
        assertThat(first.get("input").asString()).endsWith("a.xml");
        assertThat(first.get("title").asString()).isEqualTo("Пошта");
        assertThat(first.get("charset").asString()).isEqualTo("windows-1251");
        assertThat(first.get("repaired").asBoolean()).isFalse();
        JsonNode item = first.get("items").get(0);
        assertThat(item.propertyNames())
                .containsExactly(
                        "id",
                        "title",
                        "link",
                        "published",
                        "updated",
                        "summary",
                        "author",
                        "image",
                        "caption",
                        "credit",
                        "source",
                        "language");
        assertThat(item.get("title").asString()).isEqualTo("Пором");
        assertThat(item.get("link").asString()).isEqualTo("https://o.example/1");
        assertThat(item.get("published").isNull()).isTrue();
        JsonNode second = lines(program).get(1);
        assertThat(second.get("repaired").asBoolean()).isTrue();
        assertThat(second.get("problems").get(0).asString()).startsWith("The XML is broken at line ");
        assertThat(second.get("items").get(0).get("published").asString()).isEqualTo("2026-03-10T07:00:00Z");
    }

    @Test
    void what_is_no_feed_is_told_in_a_sentence() throws IOException {
        String page = file(
                "page.html",
                "<html><head><link rel=alternate type=application/rss+xml href=https://o.example/rss>".getBytes());
        Program program = Program.run(folder, "feed", "--json", page);

        assertThat(program.code()).isEqualTo(1);
        assertThat(program.err())
                .isEqualTo(page + " is a web page, not a feed; it links to the feed https://o.example/rss.\n");
        assertThat(lines(program).get(0).get("ok").asBoolean()).isFalse();

        assertThat(Program.run(folder, "feed", folder.resolve("none.xml").toString())
                        .err())
                .isEqualTo(folder.resolve("none.xml") + " does not exist.\n");
        assertThat(Program.run(folder, "feed", page, file("a.xml", FEED.getBytes()))
                        .code())
                .isEqualTo(3);
    }

    @Test
    void an_address() {
        try (var server = new FeedServer().serve("/a.xml", FEED)) {
            Program program = Program.run(folder, "feed", server.url("/a.xml"));

            assertThat(program.code()).isZero();
            assertThat(program.out()).contains("Ferry resumes");
            Program gone = Program.run(folder, "feed", server.url("/b.xml"));
            assertThat(gone.code()).isEqualTo(1);
            assertThat(gone.err()).hasLineCount(1).startsWith(server.url("/b.xml") + " answered 404");
        }
    }
}
