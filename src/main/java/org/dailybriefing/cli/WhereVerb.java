package org.dailybriefing.cli;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.text.Links;
import org.dailybriefing.issue.Whereabouts;
import org.dailybriefing.issue.WhereaboutsStore;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "where", description = "Tell what became of an article, by its link or by words of its title.")
final class WhereVerb extends Verb {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** With its scheme, or copied from a browser that hides it. */
    private static final Pattern LINK = Pattern.compile("\\w+://|[\\w-]+(?:\\.[\\w-]+)+/");

    @Mixin
    private EditionOption edition = new EditionOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Parameters(
            paramLabel = "LINK|WORD",
            arity = "1..*",
            description = "An address, or words that its title has all of.")
    private List<String> given = List.of();

    @Override
    int run(ApplicationContext program) {
        Edition chosen = edition.edition(program);
        List<Whereabouts> found = find(program.getBean(WhereaboutsStore.class), chosen);
        if (json.wanted()) {
            print(JsonOption.text(found.stream().map(one -> row(chosen, one)).toList()));
        } else {
            found.forEach(one -> print(
                    "%s  %s  %s: %s",
                    TIME.format(one.published().atZone(chosen.timetable().zone())),
                    StoryLines.outlet(chosen, one.outlet()),
                    one.title(),
                    one.words()));
        }
        if (found.isEmpty()) {
            throw new Refusal("No item with this link, or with all of these words in its title, was collected.");
        }
        return 0;
    }

    private List<Whereabouts> find(WhereaboutsStore store, Edition chosen) {
        boolean link = given.size() == 1 && LINK.matcher(given.get(0)).lookingAt();
        return link ? store.at(chosen, addresses(given.get(0))) : store.titled(chosen, given);
    }

    /** As given, and as the collector makes it; by either scheme, where it has none. */
    private static Set<String> addresses(String link) {
        var addresses = new TreeSet<>(Set.of(link));
        for (String given : link.contains("://") ? List.of(link) : List.of("https://" + link, "http://" + link)) {
            String absolute = Links.absolute(given, null);
            if (absolute != null) {
                addresses.add(absolute);
                String canonical = Links.canonical(absolute);
                addresses.add(canonical);
                // sites answer with and without
                addresses.add(
                        canonical.endsWith("/") ? canonical.substring(0, canonical.length() - 1) : canonical + "/");
            }
        }
        return addresses;
    }

    private static Map<String, Object> row(Edition edition, Whereabouts one) {
        var row = new LinkedHashMap<String, Object>();
        row.put("item", one.item());
        row.put("outlet", StoryLines.outlet(edition, one.outlet()));
        row.put("title", one.title());
        row.put("link", one.link());
        row.put("published", one.published());
        row.put("collected", one.collected());
        var place = one.place();
        row.put("issue", place == null ? null : place.date());
        row.put("number", place == null ? null : place.number());
        row.put("status", place == null ? null : place.status().label());
        row.put("fate", place == null ? null : place.fate().kind().label());
        row.put("story", place == null ? null : place.fate().story());
        row.put("reason", place == null ? null : place.fate().reason());
        row.put("words", one.words());
        return row;
    }
}
