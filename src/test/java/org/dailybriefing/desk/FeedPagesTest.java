package org.dailybriefing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.Steps;
import org.dailybriefing.Web;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Round;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that shows an editor how each feed is doing. */
class FeedPagesTest {

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();

    @AfterEach
    void close() {
        feeds.close();
    }

    private static Document page(House house) {
        HttpResponse<String> page = Web.get(house, "/desk/feeds");
        assertThat(page.statusCode()).isEqualTo(200);
        return Jsoup.parse(page.body());
    }

    /** Row 36. */
    @Test
    void what_is_wrong_comes_first_and_each_feed_has_its_figures() {
        try (House house = Steps.serving(folder, feeds)) {
            assertThat(page(house).select("td.condition").eachText())
                    .as("before the first round")
                    .containsExactly("never asked", "never asked");

            feeds.answer("/b.xml", exchange -> exchange.sendResponseHeaders(410, -1));
            house.get(Collector.class).collect(house.edition().sources(), Round.ALL);
            Document page = page(house);

            assertThat(page.select("td.outlet").eachText()).containsExactly("Outlet B", "Outlet A");
            assertThat(page.select("td.condition").eachText()).containsExactly("dead", "well");
            assertThat(page.select("td.problem").eachText())
                    .containsExactly(
                            "is gone for good (410); take it out of edition.yml or give its new address there");
            assertThat(page.select("td.answer").eachText())
                    .allSatisfy(answer -> assertThat(answer).matches("(410|200) in \\d+ ms, \\d+ kB"));
            assertThat(page.select("td.time").eachText())
                    .startsWith("never", "none", "10 Mar, 12:00")
                    .hasSize(4);
            assertThat(page.select("td.number").eachText()).containsExactly("0", "0 %", "4", "0 %");
            assertThat(page.select("script")).isEmpty();
            assertThat(Jsoup.parse(Web.get(house, "/desk").body()).select("a[href=/desk/feeds]"))
                    .isNotEmpty();
        }
    }

    @Test
    void two_addresses_of_one_feed_are_told_before_it_is_asked() {
        feeds.serve("/a.xml", Samples.outletA());
        House.writeEdition(folder, List.of(feeds.url("/a.xml"), feeds.url("/a.xml") + "#"));
        try (House house = House.serve(folder, "--spring.quartz.auto-startup=false")) {
            house.get(Collector.class).collect(house.edition().sources(), Round.ALL);
            house.clock().advance(Duration.ofDays(30));

            Document page = page(house);

            assertThat(page.select("td.condition").eachText()).containsExactly("silent", "duplicate");
            assertThat(page.select("td.problem").eachText())
                    .element(1)
                    .isEqualTo("is the same feed as Outlet A; take one of the two out of edition.yml");
        }
    }
}
