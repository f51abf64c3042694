package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dailybriefing.beat.Verdict;
import org.dailybriefing.feed.Item;
import org.junit.jupiter.api.Test;

/** No draft can be made that leaves an item of the window without a fate, or gives it two. */
class DraftTest {

    private static final Verdict OFF = new Verdict(Verdict.Kind.OFF, "no rule fits");

    private static Fate fate(Item item) {
        return new Fate(item, Fate.Kind.OFF, OFF, OFF.reason(), null, null);
    }

    @Test
    void each_item_of_the_window_has_one_fate() {
        Item one = Reports.item(1);
        Item two = Reports.item(2);

        for (List<Fate> fates : List.of(
                List.of(fate(one)),
                List.of(fate(one), fate(one)),
                List.of(fate(one), fate(two), fate(two)),
                List.<Fate>of())) {
            assertThatThrownBy(() -> new Draft(List.of(one, two), List.of(), fates))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("2 items were collected in the window, and %d have a fate", fates.size());
        }
    }
}
