package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.Stores;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.delivery.DeliveryLedger.Claim;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueCompiler;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.ops.Approval;
import org.dailybriefing.subscriber.PreferenceStore;
import org.dailybriefing.subscriber.Preferences;
import org.dailybriefing.subscriber.SubscriberStore;
import org.dailybriefing.subscriber.SubscriberSync;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invariants of the ledger, on both databases. */
class DeliveryLedgerTest {

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();

    private House house(Stores store, int subscribers) {
        House.writeSubscribers(folder, subscribers);
        return Samples.house(folder, feeds, store.fresh());
    }

    private static Issue approved(House house) {
        house.get(SubscriberSync.class).sync();
        house.get(Collector.class).collect(house.edition().sources(), Round.ALL);
        Issue draft = house.get(IssueCompiler.class)
                .compile(
                        house.edition(),
                        house.edition().timetable().date(house.clock().instant()))
                .issue();
        return house.get(Approval.class).approve(draft, "test");
    }

    private static Issue sending(House house) {
        Issue issue = approved(house);
        house.get(DeliveryLedger.class).freeze(issue, "test", house.clock().instant());
        return house.get(IssueStore.class).get(issue.id());
    }

    @ParameterizedTest
    @EnumSource
    void the_audience_is_frozen_once(Stores store) {
        try (House house = house(store, 3)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = approved(house);

            assertThat(ledger.freeze(issue, "test", house.clock().instant())).isEqualTo(3);
            assertThatThrownBy(() -> ledger.freeze(issue, "test", house.clock().instant()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is sending and cannot become sending");

            assertThat(ledger.accounting(issue.id())).isEqualTo(new Accounting(3, 0, 0, 0, 0, 0, 3));
            assertThat(house.get(IssueStore.class).get(issue.id()).status()).isEqualTo(IssueStatus.SENDING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void several_senders_never_claim_one_row_twice(Stores store) throws Exception {
        try (House house = house(store, 60)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = sending(house);
            var senders = Executors.newFixedThreadPool(6);

            var claims = IntStream.range(0, 6)
                    .mapToObj(i -> senders.submit(() -> {
                        var mine = new ArrayList<Long>();
                        while (ledger.claim(issue, "sender" + i, house.clock().instant())
                                instanceof Claim.InFlight claim) {
                            mine.add(claim.delivery().id());
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
            Issue issue = sending(house);
            Instant now = house.clock().instant();
            house.get(SubscriberStore.class).leave(1, now);

            assertThat(ledger.claim(issue, "me", now)).isInstanceOf(Claim.Skipped.class);
            assertThat(ledger.claim(issue, "me", now)).isInstanceOf(Claim.InFlight.class);
            assertThat(ledger.claim(issue, "me", now)).isInstanceOf(Claim.NothingDue.class);
            assertThat(ledger.accounting(issue.id())).isEqualTo(new Accounting(2, 0, 0, 0, 1, 0, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_dead_sender_had_in_flight_is_uncertain_and_stays_so(Stores store) {
        try (House house = house(store, 2)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = sending(house);
            Instant then = house.clock().instant();
            ledger.beat("dead", then);
            ledger.beat("alive", then);
            ledger.claim(issue, "dead", then);
            ledger.claim(issue, "alive", then);

            Instant now = then.plusSeconds(60);
            ledger.beat("alive", now);
            assertThat(ledger.recover(now.minusSeconds(30), now)).isEqualTo(1);

            assertThat(ledger.accounting(issue.id())).isEqualTo(new Accounting(2, 0, 0, 0, 0, 1, 1));
            assertThat(ledger.claim(issue, "next", now)).isInstanceOf(Claim.NothingDue.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_temporary_refusal_waits_and_expires_with_the_issue(Stores store) {
        try (House house = house(store, 1)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = sending(house);
            Instant now = house.clock().instant();
            var claim = (Claim.InFlight) ledger.claim(issue, "me", now);
            ledger.settle(claim.delivery(), DeliveryStatus.PENDING, "450 later", now.plusSeconds(300), now);

            assertThat(ledger.claim(issue, "me", now.plusSeconds(299))).isInstanceOf(Claim.NothingDue.class);
            assertThat(ledger.claim(issue, "me", now.plusSeconds(300))).isInstanceOf(Claim.InFlight.class);
            ledger.settle(claim.delivery(), DeliveryStatus.PENDING, "450 later", now.plusSeconds(900), now);

            Instant late = now.plus(Duration.ofHours(7));
            assertThat(ledger.expire(issue, late.minus(Duration.ofHours(6)), late))
                    .isEqualTo(1);
            assertThat(ledger.accounting(issue.id())).isEqualTo(new Accounting(1, 0, 0, 1, 0, 0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_status_moves_only_along_the_transition_table(Stores store) {
        try (House house = house(store, 1)) {
            DeliveryLedger ledger = house.get(DeliveryLedger.class);
            Issue issue = sending(house);
            Instant now = house.clock().instant();
            var claim = (Claim.InFlight) ledger.claim(issue, "me", now);
            ledger.settle(claim.delivery(), DeliveryStatus.ACCEPTED, "250 ok", null, now);

            assertThatThrownBy(() -> ledger.settle(claim.delivery(), DeliveryStatus.PENDING, "", null, now))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is accepted and cannot become pending");
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
            Issue issue = sending(house);
            Instant now = house.clock().instant();
            house.get(JdbcClient.class)
                    .sql("update subscriber set zone = 'Asia/Atlantis' where email = 'c@example.org'")
                    .update();
            PreferenceStore preferences = house.get(PreferenceStore.class);
            preferences.keep(4, new Preferences("Dora", ZoneId.of("Europe/Oslo")));
            preferences.keep(5, new Preferences(null, null));

            var claims = Stream.generate(() -> house.get(DeliveryLedger.class).claim(issue, "me", now))
                    .limit(5)
                    .map(claim -> ((Claim.InFlight) claim).delivery())
                    .toList();

            assertThat(claims)
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
