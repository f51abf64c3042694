package org.dailybriefing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A feed reader's list becomes sources of the edition. */
@Execution(ExecutionMode.CONCURRENT)
class ImportTest {

    @TempDir
    Path folder;

    private Path definition;
    private Path list;

    @BeforeEach
    void write() {
        House.writeEdition(folder, List.of("https://a.example/feed.xml"));
        House.writeSubscribers(folder, 1);
        definition = folder.resolve("templates").resolve(House.EDITION).resolve("edition.yml");
        list = folder.resolve("feeds.opml");
        House.write(list, """
                <opml version="2.0"><body><outline text="News">
                  <outline type="rss" title="Town Crier" xmlUrl="https://crier.example/rss"/>
                  <outline type="rss" title="&quot;, ownership: state }" xmlUrl="https://b.example/rss"/>
                  <outline type="rss" title="A again" xmlUrl="https://a.example/feed.xml"/>
                  <outline type="rss" title="Odd" xmlUrl="gopher://c.example/"/>
                </outline></body></opml>
                """);
    }

    @Test
    void new_feeds_are_added_old_ones_counted_and_strange_ones_named() throws IOException {
        Program first = Program.run(folder, "import", list.toString());

        assertThat(first.err()).isEqualTo("skipped: gopher://c.example/ is no http or https address.\n");
        assertThat(first.out())
                .isEqualTo(("2 sources added to %s, 1 listed before, 1 skipped.\n"
                                + "Fill in country and ownership of the new sources in %s.\n")
                        .formatted(definition, definition));
        assertThat(first.code()).isEqualTo(CommandLineDoor.PARTLY);
        assertThat(Files.readString(definition)).contains("""
                  - { name: Town Crier, url: "https://crier.example/rss", country: ZZ, ownership: unknown }
                  - { name: "\\", ownership: state }", url: "https://b.example/rss", country: ZZ, ownership: unknown }
                """);
        String after = Files.readString(definition);

        Program second = Program.run(folder, "import", list.toString(), "--country=UA", "--ownership=private");

        assertThat(second.out()).isEqualTo("0 sources added to " + definition + ", 3 listed before, 1 skipped.\n");
        assertThat(definition).hasContent(after);
    }

    @Test
    void country_and_ownership_of_all_may_be_said_at_once() throws IOException {
        House.write(list, Files.readString(list).replace("gopher:", "https:"));

        Program program = Program.run(folder, "import", list.toString(), "--country=UA", "--ownership=private");

        assertThat(program.err()).isEmpty();
        assertThat(program.out()).hasLineCount(1).startsWith("3 sources added to ");
        assertThat(program.code()).isZero();
        assertThat(Files.readString(definition))
                .contains("url: \"https://c.example/\", country: UA, ownership: private }\n");
    }

    @Test
    void what_cannot_be_imported_changes_nothing() throws IOException {
        String before = Files.readString(definition);

        Program none = Program.run(folder, "import", folder.resolve("none.opml").toString());
        Program usage = Program.run(folder, "import", list.toString(), "--country=Ukraine");

        assertThat(none.err()).isEqualTo("There is no file " + folder.resolve("none.opml") + ".\n");
        assertThat(none.code()).isEqualTo(CommandLineDoor.REFUSED);
        assertThat(usage.err())
                .startsWith("Invalid value for option '--country': \"Ukraine\" must be two capitals such as UA");
        assertThat(usage.code()).isEqualTo(2);
        assertThat(definition).hasContent(before);
    }
}
