package org.dailybriefing.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Outcome;
import org.dailybriefing.feed.Collector.Round;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "collect", description = "Fetch the feeds that are due and keep what is new.")
final class CollectVerb extends Verb {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    int run(ApplicationContext program) {
        Edition chosen = edition.edition(program);
        List<Outcome> outcomes = program.getBean(Collector.class).collect(chosen.sources(), Round.DUE);
        if (json.wanted()) {
            print(JsonOption.text(outcomes.stream().map(CollectVerb::row).toList()));
        } else {
            outcomes.forEach(outcome -> print("%-32s %s", outcome.source().name(), words(outcome)));
        }
        long failed = outcomes.stream().filter(Outcome.Failed.class::isInstance).count();
        return failed == 0 ? 0 : failed == outcomes.size() ? CommandLineDoor.REFUSED : CommandLineDoor.PARTLY;
    }

    private static String words(Outcome outcome) {
        if (outcome instanceof Outcome.Read read) {
            return read.items() + " items, " + read.added() + " new, " + read.edited() + " edited";
        }
        if (outcome instanceof Outcome.NotDue notDue) {
            return "not due before " + notDue.nextCheck();
        }
        if (outcome instanceof Outcome.Gone) {
            return Outcome.Gone.PROBLEM;
        }
        if (outcome instanceof Outcome.SameFeed same) {
            return same.problem();
        }
        return outcome instanceof Outcome.Failed failed ? failed.sentence() : "unchanged";
    }

    private static Map<String, Object> row(Outcome outcome) {
        var row = new LinkedHashMap<String, Object>();
        row.put("name", outcome.source().name());
        row.put("url", outcome.source().url());
        row.put("ok", !(outcome instanceof Outcome.Failed));
        if (outcome instanceof Outcome.Read read) {
            row.put("items", read.items());
            row.put("added", read.added());
            row.put("edited", read.edited());
        }
        row.put("result", words(outcome));
        return row;
    }
}
