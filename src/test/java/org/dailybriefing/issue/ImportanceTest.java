package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;
import org.dailybriefing.story.Story;
import org.junit.jupiter.api.Test;

/** Why a story stands where it stands. */
class ImportanceTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static Importance of(double weight, String published, Ownership... owners) {
        List<Item> items = IntStream.range(0, owners.length)
                .mapToObj(i -> Reports.item(i, "Outlet " + i, owners[i], published))
                .toList();
        return Importance.of(new Story(items.get(0), items), weight, NOON);
    }

    @Test
    void outlets_count_and_those_of_no_state_count_twice() {
        var three = of(1, "2026-03-10T10:00:00Z", Ownership.STATE, Ownership.PRIVATE, Ownership.PUBLIC);
        var stranger = of(1, "2026-03-10T10:00:00Z", Ownership.STATE, Ownership.PRIVATE, Ownership.UNKNOWN);

        assertThat(three.score()).isGreaterThan(stranger.score());
        assertThat(three.reason()).isEqualTo("3 outlets, 2 of them independent; newest 2 h old");
        assertThat(of(1, "2026-03-10T11:30:00Z", Ownership.PRIVATE).reason())
                .isEqualTo("1 outlet, independent; newest less than 1 h old");
        assertThat(of(1, "2026-03-10T10:00:00Z", Ownership.STATE).reason())
                .isEqualTo("1 outlet, not independent; newest 2 h old");
    }

    @Test
    void what_is_new_stands_above_what_is_old() {
        assertThat(of(1, "2026-03-10T11:00:00Z", Ownership.PRIVATE).score())
                .isGreaterThan(of(1, "2026-03-09T23:00:00Z", Ownership.PRIVATE).score());
    }

    @Test
    void the_weight_of_its_topic_multiplies_the_outlets_and_nothing_else() {
        var plain = of(1, "2026-03-10T06:00:00Z", Ownership.PRIVATE);
        var heavy = of(2.5, "2026-03-10T06:00:00Z", Ownership.PRIVATE);

        assertThat(plain.score()).isEqualTo(2 - 1);
        assertThat(heavy.score()).isEqualTo(5 - 1);
        assertThat(heavy.reason()).isEqualTo("1 outlet, independent, times 2.5 for its topic; newest 6 h old");
        assertThat(of(0, "2026-03-10T06:00:00Z", Ownership.PRIVATE).score()).isEqualTo(-1);
    }
}
