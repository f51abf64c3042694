package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.issue.IssueCompiler.Compiled;
import org.dailybriefing.issue.Newsroom.Event;
import org.dailybriefing.ops.Approval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The issue of a date, made once from the wire, on both databases. */
class IssueCompilerTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-03-10");
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-03-11");

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();

    @AfterEach
    void close() {
        feeds.close();
    }

    private House house(Stores store) {
        House house = Samples.house(folder, feeds, store.fresh());
        Steps.timetable(folder);
        return house;
    }

    private static Issue compile(House house, LocalDate date) {
        return house.get(IssueCompiler.class).compile(house.edition(), date).issue();
    }

    private static Map<String, Long> storiesByHeadline(House house, Issue issue) {
        return house.get(DraftStore.class).entries(issue.id()).stream()
                .collect(Collectors.toMap(Entry::headline, Entry::story));
    }

    private static List<ItemFate> fates(House house, Issue issue) {
        return house.get(DraftStore.class).fates(issue.id());
    }

    private static Map<String, Long> kinds(House house, Issue issue) {
        return fates(house, issue).stream()
                .collect(Collectors.groupingBy(fate -> fate.kind().label(), Collectors.counting()));
    }

    @ParameterizedTest
    @EnumSource
    void there_is_one_issue_of_a_date_even_when_several_compile_at_once(Stores store) throws Exception {
        try (House house = house(store)) {
            Issue first = Steps.draft(house);
            var workers = Executors.newFixedThreadPool(6);
            var running = IntStream.range(0, 12)
                    .mapToObj(i -> workers.submit(() -> compile(house, i % 2 == 0 ? TUESDAY : WEDNESDAY)))
                    .toList();
            for (var one : running) {
                one.get();
            }
            workers.shutdown();

            assertThat(compile(house, TUESDAY)).isEqualTo(first);
            assertThat(house.get(JdbcClient.class)
                            .sql("select date from issue order by date")
                            .query(String.class)
                            .list())
                    .containsExactly("2026-03-10", "2026-03-11");
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbers_count_the_issues_that_had_enough_stories(Stores store) {
        try (House house = house(store)) {
            assertThat(Steps.draft(house).number()).isEqualTo(1);
            Steps.edit(folder, "minimum-stories: 3", "minimum-stories: 5");
            Issue thin = compile(house, WEDNESDAY);
            Steps.edit(folder, "minimum-stories: 5", "minimum-stories: 4");
            Issue second = compile(house, WEDNESDAY.plusDays(1));

            assertThat(thin.status()).isEqualTo(IssueStatus.THIN);
            assertThat(thin.stories()).isEqualTo(4);
            assertThat(thin.number()).isNull();
            assertThat(second.status()).isEqualTo(IssueStatus.DRAFT);
            assertThat(second.number()).isEqualTo(2);
            assertThat(compile(house, TUESDAY).number()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_draft_that_was_reopened_is_left_as_it_stands(Stores store) {
        try (House house = house(store)) {
            Approval approval = house.get(Approval.class);
            Issue draft = approval.reopen(Steps.approved(house), "editor");
            assertThat(draft.status()).isEqualTo(IssueStatus.DRAFT);
            List<Entry> entries = house.get(DraftStore.class).entries(draft.id());
            Steps.edit(folder, "(?s)  - \\{ name: Outlet B.*?\\}\n", "");

            Compiled again = house.get(IssueCompiler.class).compile(house.edition(), TUESDAY);

            assertThat(again.changed()).isFalse();
            assertThat(again.issue()).isEqualTo(draft);
            assertThat(house.get(DraftStore.class).entries(draft.id())).isEqualTo(entries);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_issue_that_is_too_thin_grows_though_somebody_has_written_into_it(Stores store) {
        try (Newsroom room = new Newsroom(folder, store)) {
            Issue thin = room.compile("2026-03-10T07:00:00Z");
            var words = new OwnWords(null, null, "A word of the editors.");
            room.get(IssueStore.class).write(thin, words, "anna");
            room.report(Event.TALKS, "2026-03-10T07:30:00Z", "A");

            Issue grown = room.compile("2026-03-10T08:00:00Z");

            assertThat(thin.status()).isEqualTo(IssueStatus.THIN);
            assertThat(grown.status()).isEqualTo(IssueStatus.DRAFT);
            assertThat(grown.own()).isEqualTo(words);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_item_of_the_window_has_one_fate(Stores store) {
        try (House house = house(store)) {
            Issue draft = Steps.draft(house);
            Compiled again = house.get(IssueCompiler.class).compile(house.edition(), TUESDAY);

            assertThat(again.fates()).isEqualTo(Map.of(Fate.Kind.LEADS, 4L, Fate.Kind.MERGED, 2L, Fate.Kind.OFF, 2L));
            assertThat(kinds(house, draft)).isEqualTo(Map.of("leads", 4L, "merged", 2L, "off", 2L));
            assertThat(fates(house, draft))
                    .extracting(ItemFate::item)
                    .hasSize(8)
                    .doesNotHaveDuplicates();
            assertThat(fates(house, draft))
                    .allSatisfy(fate -> assertThat(fate.story() == null).isEqualTo(fate.kind() == Fate.Kind.OFF));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_an_approved_issue_has_printed_is_not_news_on_the_next_day(Stores store) {
        try (House house = house(store)) {
            Steps.approved(house);

            Issue next = compile(house, WEDNESDAY);

            assertThat(kinds(house, next)).isEqualTo(Map.of("printed-before", 6L, "off", 2L));
            assertThat(next.status()).isEqualTo(IssueStatus.THIN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_story_keeps_its_identity_while_its_items_last(Stores store) {
        try (House house = house(store)) {
            Map<String, Long> first = storiesByHeadline(house, Steps.draft(house));
            assertThat(first.values()).hasSize(4).doesNotHaveDuplicates();

            assertThat(storiesByHeadline(house, compile(house, TUESDAY))).isEqualTo(first);
            assertThat(storiesByHeadline(house, compile(house, WEDNESDAY))).isEqualTo(first);
        }
    }
}
