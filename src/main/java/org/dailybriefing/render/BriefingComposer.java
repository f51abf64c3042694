package org.dailybriefing.render;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Wording;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Entry.Placement;
import org.dailybriefing.issue.Feature;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.render.Briefing.Contents;
import org.dailybriefing.render.Briefing.Link;
import org.dailybriefing.render.Briefing.Section;
import org.dailybriefing.render.Briefing.Story;
import org.jspecify.annotations.Nullable;

/** Turns an issue and its entries into what the templates print. */
final class BriefingComposer {

    private static final int CONTENTS = 7;
    private static final int OUTLETS = 3;
    private static final int MAIN_STORIES = 3;

    /** In pixels: the column less its margins. */
    private static final int PICTURE_WIDTH = 520;

    private final Edition edition;
    private final Issue issue;
    private final String web;
    private final List<Entry> entries;
    private final Wording wording;
    private final Locale language;

    /** @param web where the issue stands on the site */
    BriefingComposer(Edition edition, Issue issue, List<Entry> entries, String web) {
        this.edition = edition;
        this.issue = issue;
        this.web = web;
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
                Objects.requireNonNullElse(issue.own().subject(), headlines.get(0)),
                Objects.requireNonNullElseGet(issue.own().preheader(), () -> preheader(headlines)),
                minutes(),
                opening(),
                note(),
                story(entries.get(0)),
                picture(),
                points(),
                quote(),
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
                Wording.fill(entries.size() == 1 ? wording.lengthOfOne() : wording.length(), entries.size(), minutes),
                wording.inThisBriefing(),
                wording.alsoReported(),
                wording.readMore(),
                wording.stateMedia(),
                wording.updated(),
                Wording.fill(wording.greeting(), Place.name(wording.greetingName())),
                wording.note(),
                Wording.fill(wording.times(), Place.zone()),
                Wording.fill(wording.why(), edition.name()),
                wording.preferences(),
                wording.unsubscribe(),
                wording.signUp(),
                wording.corrections());
    }

    String opening() {
        return Wording.fill(
                wording.opening(),
                entries.stream()
                        .limit(MAIN_STORIES)
                        .map(entry -> withoutStop(entry.headline()))
                        .collect(Collectors.joining(wording.between())));
    }

    private String preheader(List<String> headlines) {
        String next = headlines.stream()
                .skip(1)
                .limit(2)
                .map(BriefingComposer::withoutStop)
                .collect(Collectors.joining(wording.between()));
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
        return new Story(
                entry.headline(),
                entry.deck(),
                deckSource(entry),
                entry.link(),
                edition.topic(entry.topic()).name(),
                entry.outlets().stream()
                        .limit(OUTLETS)
                        .map(outlet -> new Link(outlet.name(), outlet.link()))
                        .toList(),
                more(entry),
                entry.minutes() == 0 ? "" : Wording.fill(wording.minutes(), entry.minutes()),
                Place.time(entry.updated()),
                entry.stateOnly());
    }

    private static String deckSource(Entry entry) {
        boolean only =
                entry.outlets().size() == 1 && entry.outlets().get(0).name().equals(entry.deckOutlet());
        return only ? "" : entry.deckOutlet();
    }

    private @Nullable Link more(Entry entry) {
        int more = entry.outlets().size() - OUTLETS;
        return more > 0 ? new Link(Wording.fill(wording.more(), more), web + "/" + entry.position()) : null;
    }

    private List<String> note() {
        String note = issue.own().note();
        return note == null
                ? List.of()
                : note.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private Briefing.@Nullable Picture picture() {
        Feature feature = entries.get(0).feature();
        if (feature == null || feature.picture() == null) {
            return null;
        }
        var picture = feature.picture();
        int height = Math.round((float) PICTURE_WIDTH * picture.height() / picture.width());
        return new Briefing.Picture(picture.url(), PICTURE_WIDTH, height, picture.alt(), caption(picture));
    }

    private static String caption(Feature.Picture picture) {
        return Stream.of(picture.caption(), picture.credit())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private List<Briefing.Point> points() {
        Feature feature = entries.get(0).feature();
        return feature == null
                ? List.of()
                : feature.points().stream()
                        .map(point -> new Briefing.Point(point.text(), point.outlet(), point.link()))
                        .toList();
    }

    private Briefing.@Nullable Quote quote() {
        Feature feature = entries.get(0).feature();
        if (feature == null || feature.quote() == null) {
            return null;
        }
        var quote = feature.quote();
        return new Briefing.Quote(
                Wording.fill(wording.quotation(), quote.text()), quote.speaker(), quote.outlet(), quote.link());
    }

    private int minutes() {
        long words = entries.stream()
                .map(entry -> entry.headline() + " " + (entry.placement() == Placement.ALSO ? "" : entry.deck()))
                .mapToLong(text -> text.split("\\s+").length)
                .sum();
        return (int) Math.max(1, Math.round((double) words / Entry.READING_SPEED));
    }

    private static String withoutStop(String headline) {
        return headline.replaceFirst("\\.$", "");
    }
}
