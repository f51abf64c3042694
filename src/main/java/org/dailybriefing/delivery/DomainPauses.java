package org.dailybriefing.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Recipients' domains that have had enough of us for a while (4.7.x, 421): twice as long each time in a row. */
final class DomainPauses {

    private final Map<String, Pause> pauses = new HashMap<>();

    private record Pause(int inARow, Instant until) {}

    static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** @return until when, if this is news: several connections hear of it at once */
    synchronized Optional<Instant> refused(String domain, Instant now) {
        Pause before = pauses.getOrDefault(domain, new Pause(0, Instant.MIN));
        if (now.isBefore(before.until())) {
            return Optional.empty();
        }
        var pause = new Pause(before.inARow() + 1, now.plus(RetryPolicy.pause(before.inARow() + 1)));
        pauses.put(domain, pause);
        return Optional.of(pause.until());
    }

    synchronized void accepted(String domain) {
        pauses.remove(domain);
    }

    synchronized Optional<Instant> until(String domain, Instant now) {
        return Optional.ofNullable(pauses.get(domain)).map(Pause::until).filter(now::isBefore);
    }
}
