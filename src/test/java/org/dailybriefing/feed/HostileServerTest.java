package org.dailybriefing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dailybriefing.FeedServer.Answer;
import org.dailybriefing.House;
import org.dailybriefing.Stores;
import org.dailybriefing.edition.Source;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Collector.Outcome;
import org.dailybriefing.feed.Collector.Round;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever runs a server of feeds can make his own feed fail and nothing else. */
class HostileServerTest {

    private static final String FEED =
            Wire.item("<guid>1</guid><link>https://o.example/1</link><title>Ferry resumes</title>");

    @TempDir
    static Path folder;

    private static House house;

    private Wire wire;

    @BeforeAll
    static void openHouse() {
        house = House.open(folder);
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @BeforeEach
    void openWire() {
        wire = new Wire(house);
    }

    @AfterEach
    void closeWire() {
        wire.close();
    }

    private static Answer redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    @Test
    void an_entity_that_names_a_file_stays_a_name() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        wire.collect(
                "/a.xml",
                FEED.replace("<rss", "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><rss")
                        .replace("Ferry", "&x;"));

        assertThat(wire.items("/a.xml")).extracting(Item::title).containsExactly("&x; resumes");
    }

    @Test
    void a_body_is_measured_when_it_is_unpacked() {
        wire.server.answer("/a.xml", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (var out = new GZIPOutputStream(exchange.getResponseBody())) {
                for (int i = 0; i < 11; i++) {
                    out.write(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
                }
                out.write(FEED.getBytes(StandardCharsets.UTF_8));
            }
        });

        assertThat(wire.problem("/a.xml")).startsWith("Outlet /a.xml is larger than 10 MB (");
    }

    @Test
    void a_document_of_a_hundred_thousand_layers_is_refused() {
        wire.server.serve("/a.xml", Wire.item("<a>".repeat(100_000) + "</a>".repeat(100_000)));

        assertThat(wire.problem("/a.xml")).startsWith("Outlet /a.xml is nested deeper than 1000 elements (");
    }

    @ParameterizedTest
    @EnumSource
    void what_a_server_says_instead_of_http_is_told_without_its_controls(Stores store) throws IOException {
        try (House other = House.open(folder.resolve("talk " + store.name()), store.fresh());
                var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Thread(() -> {
                        try (Socket socket = server.accept()) {
                            socket.getOutputStream().write("HTTP/1.1 \u001b[2J\0\n\n".getBytes(StandardCharsets.UTF_8));
                            socket.getInputStream().readAllBytes();
                        } catch (IOException e) {
                            // the other side hung up
                        }
                    })
                    .start();
            var source = new Source(
                    "A", URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"), "GB", Ownership.PRIVATE);

            var outcome = other.get(Collector.class)
                    .collect(List.of(source), Round.ALL)
                    .get(0);

            assertThat(((Outcome.Failed) outcome).sentence())
                    .startsWith("A cannot be reached: ")
                    .doesNotContainPattern("\\p{Cc}");
        }
    }

    @Test
    void a_feed_that_has_moved_is_followed() {
        wire.server.answer("/a.xml", redirect("/b.xml")).answer("/b.xml", redirect(wire.server.url("/c.xml")));
        wire.server.serve("/c.xml", FEED);

        assertThat(wire.collect("/a.xml")).isEqualTo(new Outcome.Read(wire.source("/a.xml"), 1, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "ftp://127.0.0.1/feed.xml", "http://"})
    void a_redirect_to_what_is_no_web_address_is_not_followed(String location) {
        wire.server.answer("/a.xml", redirect(location));

        assertThat(wire.problem("/a.xml")).startsWith("Outlet /a.xml redirects to \"" + location + "\"");
    }

    @Test
    void a_circle_of_redirects_ends() {
        wire.server.answer("/a.xml", redirect("/b.xml")).answer("/b.xml", redirect("/a.xml"));

        assertThat(wire.problem("/a.xml")).startsWith("Outlet /a.xml redirects in a circle (");
        // of which the first is asked with a query
        assertThat(wire.server.requests()).hasSize(3);
    }
}
