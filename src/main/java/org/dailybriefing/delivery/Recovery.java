package org.dailybriefing.delivery;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dailybriefing.base.Settings;
import org.dailybriefing.delivery.FlightRecorder.Mark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Settles what dead senders left in flight: those of this machine by their flight record, and those that fell silent. */
@Component
class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private final OrphanStore orphans;
    private final DispatcherStore dispatchers;
    private final Settings settings;
    private final InstantSource clock;

    Recovery(OrphanStore orphans, DispatcherStore dispatchers, Settings settings, InstantSource clock) {
        this.orphans = orphans;
        this.dispatchers = dispatchers;
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        for (FlightRecorder.Abandoned record : FlightRecorder.abandoned(settings.data())) {
            settle(record.dispatcher(), record.marks());
            record.discard();
        }
        dispatchers.dead().forEach(dead -> settle(dead, Optional.empty()));
        orphans.strays(clock.instant().minus(DispatcherStore.DEAD_AFTER))
                .forEach(stray -> settle(stray, Optional.empty()));
    }

    private void settle(String dispatcher, Optional<Map<Long, Mark>> marks) {
        List<Settlement> settlements = orphans.adopt(dispatcher, marks, clock.instant());
        dispatchers.retire(dispatcher);
        if (!settlements.isEmpty()) {
            long uncertain = settlements.stream()
                    .filter(settlement -> settlement.next() == DeliveryStatus.UNCERTAIN)
                    .count();
            log.warn(
                    "a sender died with {} deliveries in flight; {} of them are uncertain and are not sent again",
                    settlements.size(),
                    uncertain);
        }
    }
}
