package org.dailybriefing.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dailybriefing.delivery.FlightRecorder.Mark;
import org.dailybriefing.delivery.OrphanStore.Orphan;

/** What is known of the mails that a dead sender had in flight. */
final class Salvage {

    static final String IN_DOUBT = "the program ended while the server had the mail";

    private Salvage() {}

    /**
     * With its flight record: only a mail whose end was about to go out and that has no reply is in doubt. Without it: the first of
     * each line, since the end of the next waits until the result of the one before is in the ledger.
     *
     * @param orphans in the order in which each line sent them
     * @param marks of the flight record, if it can be trusted
     */
    static List<Settlement> settlements(List<Orphan> orphans, Optional<Map<Long, Mark>> marks) {
        var settlements = new ArrayList<Settlement>();
        var lines = new HashSet<Integer>();
        for (Orphan orphan : orphans) {
            Mark unrecorded = lines.add(orphan.line()) ? Mark.ENDING : Mark.NONE;
            Mark mark = marks.isPresent() ? marks.get().getOrDefault(orphan.delivery(), Mark.NONE) : unrecorded;
            settlements.add(settlement(orphan.delivery(), mark));
        }
        return settlements;
    }

    private static Settlement settlement(long delivery, Mark mark) {
        return switch (mark) {
            case NONE -> Settlement.untried(delivery);
            case ENDING -> new Settlement(delivery, DeliveryStatus.UNCERTAIN, IN_DOUBT, null);
            case ACCEPTED -> new Settlement(delivery, DeliveryStatus.ACCEPTED, "accepted, by the flight record", null);
            case REJECTED -> new Settlement(delivery, DeliveryStatus.REJECTED, "rejected, by the flight record", null);
            case RETRY ->
                new Settlement(delivery, DeliveryStatus.PENDING, "refused for now, by the flight record", null);
        };
    }
}
