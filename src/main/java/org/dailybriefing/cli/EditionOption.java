package org.dailybriefing.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;

/** Which edition a verb is about: the one named, or the only one there is. */
final class EditionOption {

    @Option(
            names = "--edition",
            paramLabel = "SLUG",
            description = "The edition; may be left out where there is only one.")
    private @Nullable String slug;

    Edition edition(ApplicationContext program) {
        Editions editions = program.getBean(Editions.class);
        if (slug != null) {
            return editions.get(slug);
        }
        List<String> slugs = editions.slugs();
        if (slugs.size() > 1) {
            throw new Refusal(
                    "There are several editions (" + String.join(", ", slugs) + "); name one with --edition.");
        }
        return editions.get(slugs.get(0));
    }

    /** The slugs of the edition named, or of all. */
    List<String> slugs(ApplicationContext program) {
        return slug == null ? program.getBean(Editions.class).slugs() : List.of(slug);
    }

    /** Today's issue. */
    Issue issue(ApplicationContext program, Edition edition) {
        return issue(program, edition, null);
    }

    /** @param date null = today */
    Issue issue(ApplicationContext program, Edition edition, @Nullable LocalDate date) {
        LocalDate day = date == null ? today(program, edition) : date;
        return program.getBean(IssueStore.class)
                .find(edition.slug(), day)
                .orElseThrow(() -> new Refusal("There is no issue of " + edition.slug() + " for " + day
                        + (date == null ? " yet; compile makes it." : ".")));
    }

    LocalDate today(ApplicationContext program, Edition edition) {
        return edition.timetable().date(program.getBean(InstantSource.class).instant());
    }
}
