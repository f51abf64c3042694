package org.dailybriefing.desk;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.ops.FeedReporter;
import org.dailybriefing.ops.StatusReport.FeedHealth;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the feeds of each edition are doing. */
@Controller
final class FeedPages {

    private final Editions editions;
    private final FeedReporter feeds;

    FeedPages(Editions editions, FeedReporter feeds) {
        this.editions = editions;
        this.feeds = feeds;
    }

    /** An edition with its feeds, those first that something is wrong with. */
    public record FeedTable(String name, ZoneId zone, List<FeedHealth> feeds) {}

    @GetMapping("/desk/feeds")
    String feeds(Model model) {
        model.addAttribute("tables", editions.all().stream().map(this::table).toList());
        return "desk/feeds";
    }

    private FeedTable table(Edition edition) {
        return new FeedTable(
                edition.name(),
                edition.timetable().zone(),
                feeds.report(edition).stream()
                        .sorted(Comparator.comparing(feed -> feed.problem() == null))
                        .toList());
    }
}
