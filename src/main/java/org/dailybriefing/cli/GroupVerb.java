package org.dailybriefing.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dailybriefing.beat.BeatJudge;
import org.dailybriefing.beat.Verdict;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.Item;
import org.dailybriefing.story.Story;
import org.dailybriefing.story.StoryClusterer;
import org.dailybriefing.story.Theme;
import org.dailybriefing.topic.Choice;
import org.dailybriefing.topic.TopicPicker;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "group",
        description = "Show what beat, stories and topics make of a file of items; nothing is kept.",
        footer = {
            "",
            "FILE has one JSON object a line: id, date, source, title, description, url.",
            "Stories are formed over all items, on the beat or not."
        })
final class GroupVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Option(names = "--items", paramLabel = "FILE", required = true, description = "The items, as JSON lines.")
    private Path file = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    private record Place(String story, Choice topic, boolean lead) {}

    @Override
    int run(ApplicationContext program) {
        Edition chosen = edition.edition(program);
        List<ItemLines.Entry> entries = ItemLines.read(file, chosen);
        var judge = new BeatJudge(chosen);
        Map<Item, Place> places = places(chosen, entries, program.getBean(StoryClusterer.class));
        for (ItemLines.Entry entry : entries) {
            show(entry, judge.judge(entry.item()), Objects.requireNonNull(places.get(entry.item())));
        }
        return 0;
    }

    /** Stories are called after their first item. */
    private static Map<Item, Place> places(Edition edition, List<ItemLines.Entry> entries, StoryClusterer clusterer) {
        var ids = new HashMap<Item, String>();
        entries.forEach(entry -> ids.put(entry.item(), entry.id()));
        var topics = new TopicPicker(edition);
        var places = new HashMap<Item, Place>();
        List<Item> items = entries.stream().map(ItemLines.Entry::item).toList();
        for (Story story : clusterer.cluster(items, Theme.of(edition))) {
            String name = Objects.requireNonNull(ids.get(story.items().get(0)));
            Choice topic = topics.pick(story.items());
            story.items().forEach(item -> places.put(item, new Place(name, topic, item.equals(story.lead()))));
        }
        return places;
    }

    private void show(ItemLines.Entry entry, Verdict verdict, Place place) {
        if (!json.wanted()) {
            print(
                    "%-4s  %s  [%s]  %s",
                    label(verdict),
                    entry.id(),
                    place.topic.topic(),
                    entry.item().title());
            print("      %s; %s", verdict.reason(), fate(verdict, place));
            return;
        }
        var row = new LinkedHashMap<String, Object>();
        row.put("id", entry.id());
        row.put("verdict", label(verdict));
        row.put("reason", verdict.reason());
        row.put("story", place.story);
        row.put("lead", place.lead);
        row.put("topic", place.topic.topic());
        row.put("topic-reason", place.topic.reason());
        row.put("fate", fate(verdict, place));
        print(JsonOption.text(row));
    }

    private static String fate(Verdict verdict, Place place) {
        return switch (verdict.kind()) {
            case ON -> (place.lead ? "leads " : "merged into ") + place.story;
            case EDGE -> "on the edge of the beat";
            case OFF -> "off the beat";
        };
    }

    private static String label(Verdict verdict) {
        return verdict.kind().name().toLowerCase(Locale.ROOT);
    }
}
