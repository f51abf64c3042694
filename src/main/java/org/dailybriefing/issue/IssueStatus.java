package org.dailybriefing.issue;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where an issue stands, and the only ways on from there. */
public enum IssueStatus {
    /** Too few stories: nothing to send, unless a later compile finds more. */
    THIN,
    DRAFT,
    /** The deadline passed and nobody had approved it. */
    HELD,
    APPROVED,
    SENDING,
    /** Some readers have it; the others get it once somebody resumes. */
    STOPPED,
    SENT;

    private static final Map<IssueStatus, Set<IssueStatus>> TRANSITIONS = Map.of(
            THIN, Set.of(THIN, DRAFT),
            DRAFT, Set.of(THIN, DRAFT, HELD, APPROVED),
            HELD, Set.of(APPROVED),
            APPROVED, Set.of(DRAFT, SENDING),
            SENDING, Set.of(STOPPED, SENT),
            STOPPED, Set.of(SENDING),
            SENT, Set.of());

    public boolean canBecome(IssueStatus next) {
        return TRANSITIONS.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether its text can still change. */
    public boolean isOpen() {
        return this == THIN || this == DRAFT || this == HELD;
    }

    /** Whether readers may see it on the site. */
    public boolean isPublic() {
        return this == SENDING || this == STOPPED || this == SENT;
    }

    /** As the store and the command line write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
