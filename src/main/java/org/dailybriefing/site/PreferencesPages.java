package org.dailybriefing.site;

import java.time.ZoneId;
import java.util.Objects;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.edition.Wording;
import org.dailybriefing.subscriber.PreferenceStore;
import org.dailybriefing.subscriber.PreferenceStore.Reader;
import org.dailybriefing.subscriber.Preferences;
import org.dailybriefing.subscriber.SignedLinks;
import org.dailybriefing.subscriber.SignedLinks.Purpose;
import org.dailybriefing.subscriber.SubscriberStore.Subscription;
import org.dailybriefing.subscriber.Zones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a reader sets himself: his name and his time zone. A look changes nothing, since scanners follow links. */
@Controller
final class PreferencesPages {

    private static final Logger log = LoggerFactory.getLogger(PreferencesPages.class);

    private final LinkedSubscriptions subscriptions;
    private final PreferenceStore preferences;
    private final SignedLinks links;
    private final Editions editions;

    PreferencesPages(
            LinkedSubscriptions subscriptions, PreferenceStore preferences, SignedLinks links, Editions editions) {
        this.subscriptions = subscriptions;
        this.preferences = preferences;
        this.links = links;
        this.editions = editions;
    }

    @GetMapping("/preferences/{link}")
    String ask(@PathVariable String link, Model model) {
        Subscription subscription = subscriptions.get(Purpose.PREFERENCES, link);
        return show(subscription, edition(subscription), false, model);
    }

    /** Both fields must be there: no mail client's one click sets them to nothing. */
    @PostMapping("/preferences/{link}")
    String keep(@PathVariable String link, @RequestParam String name, @RequestParam String zone, Model model) {
        Subscription subscription = subscriptions.get(Purpose.PREFERENCES, link);
        Edition edition = edition(subscription);
        if (!subscription.endedByReader()) {
            preferences.keep(subscription.id(), chosen(name, zone));
            log.info("subscription {} to {} has new preferences", subscription.id(), subscription.edition());
        }
        return show(subscription, edition, true, model);
    }

    private static Preferences chosen(String name, String zone) {
        ZoneId known = Zones.known(zone);
        if (known == null && !zone.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return new Preferences(name, known);
    }

    private String show(Subscription subscription, Edition edition, boolean saved, Model model) {
        if (subscription.endedByReader()) {
            // who gets nothing has nothing to set
            return UnsubscribePages.farewell(edition, model);
        }
        Reader reader = preferences.reader(subscription.id());
        String zone = Objects.toString(reader.preferences().zone(), "");
        model.addAttribute("edition", edition);
        model.addAttribute("address", reader.maskedEmail());
        model.addAttribute("name", reader.preferences().name());
        model.addAttribute("longestName", Preferences.LONGEST_NAME);
        model.addAttribute("zone", zone);
        model.addAttribute("offered", zone.isEmpty() || Zones.isOffered(zone));
        model.addAttribute("regions", Zones.regions());
        model.addAttribute("asEdition", asEdition(edition));
        model.addAttribute("saved", saved);
        model.addAttribute("unsubscribe", links.unsubscribe(subscription.id()));
        return "site/preferences";
    }

    private static String asEdition(Edition edition) {
        return Wording.fill(
                edition.wording().preferencesPage().asEdition(),
                edition.timetable().zone());
    }

    /** Of an edition that is gone there is nothing to set, unlike to leave. */
    private Edition edition(Subscription subscription) {
        try {
            return editions.lastGood(subscription.edition());
        } catch (Refusal e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
