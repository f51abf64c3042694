package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.delivery.DeliveryLedger.Claimant;
import org.dailybriefing.issue.Issue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What a sender still has to write down when others have taken it for dead. */
class LedgerClerkTest extends SendFixture {

    @ParameterizedTest
    @EnumSource
    void all_that_it_knows_is_written_and_nothing_more_is_claimed(Stores store) {
        try (House house = house(store, 6)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = Steps.begun(house);
            Instant now = house.clock().instant();
            List<Delivery> rows = new ArrayList<>();
            for (int line = 0; line < 4; line++) {
                rows.addAll(ledger.claim(issue, new Claimant("me", line, 1), new Lanes.Ticket(Lanes.OPEN, 1), now));
            }
            house.get(OrphanStore.class).adopt("me", Optional.empty(), now);
            assertThat(sums(house, issue).uncertain()).isEqualTo(4);

            try (var clerk = clerk(house, issue)) {
                assertRefused(clerk.settle(accepted(rows.get(0))));
                assertRefused(clerk.claim(0, 2, new Lanes.Ticket(Lanes.OPEN, 1)));
                assertRefused(clerk.settle(accepted(rows.get(1))));
                assertRefused(clerk.settle(Settlement.untried(rows.get(2).id())));
                assertRefused(clerk.settle(Settlement.left(rows.get(3).id())));
            }

            assertThat(sums(house, issue)).isEqualTo(new Accounting(6, 2, 0, 0, 1, 0, 3));
            assertThat(ledger.claim(issue, new Claimant("other", 0, 1), new Lanes.Ticket(Lanes.OPEN, 9), now))
                    .hasSize(3);
        }
    }

    private static LedgerClerk clerk(House house, Issue issue) {
        return new LedgerClerk(
                4,
                issue,
                "me",
                house.get(DeliveryLedger.class),
                house.get(Bounces.class),
                house.get(TransactionTemplate.class),
                house.clock());
    }

    private static Settlement accepted(Delivery row) {
        return new Settlement(row.id(), DeliveryStatus.ACCEPTED, "250 ok", null);
    }

    private static Accounting sums(House house, Issue issue) {
        return house.get(AccountingStore.class).accounting(issue.id());
    }

    private static void assertRefused(CompletableFuture<?> order) {
        assertThatThrownBy(order::join).hasMessageContaining("took this one for dead");
    }
}
