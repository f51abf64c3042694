package org.dailybriefing.mail;

/** A way out of the house. It keeps its connection open between letters; one thread uses it at a time. */
public interface Mailer extends AutoCloseable {

    /** Sends until nothing is left. Never throws for what a server or a disk does: that is in the receipts. */
    void send(Outgoing letters);

    default Receipt send(Letter letter) {
        var single = new SingleLetter(letter);
        send(single);
        return single.receipt();
    }

    @Override
    void close();
}
