package org.dailybriefing.site;

import java.util.Optional;
import java.util.OptionalLong;
import org.dailybriefing.subscriber.SignedLinks;
import org.dailybriefing.subscriber.SignedLinks.Purpose;
import org.dailybriefing.subscriber.SubscriberStore;
import org.dailybriefing.subscriber.SubscriberStore.Subscription;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The subscription that a link in a mail acts for. */
@Component
final class LinkedSubscriptions {

    private final SignedLinks links;
    private final SubscriberStore subscribers;

    LinkedSubscriptions(SignedLinks links, SubscriberStore subscribers) {
        this.links = links;
        this.subscribers = subscribers;
    }

    /** @throws ResponseStatusException (404) for a link that this house didn't make for the purpose, or whose subscription is gone */
    Subscription get(Purpose purpose, String link) {
        OptionalLong id = links.verify(purpose, link);
        Optional<Subscription> found = id.isPresent() ? subscribers.subscription(id.getAsLong()) : Optional.empty();
        return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
