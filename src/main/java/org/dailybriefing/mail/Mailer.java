package org.dailybriefing.mail;

/** A way out of the house. It keeps its connection open between letters; one thread uses it at a time. */
public interface Mailer extends AutoCloseable {

    /** Never throws for what a server or a disk does: that is in the receipt. */
    Receipt send(Letter letter);

    @Override
    void close();
}
