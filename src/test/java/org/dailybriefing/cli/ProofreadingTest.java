package org.dailybriefing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An editor has an issue read at the command line before it is approved. */
@Execution(ExecutionMode.CONCURRENT)
class ProofreadingTest {

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

    private Program run(String... words) {
        return Program.run(folder, words);
    }

    private static void assertRefused(Program program, String sentence) {
        assertThat(program.code()).isEqualTo(CommandLineDoor.REFUSED);
        assertThat(program.err()).hasLineCount(1).matches(sentence + "\n");
        assertThat(program.out()).isEmpty();
    }

    @Test
    void only_an_issue_that_is_there_is_read() {
        assertRefused(run("check", "--issue"), "There is no issue of ukraine-talks for .* yet; compile makes it\\.");
        assertRefused(run("check", "--issue=2026-01-02"), "There is no issue of ukraine-talks for 2026-01-02\\.");
        assertThat(run("check", "--issue=tomorrow").code()).isEqualTo(2);
        assertThat(run("check", "--issue", "--accept-list").code()).isEqualTo(2);

        Steps.edit(folder, "minimum-stories: 3", "minimum-stories: 9");
        run("collect");
        run("compile");
        assertRefused(run("check", "--issue"), "The issue .* has 3 stories, fewer than the 9 of .*");
    }

    @Test
    void what_is_found_is_told_and_what_is_sound_is_not() throws Exception {
        run("collect");
        run("compile");

        Program found = run("check", "--issue");
        assertThat(found.err()).isEmpty();
        assertThat(found.code()).isEqualTo(CommandLineDoor.PARTLY);
        assertThat(found.out())
                .contains("remark: No reader gets to outlet.example, a name kept for examples (")
                .containsPattern("\nukraine-talks \\d{4}-\\d\\d-\\d\\d: 3 remarks\n$");

        Path page = folder.resolve("templates/" + House.EDITION + "/briefing.html");
        Files.writeString(page, "<body><a th:href=\"${links.unsubscribe}\">Leave</a></body>");
        Path text = page.resolveSibling("briefing.txt");
        Files.writeString(text, "[(${links.unsubscribe})]");
        Program sound = run("check", "--issue");
        assertThat(sound.err()).isEmpty();
        assertThat(sound.out()).matches("ukraine-talks .*: 0 remarks\n");
        assertThat(sound.code()).isZero();
    }
}
