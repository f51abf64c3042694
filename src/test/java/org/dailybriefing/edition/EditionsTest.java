package org.dailybriefing.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dailybriefing.Desks;
import org.dailybriefing.House;
import org.dailybriefing.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editions of a house are its folders, and the one that ships is whole. */
class EditionsTest {

    @TempDir
    Path folder;

    private static Editions editions(Path templates) {
        return new Editions(Desks.settings(Map.of("templates", templates.toString())));
    }

    @Test
    void the_edition_that_ships_is_whole() {
        Edition edition = editions(Path.of("templates")).get(House.EDITION);

        assertThat(edition.sources()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(edition.sources()).extracting(Source::name).doesNotHaveDuplicates();
        assertThat(edition.sources()).extracting(Source::country).contains("UA", "RU", "US", "GB", "DE", "CN");
        assertThat(edition.topics())
                .extracting(Topic::slug)
                .containsExactlyInAnyOrder(
                        "territory",
                        "security-guarantees",
                        "ceasefire",
                        "peace-plan",
                        "sanctions",
                        "prisoners-humanitarian",
                        "energy-nuclear",
                        "battlefield",
                        "us-russia",
                        "europe",
                        "domestic",
                        "other");
        assertThat(edition.timetable().weekdays()).hasSize(7);
        assertThat(edition.wording().direction()).isEqualTo("ltr");
    }

    @Test
    void an_unknown_edition_is_told_with_those_there_are() {
        House.writeEdition(folder, List.of("https://a.example/feed.xml"));
        Path templates = folder.resolve("templates");

        for (String slug : List.of("ukraine-talk", "../templates/ukraine-talks", "")) {
            assertThatThrownBy(() -> editions(templates).get(slug))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("There is no edition \"" + slug + "\"; " + templates + " has ukraine-talks.");
        }
    }

    @Test
    void a_folder_without_editions_is_told() {
        assertThatThrownBy(() -> editions(folder).all()).hasMessageContaining("has no edition: it needs a folder");
        assertThatThrownBy(() -> editions(folder.resolve("nowhere")).all())
                .hasMessageContaining("cannot be read; check briefing.templates.");
    }
}
