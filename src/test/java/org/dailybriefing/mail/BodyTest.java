package org.dailybriefing.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quoted-printable, encoded in pieces, reads as the whole would. */
class BodyTest {

    private static byte[] bytes(Body body) {
        var bytes = new ByteArrayOutputStream();
        body.segments().forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static String decoded(Body body) {
        try (var in = MimeUtility.decode(new ByteArrayInputStream(bytes(body)), "quoted-printable")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertWellFormed(Body body) {
        String encoded = new String(bytes(body), StandardCharsets.US_ASCII);
        assertThat(encoded.split("\r\n", -1))
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(76)
                        .doesNotStartWith(".")
                        .matches("[\t -~]*")
                        .doesNotMatch(".*[ \t]"));
        assertThat(encoded.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ada",
                "Олена Шевченко",
                "a blank at the end ",
                "\r\n.\r\nMAIL FROM:<x@example.org>",
                "long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-word",
                "=3D is no equals sign"
            })
    void a_value_stands_where_its_place_was(String value) {
        Body body = Body.Form.of(List.of("Dear ", ",\nbefore \n", " after — ".repeat(30) + "\n"))
                .with(List.of(value, value));

        assertThat(decoded(body))
                .isEqualTo(("Dear " + value + ",\r\nbefore \r\n" + value + " after — ".repeat(30) + "\r\n")
                        .replaceAll("(?<!\r)\n", "\r\n"));
        assertWellFormed(body);
    }

    @Test
    void each_place_gets_one_value() {
        assertThatThrownBy(() -> Body.Form.of(List.of("Dear ", ".")).with(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("0 values for 1 places");
    }
}
