package org.dailybriefing.mail;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;

/** Programs that receivers use, given the DNS record of a key instead of asking for it. */
enum DkimVerifier {

    /** The library's own; for RSA only. */
    JDKIM(),

    /** Mail::DKIM, on which SpamAssassin stands; for RSA only as Debian 12 has it. */
    PERL("perl", "-e", """
            use Mail::DKIM::Verifier; use Net::DNS;
            { no warnings; *Mail::DKIM::DNS::query = sub {
                die "asked for $_[0]" unless $_[0] eq $ARGV[0];
                return Net::DNS::RR->new(name => $_[0], type => 'TXT', txtdata => $ARGV[1]); } }
            my $dkim = Mail::DKIM::Verifier->new(); $dkim->load(*STDIN);
            print $dkim->result;"""),

    /** dkimpy. */
    PYTHON("/usr/bin/python3", "-c", """
            import dkim, nacl, sys
            def dns(name, timeout=5):
                assert name.decode() == sys.argv[1] + '.', name
                return sys.argv[2].encode()
            print('pass' if dkim.verify(sys.stdin.buffer.read(), dnsfunc=dns) else 'fail', end='')""");

    private final List<String> command;

    DkimVerifier(String... command) {
        this.command = List.of(command);
    }

    /** Skips the test where the program is not installed. */
    boolean passes(byte[] mail, String place, String record) {
        return this == JDKIM ? library(mail, place, record) : process(mail, place, record);
    }

    private static boolean library(byte[] mail, String place, String record) {
        var verifier = new DKIMVerifier((method, selector, domain) ->
                place.equals(selector + "._domainkey." + domain) ? List.of(record) : List.of());
        try {
            return !verifier.verify(new ByteArrayInputStream(mail)).isEmpty();
        } catch (FailException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private boolean process(byte[] mail, String place, String record) {
        var words = new ArrayList<>(command);
        words.add(place);
        words.add(record);
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            try (var in = process.getOutputStream()) {
                in.write(mail);
            } catch (IOException e) {
                // it has ended before it read anything, and says why
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assumeFalse(said.matches("(?s).*(Can't locate|ModuleNotFoundError).*"), absent());
            if (!List.of("pass", "fail", "invalid").contains(said)) {
                throw new AssertionError(this + " said: " + said);
            }
            return said.equals("pass");
        } catch (IOException e) {
            return abort(absent());
        }
    }

    private String absent() {
        return "Not verified by " + this + ": its library is not on this machine; .ci/run installs it.";
    }
}
