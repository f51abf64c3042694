package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.dailybriefing.House;
import org.dailybriefing.Stores;
import org.dailybriefing.feed.Collector.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes a feed can spoil his own items and nothing else. */
class HostileItemTest {

    @TempDir
    static Path folder;

    private static House house;

    private Wire wire;

    @BeforeAll
    static void openHouse() {
        house = House.open(folder);
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @BeforeEach
    void openWire() {
        wire = new Wire(house);
    }

    @AfterEach
    void closeWire() {
        wire.close();
    }

    private Item only(String elements) {
        assertThat(wire.collect("/a.xml", Wire.item("<guid>1</guid>" + elements)))
                .isInstanceOf(Outcome.Read.class);
        return wire.items("/a.xml").get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            &lt;script&gt;alert(1)&lt;/script&gt;Ferry &lt;b&gt;resumes&lt;/b&gt;  | Ferry resumes
            <![CDATA[<img src=x onerror=alert(1)>Ferry]]>                           | Ferry
            ${7*7} [[${1+1}]] __${1}__ th:text                                      | ${7*7} [[${1+1}]] __${1}__ th:text
            Ferry\u202e semuser \u2066now\u200b\u00ad                               | Ferry semuser now
            Ferry &amp;#13;&amp;#10;Bcc: x@example.org                              | Ferry Bcc: x@example.org
            Ferry&#13;&#10;Bcc: x@example.org                                       | Ferry Bcc: x@example.org
            Ferry &amp;#1;&amp;#27;[31m red                                         | Ferry [31m red
            AT&amp;amp;T &amp;amp;amp; co.                                          | AT&T &amp; co.
            """)
    void a_title_is_kept_as_harmless_words(String title, String kept) {
        assertThat(only("<link>https://o.example/1</link><title>" + title + "</title>")
                        .title())
                .isEqualTo(kept);
    }

    @Test
    void an_endless_word_is_cut() {
        Item item = only("<link>https://o.example/1</link><title>" + "x".repeat(10_000) + "</title><description>"
                + "y ".repeat(10_000) + "</description>");

        assertThat(item.title()).hasSizeLessThanOrEqualTo(300).endsWith("x…");
        assertThat(item.summary()).hasSizeLessThanOrEqualTo(2_000).endsWith("y…");
    }

    @ParameterizedTest
    @EnumSource
    void an_endless_guid_is_no_trouble(Stores store) {
        var noise = new StringBuilder();
        new Random(1).ints(100_000, 'a', 'z').forEach(c -> noise.append((char) c));
        try (House other = House.open(folder.resolve(store.name()), store.fresh());
                var wire = new Wire(other)) {
            String document = Wire.item("<guid>" + noise + "</guid><link>https://o.example/1</link><title>A</title>");

            assertThat(wire.collect("/a.xml", document)).isEqualTo(new Outcome.Read(wire.source("/a.xml"), 1, 1, 0));
            assertThat(wire.collect("/a.xml", document + " "))
                    .isEqualTo(new Outcome.Read(wire.source("/a.xml"), 1, 0, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;",
                "file:///etc/passwd",
                "mailto:x@example.org"
            })
    void an_item_whose_link_is_no_web_page_is_dropped(String link) {
        wire.collect("/a.xml", Wire.item("<guid>1</guid><title>Ferry</title><link>" + link + "</link>"));

        assertThat(wire.items("/a.xml")).isEmpty();
    }
}
