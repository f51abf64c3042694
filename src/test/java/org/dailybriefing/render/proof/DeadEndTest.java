package org.dailybriefing.render.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an address leads is told by its spelling, and nothing is looked up. */
class DeadEndTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "#top",
                "/editions",
                "https:///a",
                "https://",
                "javascript:void(0)",
                "mailto:",
                "mailto:desk"
            })
    void what_is_no_address_leads_nowhere(String address) {
        assertThat(DeadEnd.of(WebAddress.of(address))).contains(DeadEnd.NOWHERE);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/a, localhost",
        "https://desk.localhost, desk.localhost",
        "https://intranet/a, intranet",
        "https://nas.local, nas.local",
        "https://127.0.0.1/, 127.0.0.1",
        "https://10.1.2.3:8443/a, 10.1.2.3",
        "https://user@192.168.0.1/, 192.168.0.1",
        "https://[::1]/, [::1]",
        "https://[fd00::1]:81/, [fd00::1]",
        "https://999.1.1.1/, 999.1.1.1",
        "https://2130706433/, 2130706433"
    })
    void what_only_this_machine_or_its_network_knows_is_inside(String address, String host) {
        assertThat(WebAddress.of(address).host()).isEqualTo(host);
        assertThat(DeadEnd.of(WebAddress.of(address))).contains(DeadEnd.INSIDE);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Example.com/a, example.com",
        "https://www.example.org./a, www.example.org",
        "https://outlet.example/a, outlet.example",
        "https://unsubscribe.invalid/a, unsubscribe.invalid",
        "HTTPS://shop.test, shop.test",
        "mailto:desk@example.net?subject=a, example.net"
    })
    void what_is_kept_for_examples_is_reserved(String address, String host) {
        assertThat(WebAddress.of(address).host()).isEqualTo(host);
        assertThat(DeadEnd.of(WebAddress.of(address))).contains(DeadEnd.RESERVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://examples.com/example.org/",
                "https://news.invalids.com/?u=http://localhost/",
                "https://localhost.news/",
                "https://8.8.8.8/",
                "https://[2606:4700::1111]/",
                "https://україна.укр/новини",
                "mailto:desk@harbour.news",
                "tel:+380441234567"
            })
    void what_readers_may_reach_is_no_dead_end(String address) {
        assertThat(DeadEnd.of(WebAddress.of(address))).isEmpty();
    }
}
