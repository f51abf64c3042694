package org.dailybriefing.mail;

/**
 * What an SMTP server said to one command (RFC 5321, 4.2).
 *
 * @param code -1 when it hung up
 * @param text with the code, on one line
 */
record Reply(int code, String text) {

    boolean isRefusal() {
        return code >= 400;
    }

    /** The server ends the connection (RFC 5321, 3.8). */
    boolean isFarewell() {
        return code == 421;
    }

    boolean isPermanent() {
        return code >= 500;
    }

    @Override
    public String toString() {
        return text;
    }
}
