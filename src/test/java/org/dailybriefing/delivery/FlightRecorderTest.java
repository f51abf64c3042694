package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dailybriefing.delivery.FlightRecorder.Abandoned;
import org.dailybriefing.delivery.FlightRecorder.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sender that was killed had done is told by what it wrote last of each mail. */
class FlightRecorderTest {

    @TempDir
    Path folder;

    private Map<Long, Mark> marks() {
        List<Abandoned> abandoned = FlightRecorder.abandoned(folder);
        assertThat(abandoned).hasSize(1);
        return abandoned.get(0).marks().orElseThrow();
    }

    @Test
    void a_record_is_somebody_s_as_long_as_he_lives() {
        try (FlightRecorder recorder = FlightRecorder.begin(folder, "me", 2)) {
            recorder.mark(0, 7, Mark.ENDING);

            assertThat(FlightRecorder.abandoned(folder)).isEmpty();
        }
        assertThat(marks()).containsEntry(7L, Mark.ENDING);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void a_mail_that_another_line_tried_again_is_what_that_line_says(int idle, int busy) {
        try (FlightRecorder recorder = FlightRecorder.begin(folder, "me", 2)) {
            recorder.mark(idle, 7, Mark.RETRY);
            recorder.mark(busy, 7, Mark.ENDING);
        }

        assertThat(marks()).containsEntry(7L, Mark.ENDING);
    }

    @Test
    void a_run_that_left_nothing_leaves_no_record() throws Exception {
        FlightRecorder.begin(folder, "me", 2).discard();

        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
