package org.dailybriefing;

import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.FeedServer.Item;

/** Invented news of 10 March 2026: four events on the beat, two of them by both outlets, and some that are off it. */
public final class Samples {

    public static final String MORNING = "2026-03-10T10:00:00Z";

    private Samples() {}

    public static String outletA() {
        return FeedServer.rss(
                new Item(
                        "Ukraine and Russia resume peace talks in Geneva with borders unsettled",
                        "Negotiators from Ukraine and Russia resumed peace talks in Geneva on Tuesday, with the line of"
                                + " contact still the hardest question. American envoys shuttled between the rooms.",
                        "2026-03-10T07:00:00Z"),
                new Item(
                        "Kyiv and Moscow agree to exchange 250 prisoners of war each",
                        "Ukraine and Russia agreed at the talks to exchange 250 prisoners of war each by Friday, the Red"
                                + " Cross said.",
                        "2026-03-10T06:10:00Z"),
                new Item(
                        "European leaders promise security guarantees for Ukraine after a ceasefire",
                        "Leaders of the coalition of the willing promised security guarantees for Ukraine in Paris,"
                                + " including troops once a ceasefire with Russia holds.",
                        "2026-03-10T05:20:00Z"),
                new Item(
                        "Cup holders out after shoot-out",
                        "The holders left the cup after a shoot-out that lasted eleven rounds.",
                        "2026-03-10T05:00:00Z"));
    }

    public static String outletB() {
        return FeedServer.rss(
                new Item(
                        "Peace talks between Russia and Ukraine resume in Geneva, borders still open",
                        "Peace talks in Geneva between Russia and Ukraine resumed with no accord on borders, as American"
                                + " envoys shuttled between the delegations.",
                        "2026-03-10T07:40:00Z"),
                new Item(
                        "Russia and Ukraine to exchange 250 prisoners each, Red Cross says",
                        "The Red Cross said that Russia and Ukraine would exchange 250 prisoners of war each by Friday,"
                                + " as agreed at the talks.",
                        "2026-03-10T06:50:00Z"),
                new Item(
                        "White House weighs sanctions on Russian oil if Ukraine ceasefire talks fail",
                        "The White House is weighing sanctions on Russian oil exports if Moscow walks away from talks on"
                                + " a ceasefire in Ukraine, officials said.",
                        "2026-03-10T04:30:00Z"),
                new Item(
                        "Harbour wins prize for its new library",
                        "A jury of architects praised the library's roof and its reading rooms.",
                        "2026-03-10T03:00:00Z"));
    }

    /** A house whose only edition reads both outlets. */
    public static House house(Path folder, FeedServer feeds, String... settings) {
        feeds.serve("/a.xml", outletA()).serve("/b.xml", outletB());
        House.writeEdition(folder, List.of(feeds.url("/a.xml"), feeds.url("/b.xml")));
        House house = House.open(folder, settings);
        house.clock().set(MORNING);
        return house;
    }
}
