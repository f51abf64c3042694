package org.dailybriefing.cli;

import java.util.List;
import java.util.Objects;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Source;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.ItemFate;

/** The stories of an issue as lines, with the numbers that the verbs of corrections take. */
final class StoryLines {

    private StoryLines() {}

    static String line(Entry entry) {
        return "story %d [%s] %s (%s)".formatted(entry.story(), entry.topic(), entry.headline(), entry.importance());
    }

    /** The printed items of a story, one a line. */
    static List<String> items(Entry entry, Edition edition, List<ItemFate> fates) {
        return fates.stream()
                .filter(fate -> fate.kind().isPrinted() && Objects.equals(fate.story(), entry.story()))
                .map(fate ->
                        "       item %d  %s: %s".formatted(fate.item(), outlet(edition, fate.outlet()), fate.title()))
                .toList();
    }

    /** A feed is called by the name of its source. */
    static String outlet(Edition edition, String outlet) {
        return edition.source(outlet).map(Source::name).orElse(outlet);
    }
}
