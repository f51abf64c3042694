package org.dailybriefing.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is taken as openssl writes it, and what is none is refused in one sentence. */
class DkimKeyTest {

    @TempDir
    Path folder;

    @Test
    void the_public_half_of_the_key_in_the_standard_is_the_one_printed_there() {
        // RFC 8463 A.2, in the wrapping of RFC 8410
        byte[] secret = Base64.getDecoder().decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=");
        String wrapped = "302e020100300506032b657004220420" + HexFormat.of().formatHex(secret);

        DkimKey key = DkimKey.read(Keys.write(folder, HexFormat.of().parseHex(wrapped)));

        assertThat(key.record()).isEqualTo("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA 512, 'holds an RSA key of 512 bits, but receivers want at least 1024'",
        "EC, 'holds a key of the kind EC, but DKIM knows RSA and Ed25519'",
        "Ed448, 'holds a key of the kind EdDSA, but DKIM knows RSA and Ed25519'",
        "RSASSA-PSS, 'holds a key of the kind RSASSA-PSS, but DKIM knows RSA and Ed25519'",
    })
    void a_key_of_another_kind_is_refused(String kind, String what) {
        refused(Keys.make(folder, kind), what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
            })
    void a_file_without_a_key_is_refused(String content) throws IOException {
        refused(
                Files.writeString(folder.resolve("dkim.pem"), content),
                "holds no private key in PEM that can be read without a password");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        refused(folder.resolve("gone.pem"), "cannot be read");
    }

    private static void refused(Path file, String what) {
        assertThatThrownBy(() -> DkimKey.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessage("The DKIM key " + file + " " + what + "; openssl genpkey makes one, the README says how.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a;b", "-a", "a..b", "a_b"})
    void a_selector_that_is_no_name_is_refused(String selector) {
        assertThatThrownBy(() -> new Settings.Dkim(selector, Path.of("dkim.pem")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("briefing.dkim.selector is \"" + selector + "\", but must be a name");
    }

    @Test
    void a_selector_without_a_key_and_a_key_without_a_selector_are_refused() {
        assertThatThrownBy(() -> new Settings.Dkim("news", null)).hasMessageContaining("only the first is set");
        assertThatThrownBy(() -> new Settings.Dkim(null, Path.of("dkim.pem")))
                .hasMessageContaining("only the second is set");
    }
}
