package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dailybriefing.House;
import org.dailybriefing.Stores;
import org.dailybriefing.feed.Collector.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An item of a feed is one item whatever its feed does to it, and news is news under whatever name it comes. */
@ParameterizedClass
@EnumSource(Stores.class)
class ItemIdentityTest {

    @TempDir
    static Path folder;

    private static final Map<Stores, House> HOUSES = new EnumMap<>(Stores.class);

    private final House house;
    private final Wire wire;

    ItemIdentityTest(Stores store) {
        house = HOUSES.computeIfAbsent(store, s -> House.open(folder.resolve(s.name()), s.fresh()));
        wire = new Wire(house);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @AfterAll
    static void closeHouses() {
        HOUSES.values().forEach(House::close);
        HOUSES.clear();
    }

    private static String item(String guid, String link, String title, int hour) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><link>https://o.example/" + link + "</link><title>"
                + title + "</title><pubDate>Tue, 10 Mar 2026 0" + hour + ":00:00 GMT</pubDate></item>";
    }

    /** @return how many of a document were new */
    private int added(String... items) {
        Outcome outcome = wire.collect(
                "/a.xml",
                "<rss version=\"2.0\"><channel><title>x</title>" + String.join("", items) + "</channel></rss>");
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        return ((Outcome.Read) outcome).added();
    }

    private List<String> titles() {
        return wire.items("/a.xml").stream().map(Item::title).toList();
    }

    @Test
    void a_new_headline_keeps_the_date_and_the_headline_before() {
        added(item("1", "1", "Ferry late", 7));

        assertThat(added(item("1", "1", "Ferry two hours late", 9))).isZero();

        assertThat(wire.items("/a.xml")).singleElement().satisfies(item -> {
            assertThat(item.title()).isEqualTo("Ferry two hours late");
            assertThat(item.published()).isEqualTo("2026-03-10T07:00:00Z");
        });
        assertThat(house.get(JdbcClient.class)
                        .sql("select item_version.title from item_version join item on item.id = item_version.item_id"
                                + " join feed on feed.id = item.feed_id where feed.url = :url")
                        .param("url", wire.source("/a.xml").url().toString())
                        .query(String.class)
                        .list())
                .containsExactly("Ferry late");
    }

    @Test
    void a_new_guid_at_an_old_link_is_the_same_item() {
        added(item("1", "1", "Ferry", 7));

        assertThat(added(item("one", "1", "Ferry", 7))).isZero();
        assertThat(added(item("one", "1", "Ferry late", 7))).isZero();
        assertThat(titles()).containsExactly("Ferry late");
    }

    @Test
    void news_at_the_same_link_every_day_is_news() {
        added(item("mon", "warnings", "Storm warning", 7));

        assertThat(added(item("tue", "warnings", "Flood warning", 9))).isEqualTo(1);
        assertThat(titles()).containsExactly("Storm warning", "Flood warning");
    }

    @Test
    void news_under_the_same_guid_every_day_is_news() {
        added(item("today", "1", "Storm warning", 7));

        assertThat(added(item("today", "2", "Flood warning", 9))).isEqualTo(1);
        assertThat(added(item("today", "2", "Flood warning lifted", 9))).isZero();
        assertThat(titles()).containsExactly("Storm warning", "Flood warning lifted");
    }

    @Test
    void an_item_that_moves_and_one_that_takes_its_link_are_two() {
        added(item("a", "1", "Ferry", 7));

        assertThat(added(item("a", "3", "Ferry", 7), item("x", "1", "Bridge", 8)))
                .isEqualTo(1);
        assertThat(titles()).containsExactly("Ferry", "Bridge");
        assertThat(added(item("x", "1", "Bridge", 8), item("a", "3", "Ferry", 7), item("c", "4", "Tunnel", 9)))
                .isEqualTo(1);
        assertThat(titles()).containsExactly("Ferry", "Bridge", "Tunnel");
    }

    @Test
    void an_item_is_one_entry_at_most() {
        added(item("a", "1", "Ferry", 7));

        assertThat(added(item("a", "2", "Ferry two hours late", 7), item("x", "1", "Ferry", 7)))
                .isEqualTo(1);
        assertThat(titles()).containsExactlyInAnyOrder("Ferry two hours late", "Ferry");
    }

    @Test
    void two_items_that_swap_their_links_stay_two() {
        added(item("a", "1", "Ferry", 7), item("b", "2", "Bridge", 8));

        assertThat(added(item("a", "2", "Ferry", 7), item("b", "1", "Bridge", 8)))
                .isZero();
        assertThat(added(item("b", "1", "Bridge", 8), item("a", "2", "Ferry on time", 7)))
                .isZero();
        assertThat(titles()).containsExactly("Ferry on time", "Bridge");
    }

    @Test
    void what_is_undated_or_of_the_future_is_of_now_and_says_so() {
        added(
                item("1", "1", "Soon", 7).replace("Mar 2026", "Mar 2036"),
                item("2", "2", "Undated", 7).replaceAll("<pubDate>.*</pubDate>", ""),
                item("3", "3", "Dated", 7));

        assertThat(house.get(JdbcClient.class)
                        .sql(
                                "select dated from item join feed on feed.id = item.feed_id where feed.url = :url order by item.id")
                        .param("url", wire.source("/a.xml").url().toString())
                        .query(String.class)
                        .list())
                .containsExactly("future", "undated", "published");
    }
}
