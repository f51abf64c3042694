package org.dailybriefing.ops;

import org.dailybriefing.subscriber.SubscriberSync;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** When the house begins to serve: the operator's list is read. */
@Component
@ConditionalOnWebApplication
final class Opening implements ApplicationRunner {

    private final SubscriberSync subscribers;

    Opening(SubscriberSync subscribers) {
        this.subscribers = subscribers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        subscribers.sync();
    }
}
