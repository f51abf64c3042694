package org.dailybriefing.issue;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One dated, numbered mailing of an edition.
 *
 * @param number null while it is thin
 * @param revision counts what people did to it; 0 = as compiled
 * @param stories how many the last compile found
 */
public record Issue(
        long id,
        String edition,
        LocalDate date,
        @Nullable Integer number,
        IssueStatus status,
        int revision,
        int stories,
        Instant compiled,
        OwnWords own) {

    /** For log lines and people: {@code ukraine-talks 2026-11-23}. */
    public String label() {
        return edition + " " + date;
    }
}
