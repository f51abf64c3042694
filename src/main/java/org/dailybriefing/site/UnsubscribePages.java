package org.dailybriefing.site;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.edition.Wording;
import org.dailybriefing.subscriber.SignedLinks;
import org.dailybriefing.subscriber.SubscriberStore;
import org.dailybriefing.subscriber.SubscriberStore.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Leaving: a look changes nothing, since scanners follow links; one POST does it, by hand or by a mail client (RFC 8058). */
@Controller
final class UnsubscribePages {

    private static final Logger log = LoggerFactory.getLogger(UnsubscribePages.class);

    private final SignedLinks links;
    private final SubscriberStore subscribers;
    private final Editions editions;
    private final InstantSource clock;

    UnsubscribePages(SignedLinks links, SubscriberStore subscribers, Editions editions, InstantSource clock) {
        this.links = links;
        this.subscribers = subscribers;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/unsubscribe/{link}")
    String ask(@PathVariable String link, Model model) {
        Subscription subscription = subscription(link);
        show(subscription, model);
        model.addAttribute("left", subscription.status().equals("ended"));
        return "site/unsubscribe";
    }

    @PostMapping("/unsubscribe/{link}")
    String leave(@PathVariable String link, Model model) {
        Subscription subscription = subscription(link);
        subscribers.leave(subscription.id(), clock.instant());
        log.info("subscription {} to {} ended by its reader", subscription.id(), subscription.edition());
        show(subscription, model);
        model.addAttribute("left", true);
        return "site/unsubscribe";
    }

    private void show(Subscription subscription, Model model) {
        Edition edition = editions.lastGood(subscription.edition());
        model.addAttribute("edition", edition);
        model.addAttribute("words", edition.wording());
        model.addAttribute("question", Wording.fill(edition.wording().leaveQuestion(), edition.name()));
        model.addAttribute("farewell", Wording.fill(edition.wording().left(), edition.name()));
    }

    private Subscription subscription(String link) {
        OptionalLong id = links.verify(link);
        Optional<Subscription> found = id.isPresent() ? subscribers.subscription(id.getAsLong()) : Optional.empty();
        return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
