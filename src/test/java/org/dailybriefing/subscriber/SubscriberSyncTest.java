package org.dailybriefing.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.House;
import org.dailybriefing.Stores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The operator's list and what it may do to subscriptions, on both databases. */
class SubscriberSyncTest {

    @TempDir
    Path folder;

    private House house(Stores store, String... listed) {
        list(listed);
        House house = House.open(folder, store.fresh());
        assertThat(house.get(SubscriberSync.class).sync()).isEmpty();
        return house;
    }

    private void list(String... addresses) {
        House.write(
                folder.resolve("subscribers.yml"),
                Stream.of(addresses)
                        .map(address -> "  - { email: \"" + address + "\" }\n")
                        .collect(Collectors.joining("", "subscribers:\n", "")));
    }

    private static Map<String, String> statuses(House house) {
        var statuses = new TreeMap<String, String>();
        house.get(JdbcClient.class)
                .sql("""
                        select email, status from subscription
                        join subscriber on subscriber.id = subscription.subscriber_id""")
                .query((row, number) -> statuses.put(row.getString("email"), row.getString("status")))
                .list();
        return statuses;
    }

    private static long audience(House house) {
        return house.get(SubscriberStore.class).audience(House.EDITION);
    }

    private static void leave(House house, String email) {
        long subscription = house.get(JdbcClient.class)
                .sql("""
                        select subscription.id from subscription
                        join subscriber on subscriber.id = subscription.subscriber_id where email = :email""")
                .param("email", email)
                .query(Long.class)
                .single();
        house.get(SubscriberStore.class).leave(subscription, house.clock().instant());
    }

