package org.dailybriefing.subscriber;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.subscriber.SubscriberFile.Listed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the operator's list into the database, all or nothing. A file that does not fit, or that suddenly lacks more than
 * half of its people, changes nothing.
 */
@Component
public class SubscriberSync {

    private static final Logger log = LoggerFactory.getLogger(SubscriberSync.class);

    private final SubscriberFile file;
    private final SubscriberStore subscribers;
    private final Editions editions;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    SubscriberSync(
            SubscriberFile file,
            SubscriberStore subscribers,
            Editions editions,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.file = file;
        this.subscribers = subscribers;
        this.editions = editions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What to make of a list that lacks more than half of the people it had. */
    public enum Loss {
        REFUSE,
        ACCEPT
    }

    /** @return what is wrong with the file, as a sentence; then nothing has changed */
    public Optional<String> sync() {
        return sync(Loss.REFUSE);
    }

    /** @return what is wrong with the file, as a sentence; then nothing has changed */
    public Optional<String> sync(Loss loss) {
        try {
            List<Listed> listed = file.read();
            transaction.executeWithoutResult(status -> apply(listed, loss, clock.instant()));
            return Optional.empty();
        } catch (Refusal e) {
            log.warn("subscribers unchanged: {}", e.getMessage());
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** How many would get an issue of the edition if the list were read now; changes nothing. */
    public long audience(String edition) {
        try {
            Set<String> listed = file.read().stream().map(Listed::email).collect(Collectors.toSet());
            return subscribers.audience(edition, listed);
        } catch (Refusal e) {
            return subscribers.audience(edition);
        }
    }

    private void apply(List<Listed> listed, Loss loss, Instant now) {
        Set<String> addresses = listed.stream().map(Listed::email).collect(Collectors.toSet());
        List<String> before = subscribers.listedBefore();
        List<String> gone =
                before.stream().filter(email -> !addresses.contains(email)).toList();
        if (loss == Loss.REFUSE && gone.size() * 2 > before.size()) {
            throw new Refusal(file + " lacks " + gone.size() + " of the " + before.size()
                    + " people it listed before, so nothing was changed; if that is meant, run: check --accept-list.");
        }
        int joined = 0;
        List<String> slugs = editions.slugs();
        for (Listed one : listed) {
            long subscriber = subscribers.keep(one, now);
            for (String edition : slugs) {
                joined += subscribers.subscribe(subscriber, edition, now);
            }
        }
        int ended = gone.stream()
                .mapToInt(email -> subscribers.endListed(email, now))
                .sum();
        if (joined + ended > 0) {
            log.info("read {}: {} listed, {} subscriptions begun, {} ended", file, listed.size(), joined, ended);
        }
    }
}
