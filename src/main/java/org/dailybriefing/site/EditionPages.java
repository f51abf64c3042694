package org.dailybriefing.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.issue.IssueStore.Archived;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.render.WebVersion;
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
    private final DraftStore drafts;
    private final WebVersion web;

    EditionPages(Editions editions, IssueStore issues, DraftStore drafts, WebVersion web) {
        this.editions = editions;
        this.issues = issues;
        this.drafts = drafts;
        this.web = web;
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
        Issue issue = issue(slug, date);
        return web.html(issue, rendered(issue));
    }

    @GetMapping(path = "/editions/{slug}/" + DATE + ".txt", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String text(@PathVariable String slug, @PathVariable LocalDate date) {
        Issue issue = issue(slug, date);
        return web.text(issue, rendered(issue));
    }

    /** Everybody who reports a story; the mail names the first of them. */
    @GetMapping("/editions/{slug}/" + DATE + "/{position:\\d{1,3}}")
    String story(@PathVariable String slug, @PathVariable LocalDate date, @PathVariable int position, Model model) {
        Edition edition = edition(slug);
        model.addAttribute("edition", edition);
        model.addAttribute("date", date);
        model.addAttribute("dateText", text(edition, date));
        model.addAttribute(
                "story",
                drafts.entries(issue(slug, date).id()).stream()
                        .filter(entry -> entry.position() == position)
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "site/story";
    }

    private static ArchivedIssue archived(Edition edition, Archived issue) {
        return new ArchivedIssue(
                issue.date(), text(edition, issue.date()), issue.number(), issue.subject(), issue.preheader());
    }

    private static String text(Edition edition, LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(edition.wording().language())
                .format(date);
    }

    private Issue issue(String slug, LocalDate date) {
        return issues.find(slug, date)
                .filter(issue -> issue.status().isPublic())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RenderedIssue rendered(Issue issue) {
        return issues.rendered(issue.id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Edition edition(String slug) {
        if (!editions.slugs().contains(slug)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return editions.lastGood(slug);
    }
}
