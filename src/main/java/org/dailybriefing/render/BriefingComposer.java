package org.dailybriefing.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Topic;
import org.dailybriefing.edition.Wording;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Entry.Placement;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.render.Briefing.Contents;
import org.dailybriefing.render.Briefing.Link;
import org.dailybriefing.render.Briefing.Section;
import org.dailybriefing.render.Briefing.Story;

/** Turns an issue and its entries into what the templates print. */
final class BriefingComposer {

    private static final int CONTENTS = 7;
    private static final int OUTLETS = 3;
    private static final int MAIN_STORIES = 3;
    /** Of an adult reading news on a screen, in words a minute. */
    private static final int READING_SPEED = 230;

    private final Edition edition;
    private final Issue issue;
    private final List<Entry> entries;
    private final Wording wording;
    private final Locale language;

    BriefingComposer(Edition edition, Issue issue, List<Entry> entries) {
        this.edition = edition;
        this.issue = issue;
        this.entries = entries;
        wording = edition.wording();
        language = wording.language();
    }

    Briefing compose() {
        Integer number = issue.number();
        List<String> headlines = entries.stream().map(Entry::headline).toList();
        return new Briefing(
                edition.name(),
                language.toLanguageTag(),
                wording.direction(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(language)
                        .format(issue.date()),
                number == null ? 0 : number,
                headlines.get(0),
                preheader(headlines),
                entries.size(),
                minutes(),
                Wording.fill(
                        wording.opening(),
                        headlines.stream()
                                .limit(MAIN_STORIES)
                                .map(BriefingComposer::withoutStop)
                                .collect(Collectors.joining("; "))),
                story(entries.get(0)),
                contents(headlines),
                sections(),
                entries.stream()
                        .filter(entry -> entry.placement() == Placement.ALSO)
                        .map(this::story)
                        .toList());
    }

    Briefing.Words words(int minutes) {
        return new Briefing.Words(
                wording.viewInBrowser(),
                Wording.fill(wording.length(), entries.size(), minutes),
                wording.inThisBriefing(),
                wording.alsoReported(),
                wording.readMore(),
                wording.stateMedia(),
                wording.updated(),
                Wording.fill(wording.why(), edition.name()),
                wording.unsubscribe(),
                wording.signUp(),
                wording.corrections());
    }

    private String preheader(List<String> headlines) {
        String next = headlines.stream()
                .skip(1)
                .limit(2)
                .map(BriefingComposer::withoutStop)
                .collect(Collectors.joining("; "));
        return next.isEmpty() ? entries.get(0).deck() : Wording.fill(wording.preheader(), next);
    }

    private List<Contents> contents(List<String> headlines) {
        var contents = new ArrayList<Contents>();
        for (Entry entry : entries.subList(0, Math.min(CONTENTS, headlines.size()))) {
            contents.add(new Contents(entry.position(), entry.headline(), entry.link()));
        }
        return contents;
    }

    private List<Section> sections() {
        return edition.topics().stream()
                .map(topic -> new Section(
                        topic.name(),
                        entries.stream()
                                .filter(entry -> entry.placement() == Placement.SECTION)
                                .filter(entry -> edition.topic(entry.topic()).equals(topic))
                                .map(this::story)
                                .toList()))
                .filter(section -> !section.entries().isEmpty())
                .toList();
    }

    private Story story(Entry entry) {
        Topic topic = edition.topic(entry.topic());
        int more = entry.outlets().size() - OUTLETS;
        return new Story(
                entry.headline(),
                entry.deck(),
                entry.deckOutlet(),
                entry.link(),
                topic.name(),
                entry.outlets().stream()
                        .limit(OUTLETS)
                        .map(outlet -> new Link(outlet.name(), outlet.link()))
                        .toList(),
                more > 0 ? Wording.fill(wording.more(), more) : "",
                time(entry.updated()),
                entry.stateOnly());
    }

    /** The hour in the edition's zone, with the day when it was another one. */
    private String time(Instant instant) {
        ZonedDateTime time = instant.atZone(edition.timetable().zone());
        LocalDate day = time.toLocalDate();
        String pattern = day.equals(issue.date()) ? "HH:mm" : "EEE HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language).format(time);
    }

    private int minutes() {
        long words = entries.stream()
                .map(entry -> entry.headline() + " " + (entry.placement() == Placement.ALSO ? "" : entry.deck()))
                .mapToLong(text -> text.split("\\s+").length)
                .sum();
        return (int) Math.max(1, Math.round((double) words / READING_SPEED));
    }

    private static String withoutStop(String headline) {
        return headline.replaceFirst("\\.$", "");
    }
}
