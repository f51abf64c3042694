package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.dailybriefing.Bounced;
import org.dailybriefing.House;
import org.dailybriefing.Mailed;
import org.dailybriefing.Stores;
import org.dailybriefing.delivery.BounceStore.Returned;
import org.dailybriefing.delivery.Bounces.Outcome;
import org.dailybriefing.mail.bounce.BounceReader;
import org.dailybriefing.subscriber.SubscriberStore;
import org.dailybriefing.subscriber.SubscriberSync;
import org.dailybriefing.subscriber.SuppressionStore;
import org.dailybriefing.subscriber.SuppressionStore.Suppression;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What follows from a mail that came back, on both databases. */
class BouncesTest {

    @TempDir
    Path folder;

    private static Outcome take(House house, String report) {
        return take(house, report, UUID.randomUUID().toString());
    }

    private static Outcome take(House house, String report, String key) {
        return house.get(Bounces.class)
                .take(
                        BounceReader.read(report.getBytes(StandardCharsets.UTF_8))
                                .orElseThrow(),
                        key,
                        house.clock().instant());
    }

    private static List<String> suppressed(House house) {
        return house.get(SuppressionStore.class).all().stream()
                .map(Suppression::email)
                .toList();
    }

    private static long rows(House house) {
        return house.get(JdbcClient.class)
                .sql("select count(*) from bounce")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void an_address_that_is_gone_is_suppressed_at_once_in_all_editions_whatever_the_list_says(Stores store)
            throws IOException {
        House.writeEdition(folder, List.of("http://127.0.0.1:9/nothing.xml"));
        Path templates = folder.resolve("templates");
        FileSystemUtils.copyRecursively(templates.resolve(House.EDITION), templates.resolve("second"));
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            SubscriberStore subscribers = house.get(SubscriberStore.class);

            assertThat(take(house, mailed.to(1).by("postfix"))).isEqualTo(Outcome.SUPPRESSED);

            assertThat(house.get(SuppressionStore.class).all())
                    .containsExactly(new Suppression(Mailed.reader(1), "hard bounce", "2026-03-10T10:00:00.000Z"));
            FileSystemUtils.copyRecursively(templates.resolve(House.EDITION), templates.resolve("third"));
            assertThat(house.get(SubscriberSync.class).sync())
                    .as("the list has him still")
                    .isEmpty();
            for (String edition : List.of(House.EDITION, "second")) {
                assertThat(subscribers.audience(edition)).as(edition).isEqualTo(2);
                assertThat(house.get(SubscriberSync.class).audience(edition)).isEqualTo(2);
            }
            assertThat(house.get(JdbcClient.class)
                            .sql("select distinct status, changed_by from subscription where subscriber_id = 1")
                            .query((row, n) -> row.getString(1) + " " + row.getString(2))
                            .list())
                    .containsExactly("ended suppression");
            assertThat(take(house, mailed.to(1).by("gmail")))
                    .as("once is enough")
                    .isEqualTo(Outcome.NOTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_is_suppressed_is_not_subscribed_to_a_new_edition_either(Stores store) throws IOException {
        String[] database = store.fresh();
        try (House house = House.open(folder, database)) {
            take(house, new Mailed(house).to(1).by("exchange"));
        }
        Path templates = folder.resolve("templates");
        FileSystemUtils.copyRecursively(templates.resolve(House.EDITION), templates.resolve("second"));
        try (House house = House.open(folder, database)) {
            house.get(SubscriberSync.class).sync();

            assertThat(house.get(JdbcClient.class)
                            .sql("select count(*) from subscription where edition = 'second'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void soft_ones_suppress_when_three_mails_in_a_row_came_back(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            Bounced first = mailed.to(1);
            assertThat(take(house, first.by("sendmail"))).isEqualTo(Outcome.NOTED);
            assertThat(take(house, first.by("sendmail")))
                    .as("two reports on one mail are one")
                    .isEqualTo(Outcome.NOTHING_NEW);
            assertThat(take(house, mailed.to(1).by("sendmail"))).isEqualTo(Outcome.NOTED);
            assertThat(take(house, mailed.to(2).by("sendmail")))
                    .as("somebody else's")
                    .isEqualTo(Outcome.NOTED);
            assertThat(suppressed(house)).isEmpty();

            assertThat(take(house, mailed.to(1).by("sendmail"))).isEqualTo(Outcome.SUPPRESSED);

            assertThat(suppressed(house)).containsExactly(Mailed.reader(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_that_was_accepted_and_stayed_away_counts_them_back_to_zero(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            take(house, mailed.to(1).by("sendmail"));
            take(house, mailed.to(1).by("sendmail"));
            mailed.to(1);
            take(house, mailed.to(1).by("sendmail"));
            assertThat(take(house, mailed.to(1).by("sendmail"))).isEqualTo(Outcome.NOTED);
            assertThat(take(house, mailed.to(1).by("sendmail"))).isEqualTo(Outcome.SUPPRESSED);
        }
    }

    /** A relay accepts every mail and reports days later, when others have been accepted since. */
    @ParameterizedTest
    @EnumSource
    void mails_on_which_the_report_is_still_to_come_count_nothing_back(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            List<Bounced> mails = Stream.generate(() -> mailed.to(1)).limit(6).toList();

            assertThat(take(house, mails.get(2).by("sendmail"))).isEqualTo(Outcome.NOTED);
            assertThat(take(house, mails.get(0).by("sendmail"))).isEqualTo(Outcome.NOTED);
            assertThat(take(house, mails.get(1).by("sendmail"))).isEqualTo(Outcome.SUPPRESSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void after_thirty_days_a_soft_one_is_forgotten(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            take(house, mailed.to(1).by("sendmail"));
            take(house, mailed.to(1).by("sendmail"));
            house.clock().advance(Duration.ofDays(31));
            take(house, mailed.to(1).by("sendmail"));
            assertThat(take(house, mailed.to(1).by("sendmail"))).isEqualTo(Outcome.NOTED);
            assertThat(take(house, mailed.to(1).by("sendmail"))).isEqualTo(Outcome.SUPPRESSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_calls_the_mail_spam_gets_no_more(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            assertThat(take(house, mailed.to(1).by("complaint"))).isEqualTo(Outcome.SUPPRESSED);
            assertThat(take(
                            house,
                            mailed.to(2).withReturnAddress("news@news.example").by("complaint")))
                    .as("known by the signed link alone")
                    .isEqualTo(Outcome.SUPPRESSED);
            assertThat(house.get(SuppressionStore.class).all())
                    .extracting(Suppression::reason)
                    .containsExactly("complaint", "complaint");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_says_nothing_of_the_address_suppresses_nobody(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            for (String said : List.of(
                    "5.7.1 smtp; 550 5.7.1 blocked",
                    "4.7.1 smtp; 450 4.7.1 greylisted",
                    "4.7.28 smtp; 421 4.7.28 unusual rate",
                    "4.3.2 smtp; 421 4.3.2 busy",
                    "5.3.4 smtp; 552 5.3.4 too large",
                    "5.7.8 smtp; 535 5.7.8 no such login")) {
                String report = mailed.to(1)
                        .by("postfix")
                        .replaceAll("(?m)^Status: .*$", "Status: " + said.substring(0, said.indexOf(' ')))
                        .replaceAll(
                                "(?ms)^Diagnostic-Code:.*?table\\R",
                                "Diagnostic-Code: " + said.substring(said.indexOf(' ') + 1) + "\r\n");
                assertThat(take(house, report)).as(said).isEqualTo(Outcome.NOTED);
            }
            assertThat(take(house, mailed.to(1).by("postfix-delayed"))).isEqualTo(Outcome.NOTHING_NEW);
            assertThat(suppressed(house)).isEmpty();
            assertThat(house.get(SubscriberStore.class).audience(House.EDITION)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_report_without_a_proof_is_ignored(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            // so that nobody's number is that of his subscription
            house.get(JdbcClient.class)
                    .sql(
                            "insert into subscriber (email, created) values ('left@example.org', '2026-01-01T00:00:00.000Z')")
                    .update();
            var mailed = new Mailed(house);
            Bounced mine = mailed.to(1);
            Bounced other = mailed.to(2);
            Bounced bare = mine.withReturnAddress("bounce@news.example").withLink("https://x.example/leave");
            String forgedCode = mine.returnAddress()
                    .replaceAll("[0-9a-f](?=@)", mine.returnAddress().contains("0@") ? "1" : "0");
            String othersCode =
                    mine.returnAddress().replace("+" + Mailed.delivery(mine) + "-", "+" + Mailed.delivery(other) + "-");

            assertThat(take(house, bare.by("postfix")))
                    .as("a Message-ID can be guessed")
                    .isEqualTo(Outcome.NOT_OURS);
            assertThat(take(house, bare.withReturnAddress(forgedCode).by("postfix")))
                    .isEqualTo(Outcome.NOT_OURS);
            assertThat(take(house, bare.withReturnAddress(othersCode).by("postfix")))
                    .isEqualTo(Outcome.NOT_OURS);
            assertThat(take(house, bare.withLink(other.link()).by("exim")))
                    .as("somebody else's link")
                    .isEqualTo(Outcome.NOT_OURS);
            assertThat(take(
                            house,
                            bare.withLink(mine.link().replaceFirst("/\\d+-", "/999-"))
                                    .by("exim")))
                    .isEqualTo(Outcome.NOT_OURS);
            assertThat(take(house, bare.withLink(mine.link()).by("qmail")))
                    .as("a letter must come to the address with the code")
                    .isEqualTo(Outcome.NOT_OURS);
            assertThat(take(house, bare.by("complaint"))).isEqualTo(Outcome.NOT_OURS);

            assertThat(rows(house)).isZero();
            assertThat(suppressed(house)).isEmpty();
            assertThat(take(house, bare.withLink(mine.link()).by("exim")))
                    .as("the true link")
                    .isEqualTo(Outcome.SUPPRESSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_report_that_comes_again_changes_nothing(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            Bounced mail = new Mailed(house).to(1);
            assertThat(take(house, mail.by("postfix"), "key")).isEqualTo(Outcome.SUPPRESSED);
            assertThat(take(house, mail.by("postfix"), "key")).isEqualTo(Outcome.NOTHING_NEW);
            assertThat(rows(house)).isEqualTo(1);

            house.get(SuppressionStore.class).lift(mail.to(), house.clock().instant());
            assertThat(take(house, mail.by("postfix"), "key")).isEqualTo(Outcome.NOTHING_NEW);
            assertThat(take(house, mail.by("postfix"), "another key"))
                    .as("the same mail once more")
                    .isEqualTo(Outcome.NOTHING_NEW);
            assertThat(suppressed(house)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_address_behind_the_reader_s_own_that_is_gone_is_a_soft_one(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            assertThat(take(
                            house,
                            mailed.to(1).withTo("forwarded@elsewhere.example").by("postfix")))
                    .isEqualTo(Outcome.NOTED);
            assertThat(take(
                            house,
                            mailed.to(1).withTo("forwarded@elsewhere.example").by("several")))
                    .as("others got it")
                    .isEqualTo(Outcome.NOTHING_NEW);
            assertThat(suppressed(house)).isEmpty();
            assertThat(take(house, mailed.to(1).by("several"))).as("he didn't").isEqualTo(Outcome.SUPPRESSED);
            assertThat(take(house, mailed.to(2).by("postfix").replaceAll("(Final|Original)-Recipient: .*\r\n", "")))
                    .as("the code alone says who")
                    .isEqualTo(Outcome.SUPPRESSED);
            Bounced capitals = mailed.to(3);
            assertThat(take(
                            house,
                            capitals.withTo(capitals.to().toUpperCase(Locale.ROOT))
                                    .by("postfix")))
                    .isEqualTo(Outcome.SUPPRESSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusals_in_the_conversation_count_the_same(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            Bounces bounces = house.get(Bounces.class);
            var now = house.clock().instant();
            long hard = Mailed.delivery(mailed.to(1));
            bounces.rejected(hard, "550 5.1.1 user unknown", now);
            bounces.rejected(hard, "550 5.1.1 user unknown", now);
            assertThat(suppressed(house)).containsExactly(Mailed.reader(1));
            assertThat(rows(house)).isEqualTo(1);

            for (String reply :
                    List.of("550 5.7.1 blocked", "552 5.3.4 too large", "530 5.7.0 log in", "421 go away")) {
                bounces.rejected(Mailed.delivery(mailed.to(2)), reply, now);
            }
            bounces.rejected(Mailed.delivery(mailed.to(2)), "552 5.2.2 full", now);
            take(house, mailed.to(2).by("sendmail"));
            assertThat(suppressed(house)).containsExactly(Mailed.reader(1));
            bounces.rejected(Mailed.delivery(mailed.to(2)), "552 5.2.2 full", now);
            assertThat(suppressed(house)).containsExactly(Mailed.reader(1), Mailed.reader(2));
            bounces.rejected(999_999, "550 5.1.1 user unknown", now);
        }
    }

    @ParameterizedTest
    @EnumSource
    void words_that_a_database_would_choke_on_are_kept_without_what_it_chokes_on(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            String smile = "\uD83D\uDE42";
            // one of them is cut in the middle
            for (String before : List.of("x".repeat(440), "x".repeat(441))) {
                String report = mailed.to(1)
                        .by("qmail")
                        .replace("Subject:", "Content-Type: text/plain; charset=utf-8\r\nSubject:")
                        .replace("Sorry, ", before + smile.repeat(50) + " Sorry, ");
                assertThat(take(house, report)).isNotEqualTo(Outcome.NOT_OURS);
            }
            house.get(Bounces.class)
                    .rejected(
                            Mailed.delivery(mailed.to(2)),
                            "550 5.1.1 \0 no\uD83D \r\n such user",
                            house.clock().instant());
            assertThat(house.get(JdbcClient.class)
                            .sql("select words from bounce where subscriber_id = 2")
                            .query(String.class)
                            .single())
                    .isEqualTo("550 5.1.1 no such user");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lifted_suppression_is_a_new_beginning(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            var now = house.clock().instant();
            SuppressionStore suppressions = house.get(SuppressionStore.class);
            for (int i = 0; i < 3; i++) {
                take(house, mailed.to(1).by("sendmail"));
            }
            assertThat(house.get(SubscriberStore.class).audience(House.EDITION)).isEqualTo(2);

            assertThat(suppressions.lift(Mailed.reader(1), now)).isTrue();
            assertThat(suppressions.lift(Mailed.reader(1), now)).as("twice").isFalse();
            house.get(SubscriberSync.class).sync();

            assertThat(house.get(SubscriberStore.class).audience(House.EDITION)).isEqualTo(3);
            take(house, mailed.to(1).by("sendmail"));
            assertThat(take(house, mailed.to(1).by("sendmail"))).isEqualTo(Outcome.NOTED);
            assertThat(take(house, mailed.to(1).by("sendmail"))).isEqualTo(Outcome.SUPPRESSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_left_himself_does_not_come_back_when_a_suppression_is_lifted(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            new Mailed(house);
            var now = house.clock().instant();
            house.get(SubscriberStore.class).leave(1, now);
            house.get(SuppressionStore.class).suppress(Mailed.reader(1), "operator", now);
            house.get(SuppressionStore.class).lift(Mailed.reader(1), now);
            house.get(SubscriberSync.class).sync();

            assertThat(house.get(SubscriberStore.class).audience(House.EDITION)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_came_back_of_an_issue_is_counted_by_kind(Stores store) {
        try (House house = House.open(folder, store.fresh())) {
            var mailed = new Mailed(house);
            long issue = mailed.issue();
            take(house, mailed.bounced(issue, 1).by("postfix"));
            take(house, mailed.bounced(issue, 2).by("sendmail"));
            Bounced third = mailed.bounced(issue, 3);
            take(house, third.by("policy"));
            take(house, third.by("complaint"));
            take(house, mailed.to(2).by("sendmail"));

            assertThat(house.get(BounceStore.class).returned(issue)).isEqualTo(new Returned(1, 1, 1, 1, 2));
        }
    }
}
