package org.dailybriefing.feed.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The items of a document are told apart by what identifies them, and each counts once. */
class IdentityTest {

    private static List<String> ids(String... items) {
        var document = new StringBuilder();
        for (String item : items) {
            document.append("<item>").append(item).append("</item>");
        }
        return Feeds.feed(Feeds.rss(document.toString())).entries().stream()
                .map(FeedEntry::id)
                .toList();
    }

    private static String hash(String item) {
        return ids(item).get(0);
    }

    @Test
    void a_guid_is_trimmed_and_goes_before_the_link() {
        assertThat(ids("<title>a</title><guid> g1\n</guid><link>https://o.example/1</link>"))
                .containsExactly("g1");
        assertThat(ids("<title>a</title><guid isPermaLink=\"false\">https://o.example/g</guid>"))
                .containsExactly("https://o.example/g");
    }

    @Test
    void without_a_guid_the_link_stands_in_without_its_tracking() {
        assertThat(ids("<title>a</title><guid/><link>https://o.example/1?utm_source=rss</link>"))
                .containsExactly("https://o.example/1");
    }

    @Test
    void without_both_it_is_known_by_title_and_date() {
        String item = "<title>a</title><pubDate>Tue, 10 Mar 2026 07:00:00 GMT</pubDate>";

        assertThat(hash(item)).hasSize(36).isEqualTo(hash(item));
        assertThat(hash(item)).isNotEqualTo(hash(item.replace("07:00", "08:00")));
        assertThat(hash(item)).isNotEqualTo(hash(item.replace(">a<", ">b<")));
    }

    @Test
    void the_same_item_twice_counts_once() {
        String item = "<title>a</title><guid>1</guid><link>https://o.example/1</link>";

        assertThat(ids(item, item.replace(">a<", ">b<"))).containsExactly("1");
        assertThat(ids(
                        "<title>a</title><link>https://o.example/1</link>",
                        "<title>a</title><link>https://o.example/1</link>"))
                .containsExactly("https://o.example/1");
    }

    @Test
    void a_guid_that_all_items_share_is_none_alone() {
        assertThat(ids(
                        "<title>a</title><guid>1</guid><link>https://o.example/1</link>",
                        "<title>b</title><guid>1</guid><link>https://o.example/2</link>"))
                .containsExactly("1 https://o.example/1", "1 https://o.example/2");
    }

    @Test
    void nor_is_it_where_there_are_no_links() {
        assertThat(ids("<title>a</title><guid>1</guid>", "<title>b</title><guid>1</guid>"))
                .containsExactly("1 a", "1 b");
    }

    @Test
    void a_link_that_all_items_share_is_none() {
        assertThat(ids(
                        "<title>a</title><link>https://o.example/</link>",
                        "<title>b</title><link>https://o.example/</link>"))
                .doesNotHaveDuplicates()
                .hasSize(2)
                .allMatch(id -> id.length() == 36);
    }

    @Test
    void an_endless_guid_is_shortened_to_a_hash_of_it() {
        String item = "<title>a</title><guid>" + "x".repeat(501) + "</guid>";

        assertThat(hash(item)).hasSize(36).isEqualTo(hash(item)).isNotEqualTo(hash(item.replace("xx</", "xy</")));
    }
}
