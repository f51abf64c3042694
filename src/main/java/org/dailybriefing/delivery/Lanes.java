package org.dailybriefing.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dailybriefing.base.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a connection may claim next, and how many: the recipients' domains that have a limit of their own wait in lanes of
 * their own, beside the one for everybody else. A connection serves one lane at a time.
 */
final class Lanes {

    /** The lane of everybody who has none of his own. */
    static final String OPEN = "";

    private final List<Lane> lanes = new ArrayList<>();
    private final TokenBucket all;
    private final Map<Integer, Lane> served = new HashMap<>();
    private long allowance;

    /** @param allowance how many mails may go out today */
    Lanes(Settings.Delivery settings, long allowance) {
        all = new TokenBucket(settings.perMinute());
        this.allowance = allowance;
        lanes.add(new Lane(OPEN, Integer.MAX_VALUE, new TokenBucket(0)));
        settings.domains()
                .forEach(limit ->
                        lanes.add(new Lane(limit.lane(), limit.connections(), new TokenBucket(limit.perMinute()))));
    }

    private static final class Lane {
        private final String name;
        private final int connections;
        private final TokenBucket bucket;
        private int serving;
        private boolean empty;

        Lane(String name, int connections, TokenBucket bucket) {
            this.name = name;
            this.connections = connections;
            this.bucket = bucket;
        }
    }

    /** @param most rows of the lane that may be claimed */
    record Ticket(String lane, int most) {}

    /** @return null if nothing may be claimed at the moment */
    synchronized @Nullable Ticket ticket(int line, int most) {
        leave(line);
        for (int i = 0; i < lanes.size(); i++) {
            // the busiest lane is not always asked first
            Lane lane = lanes.get((line + i) % lanes.size());
            if (lane.empty || lane.serving >= lane.connections) {
                continue;
            }
            int wanted = all.take((int) Math.min(most, allowance));
            int granted = lane.bucket.take(wanted);
            all.giveBack(wanted - granted);
            if (granted > 0) {
                allowance -= granted;
                lane.serving++;
                served.put(line, lane);
                return new Ticket(lane.name, granted);
            }
        }
        return null;
    }

    /** Notes how many rows were found. */
    synchronized void claimed(Ticket ticket, int rows) {
        int unused = ticket.most() - rows;
        all.giveBack(unused);
        allowance += unused;
        for (Lane lane : lanes) {
            if (lane.name.equals(ticket.lane())) {
                lane.bucket.giveBack(unused);
                lane.empty |= rows == 0;
            }
        }
    }

    /** The connection is at no lane any more. */
    synchronized void leave(int line) {
        Lane lane = served.remove(line);
        if (lane != null) {
            lane.serving--;
        }
    }

    /** Whether no lane has anything that is due. */
    synchronized boolean areEmpty() {
        return lanes.stream().allMatch(lane -> lane.empty);
    }

    synchronized boolean isDayFull() {
        return allowance <= 0;
    }
}
