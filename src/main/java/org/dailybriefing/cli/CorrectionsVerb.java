package org.dailybriefing.cli;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Correcting;
import org.dailybriefing.issue.Correcting.Listed;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "corrections", description = "List what editors have put right, with those taken back.")
final class CorrectionsVerb extends Verb {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    @Mixin
    private EditionOption edition = new EditionOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    int run(ApplicationContext program) {
        Edition chosen = edition.edition(program);
        List<Listed> all = program.getBean(Correcting.class).list(chosen);
        if (json.wanted()) {
            print(JsonOption.text(all.stream().map(CorrectionsVerb::row).toList()));
            return 0;
        }
        for (Listed listed : all) {
            var correction = listed.correction();
            print(
                    "%4d  %s  %s %s%s",
                    correction.id(),
                    TIME.format(correction.at().atZone(chosen.timetable().zone())),
                    correction.who(),
                    correction.what(),
                    listed.inForce() ? "" : " (taken back)");
        }
        return 0;
    }

    private static Map<String, Object> row(Listed listed) {
        var correction = listed.correction();
        var row = new LinkedHashMap<String, Object>();
        row.put("number", correction.id());
        row.put("at", correction.at());
        row.put("who", correction.who());
        row.put("verb", correction.verb().label());
        row.put("what", correction.what());
        row.put("story", correction.story());
        row.put("topic", correction.topic());
        row.put("undone", correction.undone());
        row.put("items", correction.pins());
        row.put("inForce", listed.inForce());
        return row;
    }
}
