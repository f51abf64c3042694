package org.dailybriefing.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.Web;
import org.dailybriefing.delivery.Accounting;
import org.dailybriefing.delivery.AccountingStore;
import org.dailybriefing.subscriber.SignedLinks;
import org.dailybriefing.subscriber.SubscriberStore;
import org.dailybriefing.subscriber.SubscriberStore.Subscription;
import org.dailybriefing.subscriber.SubscriberSync;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaving by the link in the mail, with a real HTTP client against the running site. */
class UnsubscribeTest {

    private static final long READER_1 = 1;

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();
    private House house;

    @BeforeEach
    void open() {
        house = Steps.serving(folder, feeds);
        house.get(SubscriberSync.class).sync();
    }

    @AfterEach
    void close() {
        house.close();
        feeds.close();
    }

    private String link() {
        return URI.create(house.get(SignedLinks.class).unsubscribe(READER_1)).getPath();
    }

    private String status() {
        return house.get(SubscriberStore.class)
                .subscription(READER_1)
                .map(Subscription::status)
                .orElseThrow();
    }

    @Test
    void a_look_at_the_page_changes_nothing() {
        HttpResponse<String> page = Web.get(house, link());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<form", house.edition().wording().leaveButton())
                .doesNotContain("<script");
        assertThat(Web.head(house, link()).statusCode()).isEqualTo(200);
        assertThat(status()).isEqualTo("active");
    }

    @Test
    void one_post_without_cookie_or_token_ends_it_and_a_second_is_the_same() {
        for (int i = 1; i <= 2; i++) {
            HttpResponse<String> page = Web.oneClick(house, link());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<form");
            assertThat(status()).isEqualTo("ended");
        }
        assertThat(Web.get(house, link()).body())
                .as("the link, opened once more")
                .doesNotContain("<form");
        assertThat(house.get(SubscriberStore.class).audience(House.EDITION)).isEqualTo(2);
    }

    @Test
    void a_link_outlives_its_edition() {
        house.get(JdbcClient.class)
                .sql("update subscription set edition = 'gone'")
                .update();

        HttpResponse<String> page = Web.oneClick(house, link());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(status()).isEqualTo("ended");
    }

    @Test
    void a_link_that_this_house_did_not_sign_leads_nowhere() {
        String forged = link().replace("/1-", "/2-");
        for (String path : List.of(forged, link() + "x", "/unsubscribe/1", "/unsubscribe/1-")) {
            assertThat(Web.get(house, path).statusCode()).as(path).isEqualTo(404);
            assertThat(Web.oneClick(house, path).statusCode()).as(path).isEqualTo(404);
        }
        String unknown =
                URI.create(house.get(SignedLinks.class).unsubscribe(77)).getPath();
        assertThat(Web.oneClick(house, unknown).statusCode()).isEqualTo(404);
        assertThat(house.get(SubscriberStore.class).audience(House.EDITION)).isEqualTo(3);
    }

    @Test
    void the_site_sets_no_cookie_anywhere() {
        Steps.sent(house);
        for (String path : List.of(
                "/",
                "/editions/ukraine-talks",
                "/editions/ukraine-talks/2026-03-10",
                "/editions/ukraine-talks/2026-03-10.txt",
                "/editions/nowhere",
                "/css/site.css",
                "/desk",
                link())) {
            assertThat(Web.get(house, path).headers().firstValue("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(Web.oneClick(house, link()).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void who_has_left_is_not_in_the_next_send() {
        Web.oneClick(house, link());

        var issue = Steps.sent(house);

        assertThat(house.get(AccountingStore.class).accounting(issue.id()))
                .isEqualTo(new Accounting(2, 2, 0, 0, 0, 0, 0));
        assertThat(Steps.mails(folder)).hasSize(2).noneMatch(name -> name.contains("reader1@"));
    }
}
