package org.dailybriefing.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dailybriefing.FeedServer;
import org.dailybriefing.FeedServer.Item;
import org.dailybriefing.House;
import org.dailybriefing.Steps;

/** An edition for a program with a real clock: news of the last hours, in a zone where it is noon. */
final class Wire {

    private Wire() {}

    static void write(Path folder, FeedServer feeds) {
        feeds.serve(
                        "/a.xml",
                        FeedServer.rss(
                                new Item(
                                        "Ukraine and Russia resume peace talks in Geneva",
                                        "Negotiators of Ukraine and Russia resumed peace talks in Geneva.",
                                        hoursAgo(2)),
                                new Item(
                                        "Kyiv and Moscow agree to exchange 250 prisoners of war each",
                                        "Ukraine and Russia agreed at the talks to exchange prisoners of war by Friday.",
                                        hoursAgo(3))))
                .serve(
                        "/b.xml",
                        FeedServer.rss(
                                new Item(
                                        "White House weighs sanctions on Russian oil if Ukraine ceasefire talks fail",
                                        "Officials are weighing sanctions should Moscow walk away from a ceasefire.",
                                        hoursAgo(4)),
                                new Item(
                                        "Cup holders out after shoot-out",
                                        "The shoot-out lasted eleven rounds.",
                                        hoursAgo(5))));
        House.writeEdition(folder, List.of(feeds.url("/a.xml"), feeds.url("/b.xml")));
        House.writeSubscribers(folder, 3);
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        Steps.timetable(folder, "zone: \"" + ZoneOffset.ofHours(12 - hour) + "\"");
    }

    private static String hoursAgo(int hours) {
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(Duration.ofHours(hours))
                .toString();
    }
}
