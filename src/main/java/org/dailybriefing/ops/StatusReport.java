package org.dailybriefing.ops;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dailybriefing.delivery.BounceStore.Returned;
import org.dailybriefing.feed.FeedState.LastCheck;
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

    /**
     * @param perSecond mails that leave in a second, by all who send it
     * @param secondsLeft until nothing is pending, at that speed; null if nothing leaves
     */
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
            long pending,
            long perSecond,
            @Nullable Long secondsLeft,
            Returned returned) {}

    /**
     * @param state such as {@code well} or {@code failing}
     * @param problem what is wrong and what to do, or null when all is well
     * @param nextCheck null if it is not asked any more
     * @param lastCheck null if it was never asked
     * @param items how many the last document had that could be read
     * @param requests how many were made in all, of which notModified were answered by 304
     * @param hub the WebSub hub that it names
     */
    public record FeedHealth(
            String name,
            String url,
            String state,
            @Nullable String problem,
            @Nullable Instant lastSuccess,
            @Nullable Instant nextCheck,
            @Nullable LastCheck lastCheck,
            int items,
            long requests,
            long notModified,
            @Nullable String hub) {}

    public record Next(Instant compile, Instant deadline, Instant send) {}
}
