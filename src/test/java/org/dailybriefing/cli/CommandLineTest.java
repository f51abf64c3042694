package org.dailybriefing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dailybriefing.DailyBriefing;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verbs one after the other, each in a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
class CommandLineTest {

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();

    @BeforeEach
    void write() {
        Wire.write(folder, feeds);
    }

    @AfterEach
    void close() {
        feeds.close();
    }

    /** Runs a verb that is to succeed without a word of complaint. */
    private String run(String... words) {
        Program program = Program.run(folder, words);
        assertThat(program.err()).as(String.join(" ", words)).isEmpty();
        assertThat(program.code()).isZero();
        return program.out();
    }

    private JsonNode json(String... words) {
        return JsonMapper.shared().readTree(run(words));
    }

    private IssueStatus statusInStore() {
        try (House house = House.open(folder)) {
            assertThat(house.get(JdbcClient.class)
                            .sql("select count(*) from delivery")
                            .query(Long.class)
                            .single())
                    .isZero();
            return house.get(IssueStore.class)
                    .latest(House.EDITION)
                    .orElseThrow()
                    .status();
        }
    }

    @Test
    void from_the_feeds_to_the_outbox() {
        assertThat(run("collect")).contains("2 items, 2 new, 0 edited");
        assertThat(run("compile")).contains("is draft with 3 stories.", "1 items off");
        Path preview = folder.resolve("preview");
        run("preview", "--out=" + preview);
        assertThat(preview.resolve("briefing.html")).isNotEmptyFile();
        assertThat(preview.resolve("briefing.txt")).isNotEmptyFile();
        assertThat(preview.resolve("briefing.eml"))
                .content()
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");

        assertThat(run("approve")).contains(", No. 1, is approved.");
        Program again = Program.run(folder, "approve");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).hasLineCount(1).contains("is approved already.");

        assertThat(run("send", "--dry-run")).contains("it would go to 3 subscribers by", "Nothing was sent.");
        assertThat(Steps.mails(folder)).isEmpty();
        assertThat(run("send", "--to=editor@example.org")).contains("went to editor@example.org");
        assertThat(Steps.mails(folder))
                .singleElement()
                .asString()
                .contains("proof-")
                .contains("editor@example.org");
        assertThat(statusInStore()).isEqualTo(IssueStatus.APPROVED);

        assertThat(run("send")).contains("is sent: 3 accepted");
        assertThat(Steps.mails(folder)).hasSize(4);
        assertThat(run("send")).contains("was sent before; nobody gets it twice");
        assertThat(Steps.mails(folder)).hasSize(4);
        assertThat(run("status")).contains("sent, 3 stories", "3 frozen: 3 accepted", "2, of which 2 are well");
    }

    @Test
    void each_verb_tells_its_use() {
        for (Class<?> verb : CommandLineDoor.class.getAnnotation(Command.class).subcommands()) {
            String name = verb.getAnnotation(Command.class).name();
            assertThat(CommandLineDoor.run(DailyBriefing.class, name, "--help"))
                    .as(name)
                    .isZero();
        }
    }

    @Test
    void for_programs_there_is_json_and_nothing_else() {
        JsonNode collected = json("collect", "--json");
        assertThat(collected).hasSize(2).allMatch(feed -> feed.get("ok").asBoolean());
        assertThat(json("status", "--json").get("issue").isNull()).isTrue();
        JsonNode compiled = json("compile", "--json");
        assertThat(compiled.get("status").asString()).isEqualTo("draft");
        assertThat(compiled.get("stories").asInt()).isEqualTo(3);
        run("approve");
        assertThat(json("send", "--json").get("accepted").asInt()).isEqualTo(3);

        JsonNode status = json("status", "--json");

        assertThat(status.propertyNames())
                .containsExactlyInAnyOrder(
                        "edition", "name", "zone", "issue", "audience", "destination", "feeds", "next", "notes");
        JsonNode issue = status.get("issue");
        assertThat(issue.propertyNames())
                .containsExactlyInAnyOrder(
                        "date",
                        "number",
                        "status",
                        "stories",
                        "frozen",
                        "accepted",
                        "rejected",
                        "expired",
                        "skipped",
                        "uncertain",
                        "pending",
                        "perSecond",
                        "secondsLeft",
                        "returned");
        assertThat(issue.get("returned").propertyNames())
                .containsExactlyInAnyOrder("hard", "soft", "complaints", "notices", "suppressed");
        assertThat(issue.get("returned").get("hard").asInt()).isZero();
        assertThat(issue.get("date").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(issue.get("number").asInt()).isEqualTo(1);
        assertThat(issue.get("status").asString()).isEqualTo("sent");
        assertThat(issue.get("frozen").asInt()).isEqualTo(3);
        assertThat(issue.get("accepted").asInt()).isEqualTo(3);
        assertThat(issue.get("pending").asInt()).isZero();
        assertThat(status.get("feeds")).hasSize(2).allSatisfy(feed -> {
            assertThat(feed.propertyNames())
                    .containsExactlyInAnyOrder(
                            "name",
                            "url",
                            "state",
                            "problem",
                            "lastSuccess",
                            "nextCheck",
                            "lastCheck",
                            "items",
                            "requests",
                            "notModified",
                            "hub");
            assertThat(feed.get("state").asString()).isEqualTo("well");
            assertThat(feed.get("lastCheck").propertyNames())
                    .containsExactlyInAnyOrder("at", "status", "bytes", "millis");
            assertThat(feed.get("lastCheck").get("status").asInt()).isEqualTo(200);
            assertThat(feed.get("problem").isNull()).isTrue();
            assertThat(feed.get("lastSuccess").asString()).matches("\\d{4}-\\d{2}-\\d{2}T.*Z");
        });
        assertThat(status.get("next").propertyNames()).containsExactlyInAnyOrder("compile", "deadline", "send");
    }
}
