package org.dailybriefing.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.dailybriefing.House;
import org.dailybriefing.subscriber.SignedLinks.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that act without a login, and the key that signs them. */
class SignedLinksTest {

    @TempDir
    Path folder;

    private static String link(House house, long subscription) {
        String address = house.get(SignedLinks.class).unsubscribe(subscription);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @Test
    void a_link_leads_to_its_subscription() {
        try (House house = House.open(folder, "--briefing.base-url=https://news.example.org/")) {
            assertThat(house.get(SignedLinks.class).unsubscribe(1234))
                    .matches("https://news\\.example\\.org/unsubscribe/1234-[A-Za-z0-9_-]{22}");
            assertThat(house.get(SignedLinks.class).verify(Purpose.UNSUBSCRIBE, link(house, 1234)))
                    .hasValue(1234);
        }
    }

    @Test
    void a_changed_character_anywhere_in_it_is_refused() {
        try (House house = House.open(folder)) {
            SignedLinks links = house.get(SignedLinks.class);
            String link = link(house, 1234);
            for (int i = 0; i < link.length(); i++) {
                for (char other : "AZaz059-_ ".toCharArray()) {
                    String changed = link.substring(0, i) + other + link.substring(i + 1);
                    if (!changed.equals(link)) {
                        assertThat(links.verify(Purpose.UNSUBSCRIBE, changed))
                                .as(changed)
                                .isEmpty();
                    }
                }
                assertThat(links.verify(Purpose.UNSUBSCRIBE, link.substring(0, i)))
                        .as("cut at " + i)
                        .isEmpty();
            }
            assertThat(links.verify(Purpose.UNSUBSCRIBE, link + "A")).isEmpty();
            assertThat(links.verify(Purpose.UNSUBSCRIBE, "0" + link)).isEmpty();
            assertThat(links.verify(Purpose.UNSUBSCRIBE, "99999999999999999999-" + link))
                    .isEmpty();
        }
    }

    @Test
    void the_key_survives_a_restart_and_is_for_its_owner_only() throws IOException {
        String before;
        try (House house = House.open(folder)) {
            before = link(house, 7);
        }
        try (House house = House.open(folder)) {
            assertThat(house.get(SignedLinks.class).verify(Purpose.UNSUBSCRIBE, before))
                    .hasValue(7);
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("data").resolve("secret")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void houses_have_keys_of_their_own() {
        try (House one = House.open(folder.resolve("one"));
                House other = House.open(folder.resolve("other"))) {
            assertThat(other.get(SignedLinks.class).verify(Purpose.UNSUBSCRIBE, link(one, 7)))
                    .isEmpty();
        }
    }

    @Test
    void two_houses_with_one_secret_honour_each_other() {
        String secret = "--briefing.secret=" + "0123456789abcdef".repeat(2);
        try (House one = House.open(folder.resolve("one"), secret);
                House other = House.open(folder.resolve("other"), secret)) {
            assertThat(other.get(SignedLinks.class).verify(Purpose.UNSUBSCRIBE, link(one, 7)))
                    .hasValue(7);
        }
    }

    @Test
    void a_link_for_one_purpose_is_none_for_another() {
        try (House house = House.open(folder, "--briefing.base-url=https://news.example.org")) {
            SignedLinks links = house.get(SignedLinks.class);
            String preferences = links.preferences(1234);
            String token = preferences.substring(preferences.lastIndexOf('/') + 1);

            assertThat(preferences).matches("https://news\\.example\\.org/preferences/1234-[A-Za-z0-9_-]{22}");
            assertThat(links.verify(Purpose.PREFERENCES, token)).hasValue(1234);
            assertThat(links.verify(Purpose.UNSUBSCRIBE, token)).isEmpty();
            assertThat(links.verify(Purpose.PREFERENCES, link(house, 1234))).isEmpty();
        }
    }

    @Test
    void the_links_of_years_ago_still_hold() {
        try (House house = House.open(folder, "--briefing.secret=" + "0123456789abcdef".repeat(2))) {
            assertThat(house.get(SignedLinks.class).verify(Purpose.UNSUBSCRIBE, "7-3D93dJn0tlp5LtK4MofqaQ"))
                    .hasValue(7);
        }
    }
}
