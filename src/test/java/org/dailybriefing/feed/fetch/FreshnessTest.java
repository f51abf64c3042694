package org.dailybriefing.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says about when to ask again. */
class FreshnessTest {

    private static Exchange exchange(String status, String headers) {
        try (var server = RawServer.saying(
                "HTTP/1.1 " + status + "\nContent-Length: 1\n" + headers.replace(" | ", "\n") + "\n\nx")) {
            return Fetchers.fetch(server.url("/")).exchange();
        }
    }

    /** Row 10. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Cache-Control: max-age=600; PT10M",
                "Cache-Control: Public , MAX-AGE = 600; PT10M",
                "Cache-Control: max-age=\"600\"; PT10M",
                "Cache-Control: max-age=600 | Cache-Control: public; PT10M",
                "Cache-Control: max-age=00000000000600; PT10M",
                "Cache-Control: max-age=99999999999999999999; PT2147483647S",
                "Cache-Control: max-age=600 | Expires: Tue, 10 Mar 2026 12:00:00 GMT; PT10M",
                "Expires: Tue, 10 Mar 2026 12:00:00 GMT | Date: Tue, 10 Mar 2026 11:00:00 GMT; PT1H",
                "Expires: Tuesday, 10-Mar-26 12:00:00 GMT | Date: Tue Mar 10 11:00:00 2026; PT1H",
            })
    void a_server_says_how_long_its_answer_is_fresh(String headers, Duration maxAge) {
        assertThat(exchange("200 OK", headers).maxAge()).isEqualTo(maxAge);
    }

    /** Row 10. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: none",
                "Cache-Control: max-age=0",
                "Cache-Control: max-age=-5",
                "Cache-Control: max-age=soon",
                "Cache-Control: max-age=1.5",
                "Cache-Control: max-age=",
                "Cache-Control: no-cache, max-age=600",
                "Cache-Control: max-age=600, No-Store",
                "Cache-Control: max-age=0 | Expires: Tue, 10 Mar 2026 12:00:00 GMT | Date: Tue, 10 Mar 2026 11:00:00 GMT",
                "Expires: 0 | Date: Tue, 10 Mar 2026 11:00:00 GMT",
                "Expires: Tue, 10 Mar 2026 10:00:00 GMT | Date: Tue, 10 Mar 2026 11:00:00 GMT",
            })
    void what_says_nothing_of_use_is_not_said(String headers) {
        assertThat(exchange("200 OK", headers).maxAge()).isNull();
    }

    /** Row 12. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "429 Too Many Requests; 120; 2026-03-10T10:02:00Z",
                "503 Service Unavailable; 120; 2026-03-10T10:02:00Z",
                "403 Forbidden; 120; 2026-03-10T10:02:00Z",
                "503 Service Unavailable; Tue, 10 Mar 2026 12:00:00 GMT; 2026-03-10T12:00:00Z",
                "429 Too Many Requests; Tuesday, 10-Mar-26 12:00:00 GMT; 2026-03-10T12:00:00Z",
                "503 Service Unavailable; 99999999999999999999; 2094-03-28T13:14:07Z",
                "429 Too Many Requests; 2147483648; 2094-03-28T13:14:07Z",
            })
    void a_server_that_wants_a_pause_gets_it(String status, String value, Instant retryAfter) {
        assertThat(exchange(status, "Retry-After: " + value).retryAfter()).isEqualTo(retryAfter);
    }

    /** Row 12. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "soon", "1.5", "Tue, 10 Mar 2026 09:00:00 GMT"})
    void a_pause_that_is_over_or_unclear_is_none(String value) {
        assertThat(exchange("429 Too Many Requests", "Retry-After: " + value).retryAfter())
                .isNull();
    }

    @Test
    void a_feed_is_not_a_request_for_a_pause() {
        assertThat(exchange("200 OK", "Retry-After: 120").retryAfter()).isNull();
    }
}
