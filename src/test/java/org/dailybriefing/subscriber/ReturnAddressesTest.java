package org.dailybriefing.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import org.dailybriefing.House;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that a mail is sent from, and that prove what a report is about. */
class ReturnAddressesTest {

    private static final String ADDRESS = "bounce@news.example.org";

    @TempDir
    Path folder;

    @Test
    void an_address_leads_to_its_delivery_in_capitals_too_and_behind_a_forwarder() {
        try (House house = House.open(folder)) {
            ReturnAddresses addresses = house.get(ReturnAddresses.class);
            String address = addresses.of(1234, ADDRESS);

            assertThat(address).matches("bounce\\+1234-[0-9a-f]{20}@news\\.example\\.org");
            assertThat(addresses.verify(address)).hasValue(1234);
            assertThat(addresses.verify(address.toUpperCase(Locale.ROOT))).hasValue(1234);
            assertThat(addresses.verify("prvs=0123abcdef=" + address)).hasValue(1234);
            assertThat(addresses.verify("SRS0=ab=cd=news.example.org=" + address.substring(0, address.indexOf('@'))
                            + "@forwarder.example"))
                    .hasValue(1234);
        }
    }

    @Test
    void the_local_part_has_at_most_64_bytes() {
        try (House house = House.open(folder)) {
            String longest = "b".repeat(23) + "@news.example.org";
            new Settings.Bounces(longest, null, null);

            String address = house.get(ReturnAddresses.class).of(999_999_999_999_999_999L, longest);

            assertThat(address.indexOf('@')).isEqualTo(64 - 1);
            assertThat(house.get(ReturnAddresses.class).verify(address)).hasValue(999_999_999_999_999_999L);
        }
    }

    @Test
    void a_changed_letter_anywhere_in_the_code_is_refused() {
        try (House house = House.open(folder)) {
            ReturnAddresses addresses = house.get(ReturnAddresses.class);
            String address = addresses.of(1234, ADDRESS);
            for (int i = address.indexOf('+'); i <= address.indexOf('@'); i++) {
                for (char other : "0189af+-@ x".toCharArray()) {
                    String changed = address.substring(0, i) + other + address.substring(i + 1);
                    if (!changed.equals(address)) {
                        assertThat(addresses.verify(changed)).as(changed).isEmpty();
                    }
                }
            }
            assertThat(addresses.verify("")).isEmpty();
            assertThat(addresses.verify(ADDRESS)).isEmpty();
            assertThat(addresses.verify("bounce+99999999999999999999-" + "a".repeat(20) + "@x"))
                    .isEmpty();
        }
    }

    @Test
    void the_code_of_another_house_or_of_a_link_is_refused() {
        String address;
        String link;
        try (House house = House.open(folder.resolve("a"))) {
            address = house.get(ReturnAddresses.class).of(1234, ADDRESS);
            link = house.get(SignedLinks.class).unsubscribe(1234);
            assertThat(house.get(ReturnAddresses.class)
                            .verify("bounce+" + link.substring(link.lastIndexOf('/') + 1) + "@news.example.org"))
                    .isEmpty();
        }
        try (House house = House.open(folder.resolve("b"))) {
            assertThat(house.get(ReturnAddresses.class).verify(address)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bounce",
                "bounce@",
                "@x.example",
                "a b@x.example",
                "bounce+x@x.example",
                "bounceeeeeeeeeeeeeeeeeeee@x.example",
                "<bounce@x.example>"
            })
    void an_address_that_no_code_can_be_put_into_is_refused(String address) {
        assertThatThrownBy(() -> new Settings.Bounces(address, null, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("briefing.bounces.address is \"" + address + "\"");
    }

    @Test
    void a_mailbox_without_an_address_is_refused() {
        assertThatThrownBy(() -> new Settings.Bounces(" ", "/var/mail/bounce", null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("set the address");
    }
}
