package org.dailybriefing.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dailybriefing.House;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.StrictYaml;
import org.dailybriefing.edition.Source.Ownership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New sources stand below the old ones, and nothing else in the file has moved. */
class SourceListTest {

    private static final Source NEW =
            new Source("Town Crier", URI.create("https://crier.example/feed?a=1&b=2"), "UA", Ownership.PRIVATE);
    private static final String LINE =
            "- { name: Town Crier, url: \"https://crier.example/feed?a=1&b=2\", country: UA, ownership: private }";

    @TempDir
    Path folder;

    private Path definition;

    @BeforeEach
    void write() {
        House.writeEdition(folder, List.of("https://a.example/feed.xml"));
        definition = home().resolve("edition.yml");
    }

    private Path home() {
        return folder.resolve("templates").resolve(House.EDITION);
    }

    private Edition edition() {
        Path place = home();
        return StrictYaml.read(definition, Edition.class, Map.of("slug", House.EDITION, "folder", place.toString()));
    }

    private String text() throws IOException {
        return Files.readString(definition);
    }

    /** The definition with other sources. */
    private void sources(String block) throws IOException {
        Files.writeString(definition, text().replaceFirst("(?ms)^sources:.*?(?=^[a-z])", block));
    }

    /** @return the text before, for comparison */
    private String add(Source... sources) throws IOException {
        String before = text();
        assertThat(SourceList.add(edition(), List.of(sources))).containsExactly(sources);
        assertThat(edition().sources()).endsWith(sources);
        return before;
    }

    @Test
    void the_edition_that_ships_gets_one_line_more_and_keeps_every_byte() throws IOException {
        Files.copy(Path.of("templates", House.EDITION, "edition.yml"), replaced(definition));
        String before = add(NEW);

        String last = "country: UN, ownership: public }\n";
        int end = before.indexOf(last) + last.length();
        assertThat(text()).isEqualTo(before.substring(0, end) + "  " + LINE + "\n" + before.substring(end));
    }

    private static Path replaced(Path file) throws IOException {
        Files.delete(file);
        return file;
    }

    @Test
    void a_comment_stays_with_its_entry() throws IOException {
        sources("""
                sources:
                  - { name: A, url: "https://a.example/", country: GB, ownership: private }   # the old one
                  # further below
                # at the margin

                """);
        String before = add(NEW);

        assertThat(text()).isEqualTo(before.replace("# the old one\n", "# the old one\n  " + LINE + "\n"));
    }

    @Test
    void an_entry_over_two_lines_is_not_cut() throws IOException {
        sources("""
                sources:
                  - { name: A, country: GB, ownership: private,
                      url: "https://a.example/" }

                """);
        String before = add(NEW);

        assertThat(text()).isEqualTo(before.replace("a.example/\" }\n", "a.example/\" }\n  " + LINE + "\n"));
    }

    @Test
    void entries_in_block_style_at_the_margin() throws IOException {
        sources("""
                sources:
                - name: A
                  country: GB
                  ownership: private
                  url: https://a.example/

                # The beat
                """);
        String before = add(NEW);

        assertThat(text()).isEqualTo(before.replace("https://a.example/\n", "https://a.example/\n" + LINE + "\n"));
    }

    @Test
    void at_the_end_of_the_file_with_and_without_a_line_break() throws IOException {
        String entry = "  - { name: A, url: \"https://a.example/\", country: GB, ownership: private }";
        String rest = text().replaceFirst("(?ms)^sources:.*?(?=^[a-z])", "");
        for (String end : List.of("", "\n", "\n\n# the end", "   # the end")) {
            Files.writeString(definition, rest + "sources:\n" + entry + end);
            String before = add(NEW);

            String line = end.startsWith(" ") ? end : "";
            String below = end.startsWith("\n") ? end.substring(1) : "";
            assertThat(text())
                    .isEqualTo(
                            before.substring(0, before.length() - end.length()) + line + "\n  " + LINE + "\n" + below);
        }
    }

    @Test
    void line_ends_of_windows_stay_what_they_are() throws IOException {
        Files.writeString(definition, text().replace("\n", "\r\n"));
        String before = add(NEW);

        assertThat(text().replaceAll("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text()).isEqualTo(before.replace("private }\r\n", "private }\r\n  " + LINE + "\r\n"));
    }

    @Test
    void a_byte_order_mark_and_letters_beyond_the_first_plane_are_counted_right() throws IOException {
        Files.writeString(definition, "\ufeff# Київ " + "😀".repeat(300) + "\n" + text());
        String before = add(NEW);

        assertThat(text()).isEqualTo(before.replace("private }\n", "private }\n  " + LINE + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\\",
                "\\\" }\\n- evil: {",
                "A: B # C",
                "A } , country: RU",
                "- A",
                "'A'",
                "&A *B !C %D @E `F",
                "yes",
                "NO",
                "null",
                "~",
                "1_000",
                "12:30:45",
                "0x1F",
                "${user.home}",
                "#{1+1}",
                "Українська правда",
                "العربية",
                "A\u0085B\u2028C\u2029D\tE\u0007\ufeffF",
                " A ",
                "😀",
                "Ein langer Name mit [Klammern] {und} mehr, ja?"
            })
    void a_name_is_only_a_name(String name) throws IOException {
        String before = add(new Source(name, URI.create("https://crier.example/"), "NO", Ownership.UNKNOWN));

        assertThat(text()).hasLineCount((int) before.lines().count() + 1);
    }

    @Test
    void what_is_listed_already_is_not_added_again() throws IOException {
        sources("""
                sources:
                  - { name: A, url: "https://a.example/feed.xml", country: GB, ownership: private }
                  - { name: B, url: "https://b.example", country: GB, ownership: private }

                """);
        String before = text();
        Source slash = new Source("B", URI.create("https://b.example/#top"), "GB", Ownership.PRIVATE);
        Source again = new Source("Again", URI.create("https://A.Example/feed.xml"), "GB", Ownership.PRIVATE);

        assertThat(SourceList.add(edition(), List.of(again, slash))).isEmpty();
        assertThat(text()).isEqualTo(before);
        assertThat(SourceList.add(edition(), List.of(NEW, again, NEW))).containsExactly(NEW);
    }

    @Test
    void a_list_that_cannot_be_added_to_is_told_and_left_alone() throws IOException {
        sources("""
                sources: [ { name: A, url: "https://a.example/", country: GB, ownership: private } ]

                """);
        String before = text();

        assertThatThrownBy(() -> SourceList.add(edition(), List.of(NEW)))
                .isInstanceOf(Refusal.class)
                .hasMessageMatching(".*edition\\.yml was not changed: .*by hand\\.");

        assertThat(text()).isEqualTo(before);
        assertThat(files()).noneMatch(name -> name.endsWith(".tmp"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void a_definition_that_changed_meanwhile_is_left_alone() throws IOException {
        Edition before = edition();
        Files.writeString(definition, text().replaceFirst("(?m)^name: .*", "name: Changed meanwhile"));
        String changed = text();

        assertThatThrownBy(() -> SourceList.add(before, List.of(NEW))).isInstanceOf(Refusal.class);

        assertThat(text()).isEqualTo(changed);
        assertThat(files()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void the_file_keeps_its_rights_and_a_link_stays_a_link() throws IOException {
        Path real = folder.resolve("real.yml");
        Files.move(definition, real);
        Files.createSymbolicLink(definition, real);
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw-rw-"));

        add(NEW);

        assertThat(definition).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-rw-rw-");
    }
}
