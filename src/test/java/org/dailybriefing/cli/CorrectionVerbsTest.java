package org.dailybriefing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An editor at the command line: the numbers that one verb prints are those that the next takes. */
@Execution(ExecutionMode.CONCURRENT)
class CorrectionVerbsTest {

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

    private String run(String... words) {
        Program program = Program.run(folder, words);
        assertThat(program.err()).as(String.join(" ", words)).isEmpty();
        assertThat(program.code()).isZero();
        return program.out();
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in\n" + text).isTrue();
        return matcher.group(1);
    }

    @Test
    void merge_look_and_take_back() {
        run("collect");
        String compiled = run("compile");
        String talks =
                found(compiled, "story (\\d+) \\[[a-z-]+] Ukraine and Russia resume .*independent; newest 2 h old");
        String prisoners = found(compiled, "story (\\d+) \\[[a-z-]+] Kyiv and Moscow agree");

        assertThat(run("merge", talks, prisoners, "--editor=anna"))
                .contains("Correction 1: anna merged " + prisoners + " into story " + talks + ".")
                .contains("was compiled with it and is thin with 2 stories.");
        String preview = run("preview", "--out=" + folder.resolve("preview"));
        String item = found(preview, "item (\\d+)  Outlet A: Kyiv and Moscow agree");
        assertThat(run("split", talks, item, "--editor=boris"))
                .contains("Correction 2: boris split items " + item + " off story " + talks);
        run("undo", "2");
        run("undo", "1", "--editor=boris");
        assertThat(run("corrections"))
                .containsPattern("1  .* anna merged " + prisoners + " into story " + talks + " \\(taken back\\)")
                .contains("boris took correction 1 back");
        JsonNode listed = JsonMapper.shared().readTree(run("corrections", "--json"));
        assertThat(listed).hasSize(4);
        assertThat(listed.get(2).get("who").asString()).isEqualTo(System.getProperty("user.name"));

        assertThat(run("where", "EXCHANGE", "prisoners"))
                .hasLineCount(1)
                .contains("Outlet A  Kyiv and Moscow agree", "leads story " + prisoners + ", in the draft issue");
        JsonNode where = JsonMapper.shared().readTree(run("where", "prisoners", "--json"));
        assertThat(where.get(0).get("fate").asString()).isEqualTo("leads");
        String link = where.get(0).get("link").asString();
        assertThat(run("where", link + "?utm_source=mail")).contains("leads story " + prisoners);
        assertThat(run("where", link.replace("https://", "")))
                .as("as browsers show it")
                .contains("leads story " + prisoners);
        assertThat(run("where", link + "/?utm_source=mail")).contains("leads story " + prisoners);
        Program unknown = Program.run(folder, "where", "https://outlet.example/nothing");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err())
                .isEqualTo("No item with this link, or with all of these words in its title, was collected.\n");
        Program refused = Program.run(folder, "drop", "99");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).hasLineCount(1).startsWith("There is no story 99; the issue ");
    }

    @Test
    void a_day_is_tried_under_other_rules() throws Exception {
        run("collect");
        JsonNode compiled = JsonMapper.shared().readTree(run("compile", "--json"));
        String date = compiled.get("date").asString();

        assertThat(run("replay", "--date=" + date))
                .hasLineCount(1)
                .contains("0 of 4 items have another fate; 3 stories instead of 3; 0 new, 0 gone");

        Path rules = folder.resolve("rules.yml");
        String edition = Files.readString(folder.resolve("templates/" + House.EDITION + "/edition.yml"));
        Files.writeString(rules, edition.replaceFirst("(?m)^  - \\{ name: Outlet B.*\n", ""));
        assertThat(run("replay", "--date=" + date, "--edition-file=" + rules))
                .contains("2 of 4 items have another fate; 2 stories instead of 3; 0 new, 1 gone")
                .containsPattern("item \\d+ .*: White House weighs .*: leads story \\d+ -> not in the window")
                .containsPattern("story \\d+ is gone: White House weighs");
        JsonNode json =
                JsonMapper.shared().readTree(run("replay", "--date=" + date, "--edition-file=" + rules, "--json"));
        assertThat(json.get("changes")).hasSize(2);
        assertThat(json.get("stories").get(0).get("change").asString()).isEqualTo("gone");
    }
}
