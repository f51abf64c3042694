package org.dailybriefing.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Mailed;
import org.dailybriefing.Samples;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.delivery.Accounting;
import org.dailybriefing.delivery.AccountingStore;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.subscriber.SuppressionStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.util.FileSystemUtils;

/** The stored triggers and how a start brings them in line with the timetables. */
class TimersTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        House.writeEdition(folder, List.of("http://127.0.0.1:9/nothing.xml"));
        Steps.timetable(folder);
    }

    private static Map<String, Instant> startTimes(House house) throws SchedulerException {
        Scheduler scheduler = house.get(Scheduler.class);
        var times = new TreeMap<String, Instant>();
        for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
            Trigger trigger = scheduler.getTrigger(key);
            assertThat(scheduler.getJobDetail(trigger.getJobKey()))
                    .as(key.toString())
                    .isNotNull();
            times.put(
                    key.getGroup() + "/" + key.getName(), trigger.getStartTime().toInstant());
        }
        return times;
    }

    @Test
    void the_times_of_the_timetable_are_kept_in_the_edition_s_zone() throws SchedulerException {
        try (House house = House.serve(folder)) {
            assertThat(startTimes(house).keySet())
                    .containsExactly(
                            "house/deliver",
                            "ukraine-talks/collect",
                            "ukraine-talks/compile",
                            "ukraine-talks/deadline",
                            "ukraine-talks/send",
                            "ukraine-talks/sweep");
            for (var wanted : Map.of(
                            "compile", "0 30 5 ? * MON,TUE,WED,THU,FRI",
                            "deadline", "0 45 6 ? * MON,TUE,WED,THU,FRI",
                            "send", "0 0 7 ? * MON,TUE,WED,THU,FRI")
                    .entrySet()) {
                var stored = (CronTrigger)
                        house.get(Scheduler.class).getTrigger(new TriggerKey(wanted.getKey(), House.EDITION));
                assertThat(stored.getCronExpression()).isEqualTo(wanted.getValue());
                assertThat(stored.getTimeZone().getID()).isEqualTo("Europe/Kyiv");
                assertThat(stored.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
            }
            var collect =
                    (SimpleTrigger) house.get(Scheduler.class).getTrigger(new TriggerKey("collect", House.EDITION));
            assertThat(collect.getRepeatInterval()).as("each minute").isEqualTo(60_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_restart_leaves_them_as_they_are_and_a_changed_time_replaces_its_own_only(Stores store) throws Exception {
        String[] database = store.fresh();
        Map<String, Instant> first;
        try (House house = House.serve(folder, database)) {
            first = startTimes(house);
        }
        try (House house = House.serve(folder, database)) {
            assertThat(startTimes(house)).isEqualTo(first);
        }
        Steps.timetable(folder, "send: \"07:10\"");
        try (House house = House.serve(folder, database)) {
            Map<String, Instant> changed = startTimes(house);

            assertThat(changed.remove("ukraine-talks/send")).isAfter(first.remove("ukraine-talks/send"));
            assertThat(changed).isEqualTo(first);
            var send = (CronTrigger) house.get(Scheduler.class).getTrigger(new TriggerKey("send", House.EDITION));
            assertThat(send.getCronExpression()).startsWith("0 10 7 ");
        }
    }

    @Test
    void the_mailbox_for_bounces_is_read_every_five_minutes_where_there_is_one() throws SchedulerException {
        try (House house = House.serve(
                folder,
                "--briefing.bounces.address=bounce@news.example",
                "--briefing.bounces.mailbox=" + folder.resolve("bounces"))) {
            var bounces = (SimpleTrigger) house.get(Scheduler.class).getTrigger(new TriggerKey("bounces", "house"));
            assertThat(bounces.getRepeatInterval()).isEqualTo(300_000);
        }
        try (House house = House.serve(folder)) {
            assertThat(startTimes(house)).doesNotContainKey("house/bounces");
        }
    }

    @Test
    void the_bell_alone_reads_a_report_and_takes_it_away() {
        for (String part : List.of("new", "cur")) {
            assertThat(folder.resolve("bounces").resolve(part).toFile().mkdirs())
                    .isTrue();
        }
        String[] settings = {
            "--briefing.bounces.address=" + Mailed.RETURN, "--briefing.bounces.mailbox=" + folder.resolve("bounces")
        };
        Path report = folder.resolve("bounces/new/1.host");
        try (House house = House.open(folder, settings)) {
            House.write(report, new Mailed(house).to(1).by("postfix"));
        }
        try (House house = House.serve(folder, settings)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.notExists(report));
            assertThat(house.get(SuppressionStore.class).all()).hasSize(1);
        }
    }

    @Test
    void the_jobs_of_an_edition_that_is_gone_are_gone() throws SchedulerException, IOException {
        Path templates = folder.resolve("templates");
        FileSystemUtils.copyRecursively(templates.resolve(House.EDITION), templates.resolve("second"));
        Map<String, Instant> both;
        try (House house = House.serve(folder)) {
            both = startTimes(house);
            assertThat(both).hasSize(11).containsKey("second/send");
        }
        FileSystemUtils.deleteRecursively(templates.resolve("second"));
        assertThat(Files.exists(templates.resolve("second"))).isFalse();
        try (House house = House.serve(folder)) {
            both.keySet().removeIf(key -> key.startsWith("second/"));
            assertThat(startTimes(house)).isEqualTo(both);
            assertThat(house.get(Scheduler.class).getJobKeys(GroupMatcher.anyJobGroup()))
                    .extracting(JobKey::getGroup)
                    .doesNotContain("second");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_bells_alone_bring_an_issue_from_the_feeds_to_its_readers(Stores store) {
        try (var feeds = new FeedServer().serve("/a.xml", Samples.outletA()).serve("/b.xml", Samples.outletB())) {
            House.writeEdition(folder, List.of(feeds.url("/a.xml"), feeds.url("/b.xml")));
            Steps.timetable(folder, "unapproved: send-unedited");
            // noon in Kyiv: everything is due at once, late
            try (House house = House.serve(folder, store.fresh())) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> house.get(IssueStore.class)
                                .latest(House.EDITION)
                                .map(Issue::status)
                                .filter(IssueStatus.SENT::equals)
                                .isPresent());

                Issue issue = house.get(IssueStore.class).latest(House.EDITION).orElseThrow();
                assertThat(issue.stories()).as("both feeds were read").isEqualTo(4);
                assertThat(house.get(AccountingStore.class).accounting(issue.id()))
                        .isEqualTo(new Accounting(3, 3, 0, 0, 0, 0, 0));
            }
        }
    }
}
