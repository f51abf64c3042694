package org.dailybriefing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code group} tells of each item of a file what beat, stories and topics make of it. */
@Execution(ExecutionMode.CONCURRENT)
class GroupVerbTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void edition() throws IOException {
        House.writeEdition(folder, List.of("https://news.example/feed"));
    }

    @Test
    void each_item_has_its_verdict_story_and_topic_in_the_order_of_the_file() {
        Program result = group("""
                \ufeff{"id":"b","date":"2026-03-10T07:40:00Z","source":"B","title":"Ukraine and Russia to swap 250 captured soldiers","description":"The Red Cross said the exchange of 250 prisoners of war would be over by Friday.","url":"https://b.example/1"}
                {"id":"cup","date":"2026-03-10T07:00:00Z","source":"A","title":"Cup holders out after shoot-out","description":"","url":"https://a.example/2"}

                {"id":"a","date":"2026-03-10T08:00:00+01:00","source":"A","title":"Kyiv and Moscow agree to exchange 250 prisoners of war","description":"<p>Ukraine and Russia agreed to exchange prisoners of war by Friday, the Red&nbsp;Cross said.</p>","url":"https://a.example/1"}
                """);

        assertThat(result.code()).as(result.err()).isZero();
        List<JsonNode> rows =
                result.out().lines().map(new JsonMapper()::readTree).toList();
        assertThat(rows).extracting(row -> row.get("id").asString()).containsExactly("b", "cup", "a");
        assertThat(rows).extracting(row -> row.get("verdict").asString()).containsExactly("on", "off", "on");
        assertThat(rows).extracting(row -> row.get("story").asString()).containsExactly("a", "cup", "a");
        assertThat(rows.stream().filter(row -> row.get("lead").asBoolean())).hasSize(2);
        assertThat(rows.get(2).get("topic").asString()).isEqualTo("prisoners-humanitarian");
        assertThat(rows.get(1).get("fate").asString()).isEqualTo("off the beat");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            null                                                          | 1: title is missing.
            [1]                                                           | 1: is not a JSON object
            {"id":"1"                                                     | 1: is not a JSON object
            {"id":"1","date":"2026-03-10T07:00:00Z"}                      | 1: title is missing.
            {"id":"1","date":"2026-03-10T07:00:00Z","title":"<b></b>"}    | 1: title is missing.
            {"id":"1","date":"yesterday","title":"Envoys meet"}           | 1: date is not a time such as
            {"date":"2026-03-10T07:00:00Z","title":"Envoys meet"}         | 1: id is missing.
            """)
    void a_line_that_cannot_be_used_is_named(String line, String sentence) {
        Program result = group(line);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("items.jsonl:" + sentence).hasLineCount(1);
    }

    @Test
    void texts_without_words_are_no_trouble() {
        Program result = group("""
                {"id":"1","date":"2026-03-10T07:00:00Z","title":"—"}
                {"id":"2","date":"2026-03-10T07:00:00Z","title":"🙂"}
                """);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).hasLineCount(2);
    }

    @Test
    void the_shipped_edition_knows_ministers_and_what_spies_warn_of_when_it_sorts() {
        Program result = group("""
                {"id":"1","date":"2026-03-10T07:00:00Z","title":"Pistorius sees a first step towards peace in Ukraine"}
                {"id":"2","date":"2026-03-10T07:00:00Z","title":"Ukraine's spies expect Russia to stage a provocation"}
                """);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out().lines().map(new JsonMapper()::readTree))
                .extracting(row -> row.get("topic").asString())
                .containsExactly("europe", "us-russia");
    }

    private Program group(String items) {
        try {
            Path file = folder.resolve("items.jsonl");
            Files.writeString(file, items);
            return Program.run(folder, "group", "--items", file.toString(), "--json", "--briefing.sentence-model=true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
