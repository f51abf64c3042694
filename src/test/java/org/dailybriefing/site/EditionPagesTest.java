package org.dailybriefing.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.Web;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.ops.Approval;
import org.dailybriefing.render.WebVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive and the web version of an issue, as readers get them over HTTP. */
class EditionPagesTest {

    private static final String HOME = "/editions/ukraine-talks";
    private static final String ISSUE = HOME + "/2026-03-10";

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();
    private House house;

    @BeforeEach
    void open() {
        house = Steps.serving(folder, feeds, "--briefing.base-url=https://news.example.org");
    }

    @AfterEach
    void close() {
        house.close();
        feeds.close();
    }

    private HttpResponse<String> get(String path) {
        return Web.get(house, path);
    }

    @Test
    void a_sent_issue_is_shown_as_it_was_sent() {
        Issue issue = Steps.sent(house);
        RenderedIssue frozen = house.get(IssueStore.class).rendered(issue.id()).orElseThrow();

        WebVersion web = house.get(WebVersion.class);
        assertThat(get(ISSUE).body()).isEqualTo(web.html(issue, frozen)).isNotEqualTo(frozen.html());
        assertThat(get(ISSUE + ".txt").body())
                .isEqualTo(web.text(issue, frozen))
                .contains("https://news.example.org" + HOME)
                .isNotEqualTo(frozen.text());
        assertThat(get(ISSUE).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(get(ISSUE + ".txt").headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
    }

    @Test
    void each_story_has_a_page_with_everybody_who_reports_it() {
        Issue issue = Steps.sent(house);
        Entry lead = house.get(DraftStore.class).entries(issue.id()).get(0);

        String page = get(ISSUE + "/1").body();

        assertThat(page).contains(lead.headline()).contains("href=\"" + ISSUE + "\"");
        for (Entry.Outlet outlet : lead.outlets()) {
            assertThat(page).contains("href=\"" + outlet.link() + "\"").contains(outlet.name());
        }
    }

    @Test
    void it_stays_as_it_was_sent_when_the_wire_and_the_edition_change() {
        Steps.sent(house);
        String before = get(ISSUE).body();
        Steps.edit(folder, "(?m)^name: .*$", "name: Another Name");
        feeds.serve("/a.xml", FeedServer.rss());

        Steps.draft(house);

        assertThat(get(ISSUE).body()).isEqualTo(before);
        assertThat(get(HOME).body()).contains("Another Name");
    }

    @Test
    void readers_see_nothing_of_an_issue_before_it_is_sent() {
        Approval approval = house.get(Approval.class);
        for (var issue : List.of(Steps.draft(house), Steps.approved(house))) {
            String headline = approval.preview(issue).subject();
            assertThat(get(ISSUE).statusCode()).as(issue.status().label()).isEqualTo(404);
            assertThat(get(ISSUE + ".txt").statusCode()).isEqualTo(404);
            assertThat(get(HOME).body()).doesNotContain(headline).doesNotContain("2026-03-10");
        }
    }

    @Test
    void the_front_page_leads_to_every_issue_newest_first() {
        RenderedIssue first =
                house.get(IssueStore.class).rendered(Steps.sent(house).id()).orElseThrow();
        house.clock().set("2026-03-11T04:00:00Z");
        feeds.serve(
                "/a.xml",
                FeedServer.rss(new FeedServer.Item(
                        "Ukraine peace talks move to Ankara after a week of silence",
                        "Envoys of Ukraine and Russia meet in Ankara for peace talks.",
                        "2026-03-11T01:00:00Z")));
        Steps.timetable(folder, "minimum-stories: 1");
        Steps.sent(house);

        String page = get(HOME).body();

        assertThat(page)
                .contains(first.preheader())
                .containsSubsequence("href=\"" + HOME + "/2026-03-11\"", "href=\"" + ISSUE + "\"");
        assertThat(get("/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(HOME));
    }

    @Test
    void every_page_forbids_what_it_does_not_need() {
        Steps.sent(house);
        for (String path : List.of(HOME, ISSUE, ISSUE + ".txt", "/editions/nowhere")) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none';")
                            .contains("frame-ancestors 'none'")
                            .doesNotContain("script-src"));
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    void what_does_not_exist_is_said_calmly() {
        Steps.sent(house);
        for (String path : List.of(
                "/editions/nowhere",
                "/editions/nowhere/2026-03-10",
                "/editions/..%2f..",
                HOME + "/2026-03-09",
                HOME + "/2026-02-31",
                HOME + "/yesterday",
                ISSUE + "/99",
                HOME + "/2026-03-09/1",
                "/nothing")) {
            HttpResponse<String> page = Web.get(house, path, "Accept", "text/html");
            assertThat(page.statusCode()).as(path).isIn(400, 404);
            assertThat(page.body())
                    .as(path)
                    .doesNotContain("Exception", "\tat ", "org.dailybriefing", "Whitelabel", "trace");
        }
        assertThat(Web.get(house, "/editions/nowhere", "Accept", "text/html").body())
                .contains("There is nothing here.");
    }
}
