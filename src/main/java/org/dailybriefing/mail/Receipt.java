package org.dailybriefing.mail;

/** What became of one letter, as far as anybody can know. */
public sealed interface Receipt {

    /** The server's own words, or ours where it said nothing. */
    String reply();

    /** The server took it. */
    record Accepted(String reply) implements Receipt {}

    /** The server says that it will never take it for this recipient (5xx). */
    record Rejected(String reply) implements Receipt {}

    /** The server may take it later (4xx, or the connection died before the end of the mail). */
    record RetryLater(String reply) implements Receipt {}

    /** The connection died after the end of the mail: it may have been accepted. */
    record Uncertain(String reply) implements Receipt {}

    /** The server takes no further connection while others are at work. Surely not sent. */
    record Crowded(String reply) implements Receipt {}

    /** Not this letter's fault: no connection, a refused login or sender. Surely not sent; nothing else would be. */
    record Unavailable(String reply) implements Receipt {}
}
