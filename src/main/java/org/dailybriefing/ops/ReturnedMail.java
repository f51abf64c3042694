package org.dailybriefing.ops;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.dailybriefing.delivery.BounceStore;
import org.dailybriefing.delivery.Bounces;
import org.dailybriefing.delivery.Bounces.Outcome;
import org.dailybriefing.mail.bounce.BounceMailbox;
import org.dailybriefing.mail.bounce.BounceReader;
import org.dailybriefing.mail.bounce.BounceReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Goes through the mailbox of the return address. A report is written down before it is taken away, so that after a crash it is
 * read again and known again. What is no report on a mail of ours is left alone, and remembered.
 */
@Component
public class ReturnedMail {

    private static final Logger log = LoggerFactory.getLogger(ReturnedMail.class);

    /** In one round; the next is five minutes later. */
    private static final int MOST = 500;

    private final Settings settings;
    private final Bounces bounces;
    private final BounceStore store;
    private final InstantSource clock;
    private @Nullable String lastProblem;

    ReturnedMail(Settings settings, Bounces bounces, BounceStore store, InstantSource clock) {
        this.settings = settings;
        this.bounces = bounces;
        this.store = store;
        this.clock = clock;
    }

    /** Whether there is a mailbox to read. */
    public boolean isExpected() {
        return settings.bounces().mailbox() != null;
    }

    /** @return why the mailbox cannot be read, as a sentence */
    public Optional<String> problem() {
        String place = settings.bounces().mailbox();
        if (place == null) {
            return Optional.empty();
        }
        try {
            BounceMailbox.open(place, settings.bounces().password()).close();
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** One round through the mailbox. A mailbox that cannot be read is tried again and again, and told of once. */
    public void collect() {
        String place = settings.bounces().mailbox();
        if (place == null) {
            return;
        }
        try (var mailbox = BounceMailbox.open(place, settings.bounces().password())) {
            collect(place, mailbox);
            lastProblem = null;
        } catch (Refusal e) {
            if (!Objects.equals(e.getMessage(), lastProblem)) {
                log.warn("bounces are not read: {}", e.getMessage());
            }
            lastProblem = e.getMessage();
        }
    }

    private void collect(String place, BounceMailbox mailbox) {
        Set<String> messages = new LinkedHashSet<>(mailbox.messages());
        Set<String> known = store.leftAlone(place);
        store.forget(
                place, known.stream().filter(name -> !messages.contains(name)).toList());
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        messages.stream()
                .filter(name -> !known.contains(name))
                .limit(MOST)
                .forEach(name ->
                        handle(place, mailbox, name).ifPresent(outcome -> outcomes.merge(outcome, 1, Integer::sum)));
        report(outcomes);
    }

    private Optional<Outcome> handle(String place, BounceMailbox mailbox, String name) {
        Optional<byte[]> mail = mailbox.read(name);
        if (mail.isEmpty()) {
            return Optional.empty();
        }
        Optional<BounceReport> report = BounceReader.read(mail.get());
        Optional<Outcome> outcome = report.map(read -> bounces.take(read, key(mail.get()), clock.instant()));
        if (outcome.isEmpty() || outcome.get() == Outcome.NOT_OURS) {
            store.leaveAlone(place, name);
        } else {
            mailbox.remove(name);
        }
        return outcome;
    }

    private static String key(byte[] mail) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(mail));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void report(Map<Outcome, Integer> outcomes) {
        int suppressed = outcomes.getOrDefault(Outcome.SUPPRESSED, 0);
        int noted = outcomes.getOrDefault(Outcome.NOTED, 0);
        int foreign = outcomes.getOrDefault(Outcome.NOT_OURS, 0);
        if (suppressed + noted > 0) {
            log.info("{} mails came back, {} addresses are suppressed for it", suppressed + noted, suppressed);
        }
        if (foreign > 0) {
            log.warn(
                    "{} reports in the mailbox for bounces prove nothing about a mail of ours: ignored and left there",
                    foreign);
        }
    }
}
