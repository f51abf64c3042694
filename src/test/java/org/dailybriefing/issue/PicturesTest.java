package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Pictures;
import org.dailybriefing.Samples;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.base.Settings;
import org.dailybriefing.feed.fetch.PictureFetcher;
import org.dailybriefing.issue.Feature.Picture;
import org.dailybriefing.issue.Replay.Replayed;
import org.dailybriefing.ops.Approval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lead story has a picture that was looked at, on both databases; all items of an outlet name the same one. */
class PicturesTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-03-10");

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();
    private final FeedServer server = Pictures.server();

    @AfterEach
    void close() {
        server.close();
        feeds.close();
    }

    private House house(Stores store) {
        House.writeEdition(folder, List.of(feeds.url("/a.xml"), feeds.url("/b.xml")));
        Steps.timetable(folder);
        House house = House.open(
                folder,
                beans -> beans.registerBean(
                        "testPictures",
                        PictureFetcher.class,
                        () -> new PictureFetcher(Pictures.trusting(), beans.getBean(Settings.class)),
                        bean -> bean.setPrimary(true)),
                store.fresh());
        house.clock().set(Samples.MORNING);
        return house;
    }

    /** What the outlets show from now on. */
    private void publish(String ofA, String ofB) {
        feeds.serve("/a.xml", Samples.outletA().replace("</item>", ofA + "</item>"));
        feeds.serve("/b.xml", Samples.outletB().replace("</item>", ofB + "</item>"));
    }

    private String media(String path) {
        return media(Pictures.url(server, path), "They sat in two rooms.");
    }

    private static String media(String url, String caption) {
        return "<media:content xmlns:media=\"http://search.yahoo.com/mrss/\" url=\"" + url
                + "\" width=\"4000\" height=\"3000\"><media:description>" + caption
                + "</media:description><media:credit>J. Doe</media:credit></media:content>";
    }

    private void picture(String path, byte[] bytes) {
        server.answer(path, exchange -> FeedServer.send(exchange, 200, bytes));
    }

    private static List<Entry> entries(House house, Issue issue) {
        return house.get(DraftStore.class).entries(issue.id());
    }

    private static @Nullable Picture picture(House house, Issue issue) {
        List<Entry> entries = entries(house, issue);
        assertThat(entries.subList(1, entries.size()))
                .allSatisfy(entry -> assertThat(entry.feature()).isNull());
        return Objects.requireNonNull(entries.get(0).feature()).picture();
    }

    private static Issue compile(House house) {
        return house.get(IssueCompiler.class).compile(house.edition(), TUESDAY).issue();
    }

    private static Replayed replay(House house) {
        return house.get(Replay.class).replay(house.edition(), TUESDAY);
    }

    @ParameterizedTest
    @EnumSource
    void the_lead_has_it_at_once_and_nobody_looks_again(Stores store) {
        publish(media("/a.jpg"), media("/b.jpg"));
        picture("/a.jpg", Pictures.jpeg(1200, 675));
        picture("/b.jpg", Pictures.jpeg(800, 600));
        try (House house = house(store)) {
            Issue issue = Steps.draft(house);

            assertThat(picture(house, issue))
                    .isEqualTo(new Picture(
                            Pictures.url(server, "/a.jpg"),
                            1200,
                            675,
                            "They sat in two rooms.",
                            "They sat in two rooms.",
                            "J. Doe"));
            List<Entry> entries = entries(house, issue);
            house.clock().set("2026-03-10T10:01:00Z");
            assertThat(entries(house, compile(house))).isEqualTo(entries);
            assertThat(server.requests()).extracting(FeedServer.Request::path).containsExactly("/a.jpg");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_counts_readers_or_is_too_small_is_not_printed(Stores store) {
        publish(media("/a.gif"), media("/b.jpg"));
        picture("/a.gif", Pictures.pixel());
        picture("/b.jpg", Pictures.jpeg(1, 1));
        try (House house = house(store)) {
            assertThat(picture(house, Steps.draft(house))).isNull();
            assertThat(server.requests()).hasSize(2);

            picture("/b.jpg", Pictures.jpeg(800, 600));
            house.clock().set("2026-03-10T10:14:00Z");
            assertThat(picture(house, compile(house))).isNull();
            assertThat(server.requests()).hasSize(2);

            house.clock().set("2026-03-10T10:16:00Z");
            assertThat(Objects.requireNonNull(picture(house, compile(house))).url())
                    .isEqualTo(Pictures.url(server, "/b.jpg"));
            assertThat(server.requests()).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_network_it_is_compiled_as_before(Stores store) {
        publish(media("https://127.0.0.1:9/a.jpg", ""), "");
        try (House house = house(store)) {
            Issue issue = Steps.draft(house);

            assertThat(issue.status()).isEqualTo(IssueStatus.DRAFT);
            assertThat(picture(house, issue)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_issue_that_somebody_has_worked_on_is_left_as_it_stands(Stores store) {
        publish(media("/a.jpg"), "");
        try (House house = house(store)) {
            Issue issue = house.get(Approval.class).reopen(Steps.approved(house), "editor");
            List<Entry> entries = entries(house, issue);
            assertThat(picture(house, issue)).isNull();
            int asked = server.requests().size();
            picture("/a.jpg", Pictures.jpeg(1200, 675));
            house.clock().set("2026-03-10T11:00:00Z");

            compile(house);

            assertThat(entries(house, issue)).isEqualTo(entries);
            assertThat(server.requests()).hasSize(asked);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_moves_on_while_its_picture_is_looked_at_is_left_as_it_stands(Stores store) {
        publish(media("/a.jpg"), "");
        try (House house = house(store)) {
            server.answer("/a.jpg", exchange -> {
                IssueStore issues = house.get(IssueStore.class);
                Issue draft = issues.find(House.EDITION, TUESDAY).orElseThrow();
                issues.move(draft, IssueStatus.HELD, "timetable", "held");
                FeedServer.send(exchange, 200, Pictures.jpeg(1200, 675));
            });

            Issue issue = Steps.draft(house);

            assertThat(issue.status()).isEqualTo(IssueStatus.HELD);
            assertThat(picture(house, issue)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lead_that_takes_the_place_of_a_dropped_one_has_its_own(Stores store) {
        publish(media("/a.jpg"), media("/b.jpg"));
        picture("/a.jpg", Pictures.jpeg(1200, 675));
        picture("/b.jpg", Pictures.jpeg(800, 600));
        try (House house = house(store)) {
            List<Entry> entries = entries(house, Steps.draft(house));
            var correcting = house.get(Correcting.class);
            for (Entry entry : entries.subList(0, entries.size() - 1)) {
                correcting.drop(house.edition(), entry.story(), "editor");
            }

            Issue issue =
                    house.get(IssueStore.class).find(House.EDITION, TUESDAY).orElseThrow();
            String outlet = entries(house, issue).get(0).outlets().get(0).name();
            assertThat(Objects.requireNonNull(picture(house, issue)).url())
                    .isEqualTo(Pictures.url(server, outlet.equals("Outlet A") ? "/a.jpg" : "/b.jpg"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_replay_knows_the_picture_and_the_length_that_were_known_then(Stores store) {
        String article = "<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
                + "word ".repeat(690) + "</content:encoded>";
        publish(media("/a.jpg") + article, media("/b.jpg"));
        picture("/a.jpg", Pictures.jpeg(1200, 675));
        picture("/c.jpg", Pictures.jpeg(800, 600));
        try (House house = house(store)) {
            List<Entry> entries = entries(house, Steps.draft(house));
            assertThat(entries.get(0).minutes()).isEqualTo(3);
            assertThat(replay(house).entries()).isEqualTo(entries);

            publish(
                    media(Pictures.url(server, "/c.jpg"), "Another picture.") + article.replace("word word ", "word "),
                    "");
            house.clock().set("2026-03-11T02:00:00Z");
            Steps.draft(house);

            assertThat(server.requests()).extracting(FeedServer.Request::path).contains("/c.jpg");
            assertThat(replay(house).entries()).isEqualTo(entries);
        }
    }
}
