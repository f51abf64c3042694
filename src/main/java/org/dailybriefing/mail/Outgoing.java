package org.dailybriefing.mail;

import org.jspecify.annotations.Nullable;

/** The letters that one mailer sends one after the other, and where it tells what became of each. One thread uses it. */
public interface Outgoing {

    /** The next letter, waited for; null when the mailer has nothing more to do. */
    @Nullable
    Letter take();

    /** The next letter if it is at hand: asked for while the reply to the one before is on its way. */
    @Nullable
    Letter poll();

    /**
     * Asked when all of a letter but its end is on its way; may wait. Once the answer is yes, the server may accept it.
     *
     * @return false if the letter must not go out any more, and is nobody's concern then
     */
    boolean mayEnd(Letter letter);

    /** Told once for each letter that was taken, but for one that was not allowed to end. */
    void settle(Letter letter, Receipt receipt);
}
