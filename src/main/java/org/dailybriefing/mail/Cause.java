package org.dailybriefing.mail;

/** Why a mail was refused, as far as the words of a server tell: what it says, and about whom. */
public enum Cause {
    /** The address does not exist. */
    MAILBOX,
    /** Not now: a full mailbox, a host that is away. Only several in a row say anything about the address. */
    FULL_OR_TEMPORARY,
    /** Reputation, a block, greylisting: they don't want us. Says nothing about the address. */
    POLICY,
    /** Too large, malformed, taken for dangerous: another mail may fare better. */
    CONTENT,
    /** The server, or the domain behind it, wants a pause. */
    CONNECTION,
    /** Login, encryption or sender: ours to mend. */
    CONFIGURATION
}
