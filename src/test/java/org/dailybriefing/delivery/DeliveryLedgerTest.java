package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.delivery.DeliveryLedger.Claimant;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.ops.Sending;
import org.dailybriefing.subscriber.PreferenceStore;
import org.dailybriefing.subscriber.Preferences;
import org.dailybriefing.subscriber.SubscriberStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invariants of the ledger, on both databases. */
class DeliveryLedgerTest extends SendFixture {

    private static final Claimant ME = new Claimant("me", 0, 1);

    private static Lanes.Ticket some(int rows) {
        return new Lanes.Ticket(Lanes.OPEN, rows);
    }

    private static List<Settlement> settle(
            DeliveryLedger ledger, long id, DeliveryStatus next, @Nullable Instant nextAttempt, Instant now) {
        return ledger.settle(List.of(new Settlement(id, next, "the reply", nextAttempt)), "me", now)
                .lost();
    }

    @ParameterizedTest
    @EnumSource
    void the_audience_is_frozen_once(Stores store) {
        try (House house = house(store, 3)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = Steps.approved(house);

            assertThat(ledger.freeze(issue, List.of(), "test", house.clock().instant()))
                    .isEqualTo(3);
            assertThatThrownBy(() -> ledger.freeze(
                            issue, List.of(), "test", house.clock().instant()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is sending already");

            assertThat(house.get(AccountingStore.class).accounting(issue.id()))
                    .isEqualTo(new Accounting(3, 0, 0, 0, 0, 0, 3));
            assertThat(house.get(IssueStore.class).get(issue.id()).status()).isEqualTo(IssueStatus.SENDING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void several_senders_never_claim_one_row_twice(Stores store) throws Exception {
        try (House house = house(store, 60)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = Steps.begun(house);
            var senders = Executors.newFixedThreadPool(6);

            var claims = IntStream.range(0, 6)
                    .mapToObj(i -> senders.submit(() -> {
                        var mine = new ArrayList<Long>();
                        for (long turn = 1; ; turn++) {
                            List<Delivery> rows = ledger.claim(
                                    issue,
                                    new Claimant("sender" + i, 0, turn),
                                    some(3),
                                    house.clock().instant());
                            if (rows.isEmpty()) {
                                break;
                            }
                            rows.forEach(row -> mine.add(row.id()));
                        }
                        return mine;
                    }))
                    .toList();
            var all = new ArrayList<Long>();
            for (var claim : claims) {
                all.addAll(claim.get());
            }
            senders.shutdown();

            assertThat(all).hasSize(60).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_leaves_after_the_freeze_is_skipped_at_the_moment_of_sending(Stores store) {
        try (House house = house(store, 2)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = Steps.begun(house);
            Instant now = house.clock().instant();
            house.get(SubscriberStore.class).leave(1, now);

            assertThat(ledger.claim(issue, ME, some(10), now))
                    .extracting(Delivery::email)
                    .containsExactly("reader2@example.org");
            assertThat(house.get(AccountingStore.class).accounting(issue.id()))
                    .isEqualTo(new Accounting(2, 0, 0, 0, 1, 0, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_comes_behind_those_who_have_left_is_claimed_all_the_same(Stores store) {
        try (House house = house(store, 3)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = Steps.begun(house);
            Instant now = house.clock().instant();
            house.get(SubscriberStore.class).leave(1, now);
            house.get(SubscriberStore.class).leave(2, now);

            assertThat(ledger.claim(issue, ME, some(1), now))
                    .extracting(Delivery::email)
                    .containsExactly("reader3@example.org");
            assertThat(ledger.claim(issue, ME, some(1), now)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_leaves_after_the_claim_is_known(Stores store) {
        try (House house = house(store, 2)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = Steps.begun(house);
            Instant now = house.clock().instant();
            List<Delivery> claimed = ledger.claim(issue, ME, some(10), now);
            house.get(SubscriberStore.class).leave(2, now);

            assertThat(ledger.wanted(claimed.stream().map(Delivery::id).toList()))
                    .containsExactly(claimed.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_temporary_refusal_waits_and_expires_with_the_issue(Stores store) {
        try (House house = house(store, 1)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = Steps.begun(house);
            Instant now = house.clock().instant();
            long id = ledger.claim(issue, ME, some(1), now).get(0).id();
            settle(ledger, id, DeliveryStatus.PENDING, now.plusSeconds(300), now);

            assertThat(ledger.claim(issue, ME, some(1), now.plusSeconds(299))).isEmpty();
            assertThat(ledger.claim(issue, ME, some(1), now.plusSeconds(300))).hasSize(1);
            settle(ledger, id, DeliveryStatus.PENDING, now.plusSeconds(900), now);

            Instant late = now.plus(Duration.ofHours(7));
            assertThat(ledger.expire(issue, late)).isEqualTo(1);
            assertThat(house.get(AccountingStore.class).accounting(issue.id()))
                    .isEqualTo(new Accounting(1, 0, 0, 1, 0, 0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_status_moves_only_along_the_transition_table(Stores store) {
        try (House house = house(store, 1)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = Steps.begun(house);
            Instant now = house.clock().instant();
            long id = ledger.claim(issue, ME, some(1), now).get(0).id();
            assertThat(settle(ledger, id, DeliveryStatus.EXPIRED, null, now)).hasSize(1);
            assertThat(settle(ledger, id, DeliveryStatus.ACCEPTED, null, now)).isEmpty();

            assertThat(settle(ledger, id, DeliveryStatus.PENDING, null, now)).hasSize(1);
            assertThat(house.get(AccountingStore.class).accounting(issue.id()))
                    .isEqualTo(new Accounting(1, 1, 0, 0, 0, 0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_an_issue_that_was_stopped_nothing_is_claimed_and_nothing_given_up(Stores store) {
        try (House house = house(store, 2)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = Steps.begun(house);
            Instant now = house.clock().instant();
            house.get(Sending.class).stop(issue, "test");

            assertThat(ledger.claim(issue, ME, some(10), now)).isEmpty();
            assertThat(ledger.expire(issue, now)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_issue_is_closed_when_nothing_waits(Stores store) {
        try (House house = house(store, 1)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = Steps.begun(house);
            Instant now = house.clock().instant();

            assertThat(ledger.close(issue, "test")).isFalse();
            long id = ledger.claim(issue, ME, some(1), now).get(0).id();
            assertThat(ledger.close(issue, "test")).isFalse();
            settle(ledger, id, DeliveryStatus.ACCEPTED, null, now);

            assertThat(ledger.close(issue, "test")).isTrue();
            assertThat(house.get(IssueStore.class).get(issue.id()).status()).isEqualTo(IssueStatus.SENT);
            assertThat(ledger.close(issue, "test")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_claim_knows_the_readers_name_and_zone(Stores store) {
        try (House house = house(store, 1)) {
            House.write(folder.resolve("subscribers.yml"), """
                    subscribers:
                      - { email: a@example.org, name: A. Reader, zone: America/Toronto }
                      - { email: b@example.org }
                      - { email: c@example.org, zone: Asia/Tokyo }
                      - { email: d@example.org, name: D, zone: Asia/Tokyo }
                      - { email: e@example.org, name: E, zone: Asia/Tokyo }
                    """);
            Issue issue = Steps.begun(house);
            Instant now = house.clock().instant();
            house.get(JdbcClient.class)
                    .sql("update subscriber set zone = 'Asia/Atlantis' where email = 'c@example.org'")
                    .update();
            PreferenceStore preferences = house.get(PreferenceStore.class);
            preferences.keep(4, new Preferences("Dora", ZoneId.of("Europe/Oslo")));
            preferences.keep(5, new Preferences(null, null));

            assertThat(house.get(DeliveryLedger.class).claim(issue, ME, some(10), now))
                    .extracting(Delivery::email, Delivery::name, Delivery::zone)
                    .containsExactly(
                            tuple("a@example.org", "A. Reader", ZoneId.of("America/Toronto")),
                            tuple("b@example.org", null, null),
                            tuple("c@example.org", null, null),
                            tuple("d@example.org", "Dora", ZoneId.of("Europe/Oslo")),
                            tuple("e@example.org", null, null));
        }
    }
}
