package org.dailybriefing.mail;

import jakarta.mail.internet.AddressException;
import org.jspecify.annotations.Nullable;

/** A letter on its way: as it is said to the server. */
final class Posting {

    private final Letter letter;
    private final MimeLetter mail;
    private final String recipient;
    private boolean announced;

    /** @throws AddressException if an address is none */
    Posting(Letter letter, @Nullable DkimSigner signer) throws AddressException {
        this.letter = letter;
        mail = MimeLetter.of(letter, signer);
        recipient = Header.domainInAscii(letter.to().address());
    }

    Letter letter() {
        return letter;
    }

    MimeLetter mail() {
        return mail;
    }

    /** Its address has letters that only SMTPUTF8 (RFC 6531) can say. */
    boolean needsUtf8() {
        return recipient.chars().anyMatch(c -> c > 126);
    }

    String mailFrom(boolean withSize) {
        return "MAIL FROM:<" + letter.returnPath() + ">" + (withSize ? " SIZE=" + mail.size() : "")
                + (needsUtf8() ? " SMTPUTF8" : "") + "\r\n";
    }

    String rcptTo() {
        return "RCPT TO:<" + recipient + ">\r\n";
    }

    /** Whether its envelope was sent already, behind the mail before. */
    boolean announced() {
        return announced;
    }

    void announced(boolean now) {
        announced = now;
    }
}
