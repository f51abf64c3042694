package org.dailybriefing.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.dailybriefing.base.Settings;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.issue.IssueStore.Archived;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.render.PersonalPart;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The front page of each edition with its archive, and the web version of each issue: what was sent, as it was sent. */
@Controller
final class EditionPages {

    private static final String DATE = "{date:\\d{4}-\\d{2}-\\d{2}}";

    private final Editions editions;
    private final IssueStore issues;
    private final Settings settings;

    EditionPages(Editions editions, IssueStore issues, Settings settings) {
        this.editions = editions;
        this.issues = issues;
        this.settings = settings;
    }

    /** A line of the archive. */
    public record ArchivedIssue(LocalDate date, String dateText, int number, String subject, String preheader) {}

    @GetMapping("/")
    String home(Model model) {
        List<Edition> all = editions.slugs().stream().map(editions::lastGood).toList();
        if (all.size() == 1) {
            return "redirect:/editions/" + all.get(0).slug();
        }
        model.addAttribute("editions", all);
        return "site/editions";
    }

    @GetMapping("/editions/{slug}")
    String edition(@PathVariable String slug, Model model) {
        Edition edition = edition(slug);
        model.addAttribute("edition", edition);
        model.addAttribute(
                "archive",
                issues.archive(slug).stream()
                        .map(issue -> archived(edition, issue))
                        .toList());
        return "site/edition";
    }

    @GetMapping(path = "/editions/{slug}/" + DATE, produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String html(@PathVariable String slug, @PathVariable LocalDate date) {
        return PersonalPart.fill(issue(slug, date).html(), settings.url("/editions/" + slug));
    }

    @GetMapping(path = "/editions/{slug}/" + DATE + ".txt", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String text(@PathVariable String slug, @PathVariable LocalDate date) {
        return PersonalPart.fill(issue(slug, date).text(), settings.url("/editions/" + slug));
    }

    private static ArchivedIssue archived(Edition edition, Archived issue) {
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(edition.wording().language())
                .format(issue.date());
        return new ArchivedIssue(issue.date(), date, issue.number(), issue.subject(), issue.preheader());
    }

    private RenderedIssue issue(String slug, LocalDate date) {
        return issues.find(slug, date)
                .filter(issue -> issue.status().isPublic())
                .flatMap(issue -> issues.rendered(issue.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Edition edition(String slug) {
        if (!editions.slugs().contains(slug)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return editions.lastGood(slug);
    }
}
