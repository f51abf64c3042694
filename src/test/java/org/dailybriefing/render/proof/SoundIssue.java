package org.dailybriefing.render.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dailybriefing.House;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.issue.Entry.Placement;
import org.dailybriefing.issue.Feature;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.render.BriefingRenderer;
import org.dailybriefing.render.FourStories;

/** An issue in which a proof-reader finds nothing, until a test spoils it. */
final class SoundIssue {

    static final String BASE_URL = "https://briefing.harbour.news";

    private static final Instant TIME = Instant.parse("2026-03-10T03:20:00Z");
    private static final String END = "</body>";

    private final House house;
    private final Edition edition;

    SoundIssue(House house) {
        this.house = house;
        edition = house.edition();
    }

    /** The edition that ships with the program, as a sender who is not of example.org would have it. */
    static void writeEdition(Path folder) {
        House.writeEdition(folder, List.of("http://127.0.0.1:9/nothing.xml"));
        replace(folder.resolve("templates/" + House.EDITION + "/edition.yml"), "@example.org", "@harbour.news");
    }

    static void replace(Path file, String before, String after) {
        try {
            String content = Files.readString(file);
            if (!content.contains(before)) {
                throw new IllegalStateException(file + " has no " + before);
            }
            Files.writeString(file, content.replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param outlet a word, which is its site's name too */
    static Entry entry(int position, Placement placement, String topic, String headline, String outlet) {
        String link = "https://" + outlet.toLowerCase(Locale.ROOT) + ".news/" + position;
        return entry(position, placement, topic, headline, "A deck of story " + position + ".", link, outlet);
    }

    static Entry entry(
            int position, Placement placement, String topic, String headline, String deck, String link, String outlet) {
        return new Entry(
                position,
                100 + position,
                placement,
                topic,
                headline,
                deck,
                outlet,
                link,
                List.of(new Outlet(outlet, link)),
                TIME,
                false,
                0,
                null,
                "",
                "");
    }

    static Entry with(Feature feature, Entry entry) {
        return new Entry(
                entry.position(),
                entry.story(),
                entry.placement(),
                entry.topic(),
                entry.headline(),
                entry.deck(),
                entry.deckOutlet(),
                entry.link(),
                entry.outlets(),
                entry.updated(),
                entry.stateOnly(),
                entry.minutes(),
                feature,
                entry.importance(),
                entry.topicReason());
    }

    static Entry lead(String headline) {
        return entry(1, Placement.LEAD, "peace-plan", headline, "Harbour");
    }

    static List<Entry> stories(Entry lead) {
        return List.of(
                lead,
                entry(2, Placement.SECTION, "sanctions", "Ministers weigh a cap on freight", "Meridian"),
                entry(3, Placement.SECTION, "other", "Library opens in the harbour", "Harbour"),
                entry(4, Placement.ALSO, "europe", "Parliament meets on Friday", "Vistula"));
    }

    Path template(String name) {
        return edition.folder().resolve(name);
    }

    /** Adds a line to the end of the mail's html. */
    void inHtml(String line) {
        replace(template("briefing.html"), END, line + "\n" + END);
    }

    /** Adds a line to the end of the mail's text. */
    void inText(String line) {
        replace(template("briefing.txt"), "[(${sender.name})]", line + "\n[(${sender.name})]");
    }

    RenderedIssue render(List<Entry> entries) {
        return house.get(BriefingRenderer.class).render(edition, FourStories.ISSUE, entries);
    }

    List<Remark> read(List<Entry> entries) {
        return read(entries, render(entries));
    }

    List<Remark> read(List<Entry> entries, RenderedIssue rendered) {
        return ProofReader.read(
                edition,
                FourStories.ISSUE,
                entries,
                house.get(BriefingRenderer.class).opening(edition, FourStories.ISSUE, entries),
                rendered);
    }

    List<Remark> read() {
        return read(stories(lead("Envoys meet again")));
    }
}
