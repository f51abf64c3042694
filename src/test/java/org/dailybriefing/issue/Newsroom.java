package org.dailybriefing.issue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dailybriefing.FeedServer;
import org.dailybriefing.FeedServer.Item;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.Stores;
import org.dailybriefing.ops.Approval;

/** A house with six outlets, A to F, which report invented events over some days. */
final class Newsroom implements AutoCloseable {

    static final List<String> OUTLETS = List.of("A", "B", "C", "D", "E", "F");

    /** Events on the beat that have nothing in common but that. */
    enum Event {
        TALKS(
                "Peace talks between Ukraine and Russia resume in Geneva",
                "Negotiators of Ukraine and Russia resumed peace talks in Geneva, with envoys shuttling between the"
                        + " delegations."),
        PRISONERS(
                "Kyiv and Moscow agree to exchange 250 prisoners of war",
                "Ukraine and Russia agreed at the talks to exchange 250 prisoners of war each by Friday, the Red Cross"
                        + " said."),
        OIL(
                "White House weighs sanctions on Russian oil if Ukraine ceasefire talks fail",
                "The White House is weighing sanctions on oil exports should Moscow walk away from talks on a"
                        + " ceasefire in Ukraine."),
        /** That it is about the talks too is in this report of it alone. */
        APPOINTMENT(
                "Zelensky names spy chief Marchenko as chief of staff before peace talks",
                "President Zelensky named spy chief Oleh Marchenko as his new chief of staff, who will lead the peace"
                        + " talks with Russia."),
        /** The same event, close to the beat. */
        APPOINTMENT_ALONE(
                "Zelensky picks spy chief Oleh Marchenko to be chief of staff",
                "President Zelensky has named spy chief Oleh Marchenko as his new chief of staff, his office said."),
        /** The same event, for others to read. */
        APPOINTMENT_IN_GERMAN(
                "Zelensky names spy chief Oleh Marchenko chief of staff",
                "Der Präsident hat am Dienstag den bisherigen Leiter des Geheimdienstes zum neuen Chef seiner Kanzlei"
                        + " ernannt, teilte diese am Mittag mit."),
        CUP("Cup holders out after shoot-out", "The holders left the cup after a shoot-out of eleven rounds.");

        private final String title;
        private final String summary;

        Event(String title, String summary) {
            this.title = title;
            this.summary = summary;
        }

        String title() {
            return title;
        }
    }

    private final FeedServer feeds = new FeedServer();
    private final Map<String, List<Item>> reports = new HashMap<>();
    private final Map<String, String> suffixes = new HashMap<>();
    private final House house;

    Newsroom(Path folder, Stores store) {
        House.writeEdition(
                folder,
                OUTLETS.stream().map(outlet -> feeds.url("/" + outlet + ".xml")).toList());
        Steps.timetable(folder, "minimum-stories: 1");
        OUTLETS.forEach(this::serve);
        house = House.open(folder, store.fresh());
    }

    /** Three events of 10 March: the talks by three outlets, the prisoners by two of them, and oil by a fourth. */
    static Newsroom onTuesday(Path folder, Stores store) {
        return new Newsroom(folder, store)
                .report(Event.TALKS, "2026-03-10T07:00:00Z", "A", "B", "C")
                .report(Event.PRISONERS, "2026-03-10T06:30:00Z", "A", "B")
                .report(Event.OIL, "2026-03-10T06:00:00Z", "D");
    }

    House house() {
        return house;
    }

    <T> T get(Class<T> type) {
        return house.get(type);
    }

    /** Each of the outlets publishes a report of the event at that time. */
    Newsroom report(Event event, String time, String... outlets) {
        for (String outlet : outlets) {
            reports.computeIfAbsent(outlet, name -> new ArrayList<>())
                    .add(new Item(event.title(), event.summary, time));
            serve(outlet);
        }
        return this;
    }

    /** All reports of an outlet end their headlines so from now on. */
    Newsroom retitle(String outlet, String suffix) {
        suffixes.put(outlet, suffix);
        serve(outlet);
        return this;
    }

    private void serve(String outlet) {
        String suffix = suffixes.getOrDefault(outlet, "");
        feeds.serve(
                "/" + outlet + ".xml",
                FeedServer.rss(reports.getOrDefault(outlet, List.of()).stream()
                        .map(item -> new Item(item.title() + suffix, item.summary(), item.published()))
                        .toArray(Item[]::new)));
    }

    /** Collects and compiles the issue of the day. */
    Issue compile(String time) {
        house.clock().set(time);
        return Steps.draft(house);
    }

    Issue approve(Issue issue) {
        return get(Approval.class).approve(issue, "test");
    }

    List<Entry> entries(Issue issue) {
        return get(DraftStore.class).entries(issue.id());
    }

    List<ItemFate> fates(Issue issue) {
        return get(DraftStore.class).fates(issue.id());
    }

    /** The number of the story that reports of an event are in, in an issue. */
    long story(Issue issue, Event event) {
        List<Long> stories = fates(issue, event).map(ItemFate::story).distinct().toList();
        if (stories.size() != 1) {
            throw new AssertionError(event + " is in the stories " + stories);
        }
        return stories.get(0);
    }

    /** The numbers of the items that report an event. */
    List<Long> items(Issue issue, Event event) {
        return fates(issue, event).map(ItemFate::item).sorted().toList();
    }

    Stream<ItemFate> fates(Issue issue, Event event) {
        return fates(issue).stream().filter(fate -> fate.title().startsWith(event.title()));
    }

    @Override
    public void close() {
        house.close();
        feeds.close();
    }
}