    @ParameterizedTest
    @EnumSource
    void who_is_listed_is_active_and_who_is_taken_out_is_not(Stores store) {
        try (House house = house(store, "a@example.org", "b@example.org", "c@example.org")) {
            assertThat(audience(house)).isEqualTo(3);

            list("a@example.org", "c@example.org", "d@example.org");
            assertThat(house.get(SubscriberSync.class).sync()).isEmpty();

            assertThat(statuses(house))
                    .isEqualTo(Map.of(
                            "a@example.org", "active",
                            "b@example.org", "ended",
                            "c@example.org", "active",
                            "d@example.org", "active"));
            assertThat(audience(house)).isEqualTo(3);

            list("a@example.org", "b@example.org", "c@example.org", "d@example.org");
            house.get(SubscriberSync.class).sync();
            assertThat(audience(house))
                    .as("the operator may put back whom he took out")
                    .isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_left_by_himself_stays_out_whatever_the_file_says(Stores store) {
        try (House house = house(store, "a@example.org", "b@example.org", "c@example.org")) {
            leave(house, "b@example.org");
            for (List<String> listed : List.of(
                    List.of("a@example.org", "b@example.org", "c@example.org"),
                    List.of("a@example.org", "c@example.org"),
                    List.of("a@example.org", "B@Example.org", "c@example.org"))) {
                list(listed.toArray(String[]::new));
                assertThat(house.get(SubscriberSync.class).sync()).isEmpty();

                assertThat(statuses(house)).containsEntry("b@example.org", "ended");
                assertThat(audience(house)).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_does_not_fit_changes_nothing_and_says_where(Stores store) {
        try (House house = house(store, "a@example.org", "b@example.org")) {
            Path file = folder.resolve("subscribers.yml");
            Map<String, String> broken = Map.of(
                    "subscribers:\n  - { email: a@example.org\n", " 3:1: not valid YAML, .*\\.",
                    "subscribers:\n  - { email: a@example.org }\n  - { email: c.example.org }\n",
                            " 3:\\d+: .*\"c\\.example\\.org\" is not a mail address\\.",
                    "subscribers:\n  - { email: a@example.org }\n  - { name: C }\n", " 3:\\d+: .*email is missing.*\\.",
                    "subscribers:\n  - { email: a@example.org, mobile: 1 }\n",
                            " 2:\\d+: .*mobile is not known here; check its spelling\\.",
                    "subscriber:\n  - { email: a@example.org }\n",
                            " 2:\\d+: subscriber is not known here; check its spelling\\.");
            broken.forEach((content, sentence) -> {
                House.write(file, content);
                assertThat(house.get(SubscriberSync.class).sync())
                        .hasValueSatisfying(said -> assertThat(said)
                                .startsWith(file.toString())
                                .matches("[^\n]*subscribers\\.yml" + sentence));
            });
            assertThat(statuses(house)).isEqualTo(Map.of("a@example.org", "active", "b@example.org", "active"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_lacks_more_than_half_changes_nothing(Stores store) {
        try (House house = house(store, "a@example.org", "b@example.org", "c@example.org")) {
            list("a@example.org", "d@example.org");
            assertThat(house.get(SubscriberSync.class).sync())
                    .hasValueSatisfying(
                            said -> assertThat(said)
                                    .contains(
                                            "subscribers.yml lacks 2 of the 3 people it listed before, so nothing was changed"));
            assertThat(statuses(house)).doesNotContainKey("d@example.org");
            assertThat(audience(house)).isEqualTo(3);

            House.write(folder.resolve("subscribers.yml"), "");
            assertThat(house.get(SubscriberSync.class).sync()).isPresent();
            assertThat(audience(house)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_address_counts_once_however_it_is_written(Stores store) {
        try (House house = house(store, "A.Reader@Example.ORG", " a.reader@example.org ", "a.reader@example.org")) {
            assertThat(statuses(house)).isEqualTo(Map.of("a.reader@example.org", "active"));

            list("a.reader@EXAMPLE.org");
            assertThat(house.get(SubscriberSync.class).sync()).isEmpty();
            assertThat(audience(house)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_has_left_is_not_put_on_a_second_edition(Stores store) throws IOException {
        try (House house = house(store, "a@example.org", "b@example.org")) {
            leave(house, "a@example.org");
            Path templates = folder.resolve("templates");
            FileSystemUtils.copyRecursively(templates.resolve(House.EDITION), templates.resolve("second"));

            assertThat(house.get(SubscriberSync.class).sync()).isEmpty();

            assertThat(house.get(SubscriberStore.class).audience("second")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_loss_that_the_operator_confirms_is_accepted(Stores store) {
        try (House house = house(store, "a@example.org", "b@example.org", "c@example.org")) {
            list("d@example.org");
            SubscriberSync sync = house.get(SubscriberSync.class);

            assertThat(sync.sync()).hasValueSatisfying(why -> assertThat(why).contains("check --accept-list"));
            assertThat(audience(house)).isEqualTo(3);
            assertThat(sync.audience(House.EDITION))
                    .as("what a send would find")
                    .isEqualTo(1);
            assertThat(sync.sync(SubscriberSync.Loss.ACCEPT)).isEmpty();
            assertThat(statuses(house))
                    .containsEntry("a@example.org", "ended")
                    .containsEntry("d@example.org", "active");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_reader_says_of_himself_outlives_every_reading_of_the_list(Stores store) {
        try (House house = house(store, "a@example.org", "b@example.org")) {
            PreferenceStore preferences = house.get(PreferenceStore.class);
            Preferences own = new Preferences("Ana", ZoneId.of("Europe/Lisbon"));
            list(house, "{ email: a@example.org, name: A, zone: Asia/Tokyo }", "{ email: b@example.org, name: B }");
            assertThat(preferences.reader(1).preferences())
                    .as("until he says something, the list holds")
                    .isEqualTo(new Preferences("A", ZoneId.of("Asia/Tokyo")));

            preferences.keep(1, own);
            list(house, "{ email: a@example.org, name: Other, zone: Asia/Baku }", "{ email: b@example.org, name: C }");
            assertThat(preferences.reader(1).preferences()).isEqualTo(own);
            assertThat(preferences.reader(2).preferences()).isEqualTo(new Preferences("C", null));

            preferences.keep(1, new Preferences(null, null));
            list(house, "{ email: a@example.org, name: A, zone: Asia/Tokyo }", "{ email: b@example.org, name: B }");
            assertThat(preferences.reader(1).preferences())
                    .as("no name and the edition's zone are wishes too")
                    .isEqualTo(new Preferences(null, null));
        }
    }

    private void list(House house, String first, String second) {
        House.write(folder.resolve("subscribers.yml"), "subscribers:\n  - " + first + "\n  - " + second + "\n");
        assertThat(house.get(SubscriberSync.class).sync()).isEmpty();
    }
}
