package org.dailybriefing.issue;

import java.util.ArrayList;
import java.util.List;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.Item;
import org.dailybriefing.issue.Draft.Placed;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.issue.Entry.Placement;
import org.dailybriefing.story.Deck;

/** Makes the stories of a draft into entries as they are printed. */
final class EntryWriter {

    /** So many stories are told, the others are one line each; so are opinions and live blogs. */
    private static final int TOLD = 16;

    private EntryWriter() {}

    static List<Entry> entries(Edition edition, Draft draft) {
        var entries = new ArrayList<Entry>();
        for (Placed placed : draft.stories()) {
            if (placed.printed()) {
                entries.add(entry(edition, entries.size() + 1, placed));
            }
        }
        return entries;
    }

    private static Entry entry(Edition edition, int position, Placed placed) {
        Item lead = placed.story().lead();
        Deck deck = Deck.of(placed.story(), edition.wording().language());
        return new Entry(
                position,
                placed.id(),
                placement(position, placed),
                placed.topic(),
                lead.title(),
                deck.text(),
                deck.outlet(),
                lead.link(),
                placed.story().byOutlet().stream()
                        .map(item -> new Outlet(item.outlet(), item.link()))
                        .toList(),
                placed.story().updated(),
                placed.story().stateOnly(),
                placed.importance().reason(),
                placed.topicReason());
    }

    private static Placement placement(int position, Placed placed) {
        if (position == 1) {
            return Placement.LEAD;
        }
        return position <= TOLD && placed.story().isReport() ? Placement.SECTION : Placement.ALSO;
    }
}
