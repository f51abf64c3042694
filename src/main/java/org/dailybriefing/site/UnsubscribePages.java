package org.dailybriefing.site;

import java.time.InstantSource;
import java.util.Locale;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.edition.Wording;
import org.dailybriefing.subscriber.SignedLinks.Purpose;
import org.dailybriefing.subscriber.SubscriberStore;
import org.dailybriefing.subscriber.SubscriberStore.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Leaving: a look changes nothing, since scanners follow links; one POST does it, by hand or by a mail client (RFC 8058). */
@Controller
final class UnsubscribePages {

    private static final Logger log = LoggerFactory.getLogger(UnsubscribePages.class);

    private final LinkedSubscriptions subscriptions;
    private final SubscriberStore subscribers;
    private final Editions editions;
    private final InstantSource clock;

    UnsubscribePages(
            LinkedSubscriptions subscriptions, SubscriberStore subscribers, Editions editions, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.subscribers = subscribers;
        this.editions = editions;
        this.clock = clock;
    }

    /** What the page says, in the edition's words. */
    public record Words(
            String name, Locale language, String direction, String question, String button, String farewell) {

        static Words of(Edition edition) {
            Wording wording = edition.wording();
            return new Words(
                    edition.name(),
                    wording.language(),
                    wording.direction(),
                    Wording.fill(wording.leaveQuestion(), edition.name()),
                    wording.leaveButton(),
                    Wording.fill(wording.left(), edition.name()));
        }

        /** For an edition whose definition is gone: a link in a mail of years ago still works. */
        static Words without(String slug) {
            return new Words(
                    slug,
                    Locale.ENGLISH,
                    "ltr",
                    "Do you want to stop getting this mail?",
                    "Unsubscribe",
                    "You have left.");
        }
    }

    @GetMapping("/unsubscribe/{link}")
    String ask(@PathVariable String link, Model model) {
        Subscription subscription = subscriptions.get(Purpose.UNSUBSCRIBE, link);
        return show(subscription, subscription.endedByReader(), model);
    }

    @PostMapping("/unsubscribe/{link}")
    String leave(@PathVariable String link, Model model) {
        Subscription subscription = subscriptions.get(Purpose.UNSUBSCRIBE, link);
        subscribers.leave(subscription.id(), clock.instant());
        log.info("subscription {} to {} ended by its reader", subscription.id(), subscription.edition());
        return show(subscription, true, model);
    }

    private String show(Subscription subscription, boolean left, Model model) {
        return show(words(subscription.edition()), left, model);
    }

    /** What the page says to a reader who has left. */
    static String farewell(Edition edition, Model model) {
        return show(Words.of(edition), true, model);
    }

    private static String show(Words words, boolean left, Model model) {
        model.addAttribute("words", words);
        model.addAttribute("left", left);
        return "site/unsubscribe";
    }

    private Words words(String slug) {
        try {
            return Words.of(editions.lastGood(slug));
        } catch (Refusal e) {
            return Words.without(slug);
        }
    }
}
