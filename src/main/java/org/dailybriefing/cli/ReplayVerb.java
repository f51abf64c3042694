package org.dailybriefing.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.Difference;
import org.dailybriefing.issue.Difference.ItemChange;
import org.dailybriefing.issue.Difference.StoryChange;
import org.dailybriefing.issue.Difference.StoryChange.Kind;
import org.dailybriefing.issue.ItemFate;
import org.dailybriefing.issue.Replay;
import org.dailybriefing.issue.Replay.Replayed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        description = "Compile a past day under other rules and show what would have changed; nothing is kept.",
        footer = {"", "With the rules of then nothing changes."})
final class ReplayVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Option(names = "--date", paramLabel = "DATE", required = true, description = "The issue's date, as 2026-03-10.")
    private LocalDate date = LocalDate.EPOCH;

    @Option(
            names = "--edition-file",
            paramLabel = "FILE",
            description = "The rules to try; without it, edition.yml as it stands.")
    private @Nullable Path file;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    int run(ApplicationContext program) {
        Edition chosen = edition.edition(program);
        Edition rules = file == null ? chosen : program.getBean(Editions.class).read(chosen.slug(), file);
        Replay replay = program.getBean(Replay.class);
        Replayed replayed = replay.replay(rules, date);
        Difference difference = replay.compare(replayed);
        if (json.wanted()) {
            print(JsonOption.text(row(replayed, difference)));
        } else {
            show(rules, replayed, difference);
        }
        return 0;
    }

    private void show(Edition rules, Replayed replayed, Difference difference) {
        print(
                "%s: %d of %d items have another fate; %d stories instead of %d; %d new, %d gone, %d merged, %d split, %d moved.",
                replayed.issue().label(),
                difference.changes().size(),
                difference.items(),
                difference.after(),
                difference.before(),
                difference.count(Kind.NEW),
                difference.count(Kind.GONE),
                difference.count(Kind.MERGED),
                difference.count(Kind.SPLIT),
                difference.count(Kind.MOVED));
        replayed.caution().ifPresent(this::print);
        for (ItemChange change : difference.changes()) {
            ItemFate item = change.item();
            print(
                    "item %d  %s: %s: %s -> %s",
                    item.item(),
                    StoryLines.outlet(rules, item.outlet()),
                    item.title(),
                    words(change.before()),
                    words(change.after()));
        }
        for (StoryChange change : difference.stories()) {
            print("%s %s: %s", change.name(), change.words(), change.headline());
        }
    }

    private static String words(@Nullable ItemFate fate) {
        return fate == null ? "not in the window" : fate.words();
    }

    private static Map<String, Object> row(Replayed replayed, Difference difference) {
        var row = new LinkedHashMap<String, Object>();
        row.put("caution", replayed.caution().orElse(null));
        row.put("items", difference.items());
        row.put("storiesBefore", difference.before());
        row.put("storiesAfter", difference.after());
        row.put("changes", difference.changes().stream().map(ReplayVerb::row).toList());
        row.put("stories", difference.stories().stream().map(ReplayVerb::row).toList());
        return row;
    }

    private static Map<String, Object> row(ItemChange change) {
        var row = new LinkedHashMap<String, Object>();
        row.put("item", change.item().item());
        row.put("title", change.item().title());
        row.put("link", change.item().link());
        row.put("before", fate(change.before()));
        row.put("after", fate(change.after()));
        return row;
    }

    private static @Nullable Map<String, Object> fate(@Nullable ItemFate fate) {
        if (fate == null) {
            return null;
        }
        var row = new LinkedHashMap<String, Object>();
        row.put("fate", fate.kind().label());
        row.put("story", fate.story());
        row.put("reason", fate.reason());
        return row;
    }

    private static Map<String, Object> row(StoryChange change) {
        var row = new LinkedHashMap<String, Object>();
        row.put("change", change.kind().name().toLowerCase(Locale.ROOT));
        row.put("story", change.story());
        row.put("headline", change.headline());
        row.put("others", change.others());
        row.put("words", change.name() + " " + change.words());
        return row;
    }
}
