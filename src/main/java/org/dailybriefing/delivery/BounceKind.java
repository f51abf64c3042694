package org.dailybriefing.delivery;

import java.util.Locale;

/** What a mail that came back says against its reader's address. */
public enum BounceKind {
    /** The address does not exist: suppressed at once. */
    HARD,
    /** Not now: suppressed when several mails in a row had none. */
    SOFT,
    /** The reader called the mail spam: suppressed at once. */
    COMPLAINT,
    /** Nothing: a block, this mail's content, our own settings. */
    NOTICE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
