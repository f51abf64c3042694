package org.dailybriefing.ops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.edition.Sender;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.mail.MailRoom;
import org.dailybriefing.mail.SenderRecords;
import org.dailybriefing.render.proof.DeadEnd;
import org.dailybriefing.subscriber.SubscriberSync;
import org.dailybriefing.subscriber.SubscriberSync.Loss;
import org.springframework.stereotype.Component;

/** Looks at everything that has to be right before a first send: definitions, subscribers, feeds, mail server, DNS. */
@Component
public class Checkup {

    private final Editions editions;
    private final SubscriberSync subscribers;
    private final Collector collector;
    private final FeedReporter feeds;
    private final MailRoom mailRoom;
    private final SenderRecords senderRecords;
    private final ReturnedMail returnedMail;
    private final Settings settings;

    Checkup(
            Editions editions,
            SubscriberSync subscribers,
            Collector collector,
            FeedReporter feeds,
            MailRoom mailRoom,
            SenderRecords senderRecords,
            ReturnedMail returnedMail,
            Settings settings) {
        this.editions = editions;
        this.subscribers = subscribers;
        this.collector = collector;
        this.feeds = feeds;
        this.mailRoom = mailRoom;
        this.senderRecords = senderRecords;
        this.returnedMail = returnedMail;
        this.settings = settings;
    }

    /**
     * @param problems what must be mended before mail can go out
     * @param warnings what work can go on with
     */
    public record Findings(List<String> problems, List<String> warnings) {}

    public Findings check(List<String> slugs, Loss loss) {
        var problems = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        var domains = new LinkedHashSet<String>();
        for (String slug : slugs) {
            try {
                Edition edition = editions.get(slug);
                domains.add(edition.sender().domain());
                deadEnds(edition).forEach(warnings::add);
                collector.collect(edition.sources(), Round.ALL);
                feeds.report(edition).stream()
                        .filter(feed -> feed.problem() != null)
                        .map(feed -> feed.name() + " " + feed.problem() + " (" + feed.url() + ").")
                        .forEach(warnings::add);
            } catch (Refusal e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        subscribers.sync(loss).ifPresent(problems::add);
        try {
            mailRoom.check();
        } catch (Refusal e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        returnedMail.problem().ifPresent(problems::add);
        var records = senderRecords.check(domains, returnDomains(domains));
        problems.addAll(records.problems());
        warnings.addAll(records.warnings());
        if (!"https".equals(settings.baseUrl().getScheme())) {
            warnings.add("briefing.base-url is " + settings.baseUrl()
                    + "; readers' one-click unsubscribe needs an https address that they can reach.");
        }
        return new Findings(problems, warnings);
    }

    private Collection<String> returnDomains(Collection<String> senders) {
        String bounces = settings.bounces().address();
        return bounces == null ? senders : Set.of(bounces.substring(bounces.indexOf('@') + 1));
    }

    /** Mail to these addresses is what readers answer with, and what a law may ask for. */
    private static Stream<String> deadEnds(Edition edition) {
        Sender sender = edition.sender();
        return Stream.of(sender.address(), sender.replyTo(), sender.corrections())
                .distinct()
                .flatMap(address -> DeadEnd.ofMail(address).stream()
                        .map(end -> "The sender's address " + address + " of " + edition.slug() + " is " + end.words()
                                + "; put your own into " + edition.folder().resolve("edition.yml") + "."));
    }
}
