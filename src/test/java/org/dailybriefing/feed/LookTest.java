package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.dailybriefing.feed.fetch.PictureSize;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail shows what is wide enough, lies, and is no banner. */
class LookTest {

    @ParameterizedTest
    @CsvSource({
        "1200, 675,",
        "400, 200,",
        "800, 800,",
        "1200, 400,",
        "10000, 5625,",
        "1, 1, has only 1 x 1 pixels",
        "399, 300, has only 399 x 300 pixels",
        "500, 199, has only 500 x 199 pixels",
        "800, 801, is higher than it is wide: 800 x 801 pixels",
        "1201, 400, is too flat: 1201 x 400 pixels",
        "10001, 5625, claims to have 10001 x 5625 pixels",
        "50000, 50000, claims to have 50000 x 50000 pixels"
    })
    void the_size_decides(int width, int height, @Nullable String problem) {
        assertThat(Look.of("https://o.example/1.jpg", new PictureSize(width, height)))
                .isEqualTo(new Look("https://o.example/1.jpg", width, height, problem));
    }
}
