package org.dailybriefing.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where one mail to one reader stands, and the only ways on from there. */
public enum DeliveryStatus {
    PENDING,
    IN_FLIGHT,
    ACCEPTED,
    REJECTED,
    /** Still pending when the issue had grown stale. */
    EXPIRED,
    /** Unsubscribed or suppressed in the meantime. */
    SKIPPED,
    /** May have been accepted: a person decides. */
    UNCERTAIN;

    private static final Map<DeliveryStatus, Set<DeliveryStatus>> TRANSITIONS = Map.of(
            PENDING, Set.of(IN_FLIGHT, EXPIRED),
            IN_FLIGHT, Set.of(ACCEPTED, REJECTED, PENDING, UNCERTAIN, SKIPPED),
            // the sender that was taken for dead reports after all
            UNCERTAIN, Set.of(ACCEPTED, REJECTED, PENDING, SKIPPED));

    public boolean canBecome(DeliveryStatus next) {
        return TRANSITIONS.getOrDefault(this, Set.of()).contains(next);
    }

    static DeliveryStatus of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
