package org.dailybriefing.desk;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Fate;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.issue.ItemFate;
import org.dailybriefing.ops.Approval;
import org.dailybriefing.ops.StatusReporter;
import org.dailybriefing.render.WebVersion;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Today's draft for editors: as readers will see it, each story with its items, and every item with its reason. */
@Controller
final class DraftPages {

    private final Editions editions;
    private final IssueStore issues;
    private final DraftStore drafts;
    private final Approval approval;
    private final StatusReporter status;
    private final WebVersion web;

    DraftPages(
            Editions editions,
            IssueStore issues,
            DraftStore drafts,
            Approval approval,
            StatusReporter status,
            WebVersion web) {
        this.editions = editions;
        this.issues = issues;
        this.drafts = drafts;
        this.approval = approval;
        this.status = status;
        this.web = web;
    }

    /** A story of the draft with the items that it is made of. */
    public record StoryCard(Entry entry, String topic, List<ItemFate> items) {}

    /** The items that are not printed, by what became of them. */
    public record Leftovers(String heading, List<ItemFate> items) {}

    @GetMapping("/desk")
    String today(Model model) {
        model.addAttribute(
                "reports", editions.all().stream().map(status::report).toList());
        model.addAttribute(
                "issues",
                editions.slugs().stream()
                        .flatMap(slug -> issues.latest(slug).stream())
                        .toList());
        return "desk/today";
    }

    @GetMapping("/desk/issues/{id}")
    String issue(@PathVariable long id, Model model) {
        Issue issue = find(id);
        Edition edition = editions.get(issue.edition());
        List<ItemFate> fates = drafts.fates(id);
        model.addAttribute("issue", issue);
        model.addAttribute("edition", edition);
        model.addAttribute("stories", stories(edition, drafts.entries(id), fates));
        model.addAttribute("leftovers", leftovers(fates));
        model.addAttribute("itemCount", fates.size());
        model.addAttribute("state", status.state(issue));
        model.addAttribute("zone", edition.timetable().zone());
        return "desk/issue";
    }

    @GetMapping(path = "/desk/issues/{id}/html", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String html(@PathVariable long id) {
        Issue issue = find(id);
        return web.html(issue, approval.preview(issue));
    }

    @GetMapping(path = "/desk/issues/{id}/text", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String text(@PathVariable long id) {
        Issue issue = find(id);
        return web.text(issue, approval.preview(issue));
    }

    private static List<StoryCard> stories(Edition edition, List<Entry> entries, List<ItemFate> fates) {
        return entries.stream()
                .map(entry -> new StoryCard(
                        entry,
                        edition.topic(entry.topic()).name(),
                        fates.stream()
                                .filter(fate -> fate.kind().isPrinted() && Objects.equals(fate.story(), entry.story()))
                                .toList()))
                .toList();
    }

    /** What needs an editor's eye most comes first. */
    private static List<Leftovers> leftovers(List<ItemFate> fates) {
        return Stream.of(
                        Fate.Kind.DROPPED, Fate.Kind.BELOW_CUT, Fate.Kind.PRINTED_BEFORE, Fate.Kind.EDGE, Fate.Kind.OFF)
                .map(kind -> new Leftovers(
                        kind.heading(),
                        fates.stream().filter(fate -> fate.kind() == kind).toList()))
                .toList();
    }

    private Issue find(long id) {
        return issues.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
