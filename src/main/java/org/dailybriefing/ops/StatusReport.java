package org.dailybriefing.ops;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an edition is doing, for people and programs. */
public record StatusReport(
        String edition,
        String name,
        ZoneId zone,
        @Nullable IssueState issue,
        long audience,
        String destination,
        List<FeedHealth> feeds,
        Next next,
        List<String> notes) {

    public record IssueState(
            LocalDate date,
            @Nullable Integer number,
            String status,
            int stories,
            long frozen,
            long accepted,
            long rejected,
            long expired,
            long skipped,
            long uncertain,
            long pending) {}

    /** @param problem in words, or null when all is well */
    public record FeedHealth(
            String name,
            String url,
            @Nullable String problem,
            @Nullable Instant lastSuccess,
            @Nullable Instant nextCheck) {}

    public record Next(Instant compile, Instant deadline, Instant send) {}
}
