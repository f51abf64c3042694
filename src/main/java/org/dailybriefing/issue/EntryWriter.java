package org.dailybriefing.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.Item;
import org.dailybriefing.feed.Look;
import org.dailybriefing.issue.Draft.Placed;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.issue.Entry.Placement;
import org.dailybriefing.story.Deck;
import org.jspecify.annotations.Nullable;

/** Makes the stories of a draft into entries as they are printed. */
final class EntryWriter {

    /** So many stories are told, the others are one line each; so are opinions and live blogs. */
    private static final int TOLD = 16;

    private EntryWriter() {}

    /** @param looks what was found by then when pictures were looked at, by address */
    static List<Entry> entries(Edition edition, Draft draft, Map<String, Look> looks) {
        var picture = new LeadPicture(draft.stories(), looks);
        var entries = new ArrayList<Entry>();
        for (Placed placed : draft.stories()) {
            if (placed.printed()) {
                int position = entries.size() + 1;
                entries.add(entry(edition, position, placed, position == 1 ? picture : null));
            }
        }
        return entries;
    }

    /** @param picture of the lead only */
    private static Entry entry(Edition edition, int position, Placed placed, @Nullable LeadPicture picture) {
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
                minutes(lead.words()),
                picture == null ? null : FeatureWriter.feature(edition, placed.story(), deck, picture),
                placed.importance().reason(),
                placed.topicReason());
    }

    private static int minutes(int words) {
        return words == 0 ? 0 : (int) Math.max(1, Math.round((double) words / Entry.READING_SPEED));
    }

    private static Placement placement(int position, Placed placed) {
        if (position == 1) {
            return Placement.LEAD;
        }
        return position <= TOLD && placed.story().isReport() ? Placement.SECTION : Placement.ALSO;
    }
}
