package org.dailybriefing.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.dailybriefing.edition.Source.Ownership;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text shows by its title or its address what kind it is. */
class GenreTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REPORT    | Envoys meet in Geneva                          | world
            REPORT    | A live shell is found in a Kyiv park           | world
            REPORT    | They want to deliver more aid                  | olive
            REPORT    | Leaders show their cards                       | world
            REPORT    | Somehow the talks go on                        | world
            REPORT    | Opinion polls favour a truce                   | world
            REPORT    | The envoy shares an editorial on the talks      | world
            OPINION   | Opinion: the envoys should listen              | world
            OPINION   | What comes after Geneva – analysis             | world
            REPORT    | A letter from Geneva                           | world
            LIVE_BLOG | Live: envoys meet in Geneva                    | world
            LIVE_BLOG | Envoys meet in Geneva – live                   | world
            LIVE_BLOG | Talks in Geneva, as it happened                | world
            LIVE_BLOG | Envoys meet in Geneva                          | live
            LIVE_BLOG | Envoys meet in Geneva                          | live-updates
            ROUND_UP  | War briefing: envoys meet in Geneva            | world
            ROUND_UP  | Talks in Geneva: what we know                  | world
            ROUND_UP  | List of key events, day 1,407                  | world
            OPINION   | Why the envoys meet in Geneva                  | world
            OPINION   | Can Geneva bring peace?                        | world
            OPINION   | Envoys meet in Geneva                          | opinion
            OPINION   | Envoys meet in Geneva                          | commentisfree
            TEASER    | Watch: envoys meet in Geneva                   | world
            TEASER    | Envoys meet in Geneva                          | videos
            TEASER    | Envoys meet in Geneva – Watch: the first day   | world
            REPORT    | Human Rights Watch says the envoys should meet | world
            REPORT    | Geneva lays out new timeline for the talks     | world
            ROUND_UP  | Timeline: how the talks in Geneva went         | world
            """)
    void a_text_has_a_genre(Genre genre, String title, String folder) {
        var item = Reports.of(
                "A", "2026-03-10T07:00:00Z", title, "", Ownership.PRIVATE, "https://news.example/" + folder + "/");

        assertThat(Genre.of(item)).isEqualTo(genre);
    }
}
