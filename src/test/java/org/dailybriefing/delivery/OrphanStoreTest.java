package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.delivery.DeliveryLedger.Claimant;
import org.dailybriefing.delivery.DeliveryLedger.Overtaken;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the rows of a sender that died, or was taken for dead, on both databases. */
class OrphanStoreTest extends SendFixture {

    private static final Claimant ME = new Claimant("me", 0, 1);

    private static Lanes.Ticket some(int rows) {
        return new Lanes.Ticket(Lanes.OPEN, rows);
    }

    @ParameterizedTest
    @EnumSource
    void of_each_line_of_a_dead_sender_one_row_is_in_doubt_and_stays_so(Stores store) {
        try (House house = house(store, 7)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            OrphanStore orphans = house.get(OrphanStore.class);
            Issue issue = Steps.begun(house);
            Instant then = house.clock().instant();
            List<Delivery> first = ledger.claim(issue, new Claimant("dead", 0, 1), some(2), then);
            List<Delivery> second = ledger.claim(issue, new Claimant("dead", 1, 1), some(2), then);
            ledger.claim(issue, new Claimant("alive", 0, 1), some(1), then);

            orphans.adopt("dead", Optional.empty(), then);

            assertThat(house.get(AccountingStore.class).accounting(issue.id()))
                    .isEqualTo(new Accounting(7, 0, 0, 0, 0, 2, 5));
            assertThat(ledger.claim(issue, new Claimant("next", 0, 1), some(10), then))
                    .extracting(Delivery::id, Delivery::attempts)
                    .containsExactly(
                            tuple(first.get(1).id(), 1), tuple(second.get(1).id(), 1), tuple(6L, 1), tuple(7L, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sender_with_rows_in_flight_of_whom_nobody_knows_is_told(Stores store) {
        try (House house = house(store, 3)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            OrphanStore orphans = house.get(OrphanStore.class);
            Issue issue = Steps.begun(house);
            Instant then = house.clock().instant();
            house.get(DispatcherStore.class).enter("alive", issue.id(), false);
            for (String sender : List.of("alive", "stray")) {
                ledger.claim(issue, new Claimant(sender, 0, 1), some(1), then);
            }
            ledger.claim(issue, new Claimant("fresh", 0, 1), some(1), then.plusSeconds(30));

            assertThat(orphans.strays(then.plusSeconds(30))).containsExactly("stray");
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_was_taken_for_dead_knows_better(Stores store) {
        try (House house = house(store, 3)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            OrphanStore orphans = house.get(OrphanStore.class);
            Issue issue = Steps.begun(house);
            Instant now = house.clock().instant();
            List<Delivery> rows = ledger.claim(issue, ME, some(3), now);
            orphans.adopt("me", Optional.empty(), now);
            ledger.claim(issue, new Claimant("other", 0, 1), some(1), now);

            List<Settlement> late = rows.stream()
                    .map(row -> new Settlement(row.id(), DeliveryStatus.ACCEPTED, "250 ok", null))
                    .toList();

            assertThat(ledger.settle(late, "me", now))
                    .isEqualTo(new Overtaken(List.of(late.get(0)), List.of(late.get(1), late.get(2))));
            assertThat(house.get(AccountingStore.class).accounting(issue.id()))
                    .isEqualTo(new Accounting(3, 1, 0, 0, 0, 0, 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_waits_in_an_issue_that_was_closed_in_the_meantime(Stores store) {
        try (House house = house(store, 2)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            OrphanStore orphans = house.get(OrphanStore.class);
            Issue issue = Steps.begun(house);
            Instant now = house.clock().instant();
            List<Delivery> rows = ledger.claim(issue, ME, some(1), now);
            rows.addAll(ledger.claim(issue, new Claimant("me", 1, 1), some(1), now));
            orphans.adopt("me", Optional.empty(), now);
            IssueStore issues = house.get(IssueStore.class);
            issues.moves(issues.get(issue.id()), IssueStatus.SENT, "test", "test");

            var unsent = Settlement.untried(rows.get(0).id());
            var accepted = new Settlement(rows.get(1).id(), DeliveryStatus.ACCEPTED, "250 ok", null);

            assertThat(ledger.settle(List.of(unsent, accepted), "me", now))
                    .isEqualTo(new Overtaken(List.of(accepted), List.of(unsent)));
            assertThat(house.get(AccountingStore.class).accounting(issue.id()))
                    .isEqualTo(new Accounting(2, 1, 0, 0, 0, 1, 0));
        }
    }
}
