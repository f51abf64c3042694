package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 16: a page that wants a browser is told from a plain refusal. */
class CloudflareChallengeTest {

    private static String why(String answer) {
        try (var server = RawServer.saying("HTTP/1.1 " + answer)) {
            return Fetchers.why(server.url("/"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "403 Forbidden\nCF-Mitigated: challenge\nContent-Length: 0\n\n",
                "401 Unauthorized\nServer: cloudflare\n\n<title>Just a moment...</title>",
                "403 Forbidden\nServer: cloudflare\n\n<script src='/cdn-cgi/challenge-platform/h/b'></script>",
                "403 Forbidden\nServer: Cloudflare\n\n<form class='cf-chl-widget'>",
            })
    void it_is_named_with_what_to_do(String answer) {
        assertThat(why(answer))
                .isEqualTo("answered " + answer.substring(0, 3)
                        + ": Cloudflare asks for a browser; look for another address of this feed,"
                        + " or ask its publisher to let feed readers in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "403 Forbidden\nServer: cloudflare\n\n<title>Access denied</title>",
                "403 Forbidden\nServer: nginx\n\n<title>Just a moment...</title>",
                "404 Not Found\nServer: cloudflare\n\n<title>Just a moment...</title>",
                "403 Forbidden\nServer: cloudflare\nContent-Length: 100\n\n<title>cut",
            })
    void another_refusal_is_just_told(String answer) {
        assertThat(why(answer)).isEqualTo("answered " + answer.substring(0, 3));
    }
}
