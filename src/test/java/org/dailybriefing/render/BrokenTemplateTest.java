package org.dailybriefing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.House;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.issue.RenderedIssue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever edits a template is told in one sentence what is wrong with it. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenTemplateTest {

    @TempDir
    static Path folder;

    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(folder, "--briefing.base-url=https://news.example");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void freshTemplates() {
        House.writeEdition(folder, List.of("http://127.0.0.1:9/nothing.xml"));
    }

    private static RenderedIssue render(String leadHeadline) {
        return FourStories.render(house, leadHeadline);
    }

    @Test
    void a_changed_template_shows_at_the_next_look() throws IOException {
        render("Envoys meet again");
        Path template = house.edition().folder().resolve("briefing.txt");
        Files.writeString(template, "Changed [(${links.unsubscribe})]");

        assertThat(render("Envoys meet again").text()).isEqualTo("Changed " + Place.unsubscribe());
    }

    @ParameterizedTest
    @ValueSource(strings = {"briefing.html", "briefing.txt"})
    void a_template_without_the_unsubscribe_link_is_refused(String name) throws IOException {
        Path template = house.edition().folder().resolve(name);
        Files.writeString(template, Files.readString(template).replace("links.unsubscribe", "links.web"));

        assertThatThrownBy(() -> render("Envoys meet again"))
                .isInstanceOf(Refusal.class)
                .hasMessage(template + " has no unsubscribe link; put ${links.unsubscribe} into it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uF8FF", "[(${#strings.toUpperCase(words.greeting)})]"})
    void what_breaks_a_reader_s_own_place_is_told_with_the_file(String words) throws IOException {
        Path template = house.edition().folder().resolve("briefing.txt");
        Files.writeString(template, Files.readString(template) + words);

        assertThatThrownBy(() -> render("Envoys meet again"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(template + " cannot be filled in for readers: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            briefing.html | <p th:text="${briefing.nothing}">x</p>      | nothing
            briefing.html | <p th:text="${briefing.}">x</p>             | briefing.
            briefing.html | <p th:insert="~{:: nothing}">x</p>          | nothing
            briefing.txt  | [(${briefing.nothing})]                     | nothing
            """)
    void a_broken_template_is_told_with_file_and_line(String name, String line, String said, CapturedOutput output)
            throws IOException {
        Path template = house.edition().folder().resolve(name);
        Files.writeString(template, "<p>one</p>\n<p>two</p>\n" + line + "\n");

        assertThatThrownBy(() -> render("Envoys meet again"))
                .isInstanceOf(Refusal.class)
                .message()
                .startsWith(template + " line 3 cannot be rendered: ")
                .contains(said)
                .endsWith(".")
                .doesNotContain("\n");
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void a_block_that_is_never_closed_is_told_with_its_file() throws IOException {
        Path template = house.edition().folder().resolve("briefing.txt");
        Files.writeString(template, "[# th:if=\"${true}\"] one [(${links.unsubscribe})]");

        assertThatThrownBy(() -> render("Envoys meet again"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(template + " cannot be rendered: ")
                .hasMessageContaining("never closed");
    }

    @Test
    void a_missing_template_is_told_with_its_file() throws IOException {
        Path template = house.edition().folder().resolve("briefing.txt");
        Files.delete(template);

        assertThatThrownBy(() -> render("Envoys meet again"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(template + " cannot be rendered: ");
    }
}
