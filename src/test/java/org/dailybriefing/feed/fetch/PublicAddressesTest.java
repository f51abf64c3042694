package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.dailybriefing.FeedServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No feed makes the program reach into its operator's network. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::10.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2002:a00:1::",
                "2002:7f00:1::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1"
            })
    void an_address_that_is_not_for_everyone_is_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.0.1",
                "192.169.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.254",
                "::ffff:8.8.8.8",
                "2001:4860:4860::8888",
                "2003::1",
                "2a00:1450::1",
                "2606:4700::1111"
            })
    void an_address_of_the_internet_is_public(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "127.1", "[::1]", "[::ffff:7f00:1]", "0"})
    void a_feed_inside_is_refused_in_whatever_way_its_address_is_written(String host) {
        try (var server = new FeedServer().serve("/a.xml", "the inside")) {
            URI url = URI.create(server.url("/a.xml").replace("127.0.0.1", host));

            FetchResult result = new FeedFetcher(Guarded.SETTINGS).fetch(url, null, null);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            FetchResult.Failed.class,
                            failed -> assertThat(failed.why())
                                    .contains(
                                            "private address",
                                            "briefing.fetch.allow-private-addresses=true allows it"));
            assertThat(server.requests()).isEmpty();
        }
    }
}
