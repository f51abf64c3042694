package org.dailybriefing.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dailybriefing.Desks;
import org.dailybriefing.House;
import org.dailybriefing.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor mistypes is told in one sentence, with its place. */
class EditionTyposTest {

    @TempDir
    Path folder;

    private static Editions editions(Path templates) {
        return new Editions(Desks.settings(Map.of("templates", templates.toString())));
    }

    /** Replaces one piece of the edition that ships, and says what is told of it, without the file's name. */
    private String complaint(String piece, String typo) throws IOException {
        House.writeEdition(folder, List.of("https://a.example/feed.xml"));
        Path file = folder.resolve("templates/ukraine-talks/edition.yml");
        String good = Files.readString(file);
        assertThat(good).as("the piece to spoil").contains(piece);
        Files.writeString(file, good.replace(piece, typo));
        return refusal(file);
    }

    private String refusal(Path file) {
        try {
            editions(folder.resolve("templates")).get(House.EDITION);
        } catch (Refusal e) {
            assertThat(e).message().startsWith(file.toString()).endsWith(".").doesNotContain("\n");
            return String.valueOf(e.getMessage()).substring(file.toString().length());
        }
        throw new AssertionError("nothing was told");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            minimum-stories: 3   | minimum-story: 3       | timetable.minimum-story is not known here; check its spelling.
            unapproved: hold     | unapproved: wait       | timetable.unapproved is "wait", which does not fit; use one of hold, send-unedited, send-well-sourced.
            ownership: private   | ownership: nobody      | sources[0].ownership is "nobody", which does not fit; use one of state, public, private, unknown.
            zone: Europe/Kyiv    | zone: Europe/Kyif      | timetable.zone is "Europe/Kyif", which does not fit; write a time zone such as Europe/Kyiv.
            send: "07:00"        | send: "7 o'clock"      | timetable.send is "7 o'clock", which does not fit; write a time in quotes, such as "07:00".
            send: "07:00"        | send: "06:30"          | the times are out of order: compile 05:30, deadline 06:45, send 06:30 must follow one another.
            https://a.example/   | ftp://a.example/       | sources[0]: url is "ftp://a.example/feed.xml", but must begin with http:// or https://.
            https://a.example/   | a.example/             | sources[0]: url is "a.example/feed.xml", but must begin with http:// or https://.
            country: GB          | country: Britain       | sources[0]: country is "Britain", but must be two capitals such as UA.
            all: [ukraine, talks]| all: [ukraina, talks]  | the rule "talks with Ukraine" names the words "ukraina", which beat.words does not have; it has
            - [Odesa, Odessa,    | - [Odesa, Kiew,        | beat: names has "Kiew" under Kyiv and under Odesa; keep one of them.
            - [Odesa, Odessa,    | - [Odesa, KIÉW,        | beat: names has "KIÉW" under Kyiv and under Odesa; keep one of them.
            - [Odesa, Odessa,    | - [Odesa, "",          | beat: names has an empty spelling in [Odesa, , Одес*].
            - [Odesa, Odessa,    | - ["*", Odesa,         | beat: names has an empty spelling in [*, Odesa, Одес*].
            - [Odesa, Odessa, Одес*] | - []               | beat: names has an empty name after Kherson.
            - [Odesa, Odessa,    | - [Odes*, Odessa,      | beat: names has "Odes*" as a first spelling; that stands for all others and cannot have a *.
            window: 24h          | window: 24 hours       | timetable.window is "24 hours", which does not fit; write a time such as 36h or 15m.
            window: 24h          | window: 10m            | window is 10 minutes, but must be 60 to 10080 minutes.
            minimum-stories: 3   | minimum-stories: three | timetable.minimum-stories is "three", which does not fit; write a whole number.
            reply-to: editors@   | reply-to: editors, | reply-to is "editors,example.org", which is not a mail address of plain letters, digits, dots and _ + -.
            reply-to: editors@   | reply-to: die.lage..für@ | reply-to is "die.lage..für@example.org", which is not a mail address of plain letters, digits, dots and _ + -.
            unsubscribe: Unsubscribe | unsubscribe:       | wording: unsubscribe is missing
            save: Save           | save:                  | wording.preferences-page: save is missing
            sent-to:             | sent-by:               | wording.preferences-page: sent-to is missing; it has sent-by, name, zone,
            """)
    void a_typo_is_told_with_its_line(String piece, String typo, String sentence) throws IOException {
        assertThat(complaint(piece, typo))
                .containsPattern("^ [1-9][0-9]*:[1-9][0-9]*: ")
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            timetable:           | timetabel:             | timetable is missing; it has name, sources, beat, topics, timetabel, sender, wording.
            slug: europe         | slug: domestic         | topics has the slug domestic twice.
            """)
    void what_is_wrong_with_the_whole_is_told_without_one(String piece, String typo, String sentence)
            throws IOException {
        assertThat(complaint(piece, typo)).isEqualTo(": " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Peace Talks", "новини", "talks&more"})
    void a_folder_whose_name_cannot_stand_in_a_link_is_told(String name) throws IOException {
        House.writeEdition(folder, List.of("https://a.example/feed.xml"));
        Files.move(folder.resolve("templates/ukraine-talks"), folder.resolve("templates/" + name));

        assertThatThrownBy(() -> editions(folder.resolve("templates")).get(name))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith("its folder is called \"" + name
                        + "\"; name it with letters from a to z, digits and hyphens only, such as peace-talks.");
    }

    @Test
    void the_line_is_that_of_the_typo() throws IOException {
        String told = complaint("unapproved: hold", "unapproved: wait");
        var lines = Files.readAllLines(folder.resolve("templates/ukraine-talks/edition.yml"));
        int line = Integer.parseInt(told.strip().split(":")[0]);
        int column = Integer.parseInt(told.strip().split(":")[1]);

        assertThat(lines.get(line - 1).substring(column - 1)).startsWith("wait");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name: [never closed", "name: A\n  sources: B", "name: \"A", "name: A\nname: B", "\tname: A"})
    void what_is_no_yaml_is_told_with_its_line(String content) {
        Path file = folder.resolve("templates/ukraine-talks/edition.yml");
        House.write(file, content);

        assertThat(refusal(file)).containsPattern("^ [1-9]:[0-9]+: not valid YAML, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "\n\n", "[]", "word"})
    void a_file_without_an_edition_is_told(String content) {
        Path file = folder.resolve("templates/ukraine-talks/edition.yml");
        House.write(file, content);

        assertThat(refusal(file)).startsWith(": ");
    }

    @Test
    void an_hour_without_quotes_is_told_to_want_them() throws IOException {
        assertThat(complaint("send: \"07:00\"", "send: 17:00"))
                .contains("timetable.send is \"1020\", which does not fit; write a time in quotes, such as \"07:00\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.5", "-1", ".nan"})
    void a_topic_has_a_weight_from_0_to_10(String weight) throws IOException {
        assertThat(complaint("    name: Territory\n", "    name: Territory\n    weight: " + weight + "\n"))
                .contains("topics[0]: weight is ")
                .endsWith(", but must be 0 to 10.");
    }
}
