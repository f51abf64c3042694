package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dailybriefing.Desks;
import org.dailybriefing.delivery.Lanes.Ticket;
import org.junit.jupiter.api.Test;

/** Domains with a limit wait by themselves, and hold nobody else up. */
class LanesTest {

    private static Lanes lanes(long allowance, String... limits) {
        var settings = new HashMap<String, Object>(
                Map.of("delivery.domains[0].names[0]", "slow.example", "delivery.domains[0].connections", 1));
        for (String limit : limits) {
            settings.put(limit.split("=")[0], limit.split("=")[1]);
        }
        return new Lanes(Desks.settings(settings).delivery(), allowance);
    }

    @Test
    void one_connection_at_a_time_serves_a_domain_that_wants_no_more() {
        Lanes lanes = lanes(1_000);

        assertThat(lanes.ticket(1, 10)).isEqualTo(new Ticket("slow.example", 10));
        assertThat(lanes.ticket(3, 10)).isEqualTo(new Ticket(Lanes.OPEN, 10));
        lanes.leave(1);
        assertThat(lanes.ticket(3, 10)).isEqualTo(new Ticket("slow.example", 10));
    }

    @Test
    void a_lane_with_nothing_due_is_not_asked_again() {
        Lanes lanes = lanes(1_000);
        for (String name : List.of(Lanes.OPEN, "slow.example")) {
            lanes.claimed(new Ticket(name, 10), 0);
        }

        assertThat(lanes.ticket(0, 10)).isNull();
        assertThat(lanes.areEmpty()).isTrue();
    }

    @Test
    void what_was_not_found_may_be_claimed_by_others() {
        Lanes lanes = lanes(10);

        Ticket all = Objects.requireNonNull(lanes.ticket(0, 64));
        assertThat(all).isEqualTo(new Ticket(Lanes.OPEN, 10));
        assertThat(lanes.isDayFull()).isTrue();
        lanes.claimed(all, 4);
        assertThat(lanes.ticket(0, 64)).isEqualTo(new Ticket(Lanes.OPEN, 6));
    }

    @Test
    void a_domain_gets_no_more_than_its_share_of_a_minute() {
        Lanes lanes = lanes(1_000, "delivery.domains[0].per-minute=120");

        assertThat(lanes.ticket(1, 64)).isEqualTo(new Ticket("slow.example", 2));
        lanes.leave(1);
        assertThat(lanes.ticket(1, 64)).isEqualTo(new Ticket(Lanes.OPEN, 64));
    }

    @Test
    void what_a_domain_may_not_have_is_left_for_the_others() {
        Lanes lanes = lanes(1_000, "delivery.per-minute=600", "delivery.domains[0].per-minute=120");

        assertThat(lanes.ticket(1, 64)).isEqualTo(new Ticket("slow.example", 2));
        assertThat(lanes.ticket(2, 64)).isEqualTo(new Ticket(Lanes.OPEN, 8));
    }
}
