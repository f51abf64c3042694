package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.dailybriefing.Porter;
import org.junit.jupiter.api.Test;

/** Rows 33 and 35: what is not who it says it is, is not read; HTTPS and HTTP/2 are taken where they are offered. */
class TlsTest {

    private static final String NAME = "outlet.example";

    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    private static final String FEED = "HTTP/1.1 200 OK\nContent-Length: 6\n\n<rss/>";

    private static HeldCertificate.Builder certificate(String name) {
        return new HeldCertificate.Builder().addSubjectAlternativeName(name).signedBy(AUTHORITY);
    }

    private static RawServer server(HeldCertificate certificate) throws IOException {
        return new RawServer(listening(certificate), out -> out.write(RawServer.crlf(FEED)));
    }

    private static SSLServerSocket listening(HeldCertificate certificate) throws IOException {
        return (SSLServerSocket) new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Trusts the authority of this test. */
    private static OkHttpClient.Builder trusting() {
        var trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(AUTHORITY.certificate())
                .build();
        return Fetchers.names().sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager());
    }

    private static FetchResult fetch(OkHttpClient.Builder client, String url) {
        return Fetchers.open(client, Duration.ofSeconds(30)).fetch(Fetchers.first(url));
    }

    private static String why(OkHttpClient.Builder client, HeldCertificate certificate) throws IOException {
        try (var server = server(certificate)) {
            String why = Fetchers.why(fetch(client, "https://" + NAME + ":" + server.port() + "/"));
            assertThat(server.requests()).isEmpty();
            return why;
        }
    }

    @Test
    void a_certificate_of_its_own_making_is_not_trusted() throws IOException {
        assertThat(why(
                        Fetchers.names(),
                        new HeldCertificate.Builder()
                                .addSubjectAlternativeName(NAME)
                                .build()))
                .isEqualTo("cannot be reached: its certificate does not come from an authority that is trusted here");
    }

    @Test
    void a_certificate_of_another_name_is_not_trusted() throws IOException {
        assertThat(why(trusting(), certificate("other.example").build()))
                .isEqualTo("cannot be reached: its certificate is not for outlet.example");
    }

    @Test
    void a_certificate_that_has_expired_is_not_trusted() throws IOException {
        long now = System.currentTimeMillis();
        long day = TimeUnit.DAYS.toMillis(1);

        assertThat(why(
                        trusting(),
                        certificate(NAME)
                                .validityInterval(now - 2 * day, now - day)
                                .build()))
                .isEqualTo("cannot be reached: its certificate has expired");
        assertThat(why(
                        trusting(),
                        certificate(NAME)
                                .validityInterval(now + day, now + 2 * day)
                                .build()))
                .isEqualTo("cannot be reached: its certificate is not valid yet");
    }

    @Test
    void a_server_without_tls_is_told() throws IOException {
        try (var plain = new Porter(TlsTest::greet)) {
            assertThat(Fetchers.why("https://127.0.0.1:" + plain.port() + "/"))
                    .startsWith("cannot be reached: no secure connection could be made (")
                    .doesNotContain("Exception");
        }
    }

    /** Speaks before it is spoken to. */
    private static void greet(Socket socket) throws IOException {
        socket.getOutputStream().write(RawServer.crlf(FEED));
        socket.getInputStream().readAllBytes();
    }

    @Test
    void a_redirect_from_http_to_https_is_followed_and_not_back() throws IOException {
        try (var secure = server(certificate(NAME).build());
                var plain = RawServer.saying("HTTP/1.1 301 Moved\nLocation: https://" + NAME + ":" + secure.port()
                        + "/\nContent-Length: 0\n\n")) {
            FetchResult result = fetch(trusting(), plain.url("/"));

            assertThat(Fetchers.body(result)).isEqualTo("<rss/>");
            assertThat(result.exchange().movedTo()).hasToString("https://" + NAME + ":" + secure.port() + "/");
        }
        try (var back = new RawServer(
                listening(certificate(NAME).build()),
                out -> out.write(RawServer.crlf("HTTP/1.1 301 Moved\nLocation: http://" + NAME + "/\n\n")))) {
            assertThat(Fetchers.why(fetch(trusting(), "https://" + NAME + ":" + back.port() + "/")))
                    .isEqualTo("redirects from https to http");
        }
    }

    @Test
    void http_2_is_offered() throws IOException {
        List<String> offered = new CopyOnWriteArrayList<>();
        SSLServerSocket listening = listening(certificate(NAME).build());
        try (var server = new RawServer(new Asking(listening, offered), out -> out.write(RawServer.crlf(FEED)))) {
            fetch(trusting(), "https://" + NAME + ":" + server.port() + "/");

            assertThat(offered).containsExactly("h2", "http/1.1");
        }
    }

    /** Notes what a client offers, and chooses HTTP/1.1. */
    private static final class Asking extends ServerSocket {
        private final SSLServerSocket inner;
        private final List<String> offered;

        Asking(SSLServerSocket inner, List<String> offered) throws IOException {
            this.inner = inner;
            this.offered = offered;
        }

        @Override
        public Socket accept() throws IOException {
            var socket = (SSLSocket) inner.accept();
            socket.setHandshakeApplicationProtocolSelector((handshake, protocols) -> {
                offered.addAll(protocols);
                return "http/1.1";
            });
            return socket;
        }

        @Override
        public int getLocalPort() {
            return inner.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
