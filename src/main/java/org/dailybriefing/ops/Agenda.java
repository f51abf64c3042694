package org.dailybriefing.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.edition.Timetable;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Outcome;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueCompiler;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is due of an edition at a moment, decided from its timetable and the issue of the day alone. Whoever rings the bell,
 * and how often, makes no difference: each step happens once, late if need be, and never for a stale issue.
 */
@Component
public class Agenda {

    private static final Logger log = LoggerFactory.getLogger(Agenda.class);
    private static final String WHO = "timetable";

    private final Editions editions;
    private final Collector collector;
    private final IssueCompiler compiler;
    private final IssueStore issues;
    private final DraftStore drafts;
    private final Approval approval;
    private final Sending sending;
    private final InstantSource clock;

    Agenda(
            Editions editions,
            Collector collector,
            IssueCompiler compiler,
            IssueStore issues,
            DraftStore drafts,
            Approval approval,
            Sending sending,
            InstantSource clock) {
        this.editions = editions;
        this.collector = collector;
        this.compiler = compiler;
        this.issues = issues;
        this.drafts = drafts;
        this.approval = approval;
        this.sending = sending;
        this.clock = clock;
    }

    public void collect(String slug) {
        collect(editions.get(slug), Round.DUE);
    }

    private void collect(Edition edition, Round round) {
        for (Outcome outcome : collector.collect(edition.sources(), round)) {
            if (outcome instanceof Outcome.Failed failed) {
                log.warn("{}", failed.sentence());
            }
        }
    }

    /** Compiles, closes at the deadline, begins to send: whatever of it is due now, of yesterday's issue too. */
    public synchronized void attend(String slug) {
        Edition edition = editions.get(slug);
        Instant now = clock.instant();
        LocalDate today = edition.timetable().date(now);
        attend(edition, today.minusDays(1), now);
        attend(edition, today, now);
    }

    private void attend(Edition edition, LocalDate date, Instant now) {
        Timetable timetable = edition.timetable();
        boolean inTime = timetable.appearsOn(date)
                && !now.isBefore(timetable.compileAt(date))
                && now.isBefore(timetable.staleAt(date));
        if (!inTime) {
            return;
        }
        Optional<Issue> found = issues.find(edition.slug(), date);
        Issue issue = found.isEmpty() || wantsCompile(found.get(), timetable) ? compile(edition, date) : found.get();
        if (!now.isBefore(timetable.deadlineAt(date))) {
            issue = close(edition, issue);
        }
        if (!now.isBefore(timetable.sendAt(date)) && issue.status() == IssueStatus.APPROVED) {
            begin(issue);
        }
    }

    private Issue compile(Edition edition, LocalDate date) {
        collect(edition, Round.FRESH);
        return compiler.compile(edition, date).issue();
    }

    /** Goes on with every issue that is on its way, in the background. */
    public void deliver() {
        sending.wake();
    }

    /** Too few stories may have become enough; a draft that somebody made before the hour lacks what came since. */
    private static boolean wantsCompile(Issue issue, Timetable timetable) {
        return switch (issue.status()) {
            case THIN -> true;
            case DRAFT -> issue.revision() == 0 && issue.compiled().isBefore(timetable.compileAt(issue.date()));
            default -> false;
        };
    }

    /** The edition's policy for a draft that nobody approved in time. */
    private Issue close(Edition edition, Issue issue) {
        if (issue.status() != IssueStatus.DRAFT) {
            return issue;
        }
        boolean goes = switch (edition.timetable().unapproved()) {
            case HOLD -> false;
            case SEND_UNEDITED -> true;
            case SEND_WELL_SOURCED -> wellSourced(edition, issue);
        };
        if (goes) {
            return approval.approve(issue, WHO);
        }
        issues.move(issue, IssueStatus.HELD, WHO, "held: nobody had approved it by the deadline");
        log.warn("held {}: nobody approved it by the deadline; approve it to have it sent", issue.label());
        return issues.get(issue.id());
    }

    /**
     * Each story needs an outlet that is known to be no state's, by the sources as they are now. One with an unknown owner
     * bears out nothing: nobody looks over an issue that goes out by itself, and the unknown owner may be a state.
     */
    private boolean wellSourced(Edition edition, Issue issue) {
        Map<Long, Set<String>> feeds = drafts.feeds(issue.id());
        return drafts.entries(issue.id()).stream()
                .allMatch(entry -> feeds.getOrDefault(entry.story(), Set.of()).stream()
                        .flatMap(feed -> edition.source(feed).stream())
                        .anyMatch(source -> source.ownership().isIndependent()));
    }

    private void begin(Issue issue) {
        try {
            sending.begin(issue, WHO);
            sending.wake();
        } catch (Refusal e) {
            log.warn("not sent: {}", e.getMessage());
        }
    }
}
