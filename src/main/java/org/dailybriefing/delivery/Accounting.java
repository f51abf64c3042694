package org.dailybriefing.delivery;

/**
 * What became of an issue's audience. {@code frozen = accepted + rejected + expired + skipped + uncertain + pending},
 * always; what is in flight counts as pending.
 */
public record Accounting(
        long frozen, long accepted, long rejected, long expired, long skipped, long uncertain, long pending) {

    public boolean holds() {
        return frozen == accepted + rejected + expired + skipped + uncertain + pending;
    }

    @Override
    public String toString() {
        return accepted + " accepted, " + rejected + " rejected, " + expired + " expired, " + skipped + " skipped, "
                + uncertain + " uncertain, " + pending + " pending of " + frozen;
    }
}
