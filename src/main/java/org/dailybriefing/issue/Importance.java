package org.dailybriefing.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dailybriefing.feed.Item;
import org.dailybriefing.story.Story;

/**
 * How high a story stands: each outlet counts 1, one known to be no state's 2, times the weight of its topic; every six hours
 * since its newest report take 1 off; an opinion or a live blog alone stands behind all news of the day that has one outlet.
 *
 * @param score higher = further up
 * @param reason the same in words
 */
record Importance(double score, String reason) {

    private static final double NO_REPORT = 5;
    private static final double HOURS_OF_AN_OUTLET = 6;

    /** @param weight of its topic, 0 to 10 */
    static Importance of(Story story, double weight, Instant now) {
        List<Item> outlets = story.byOutlet();
        int independent = (int) outlets.stream()
                .filter(item -> item.ownership().isIndependent())
                .count();
        double hours = Duration.between(story.updated(), now).toMinutes() / 60.0;
        double score = weight * (outlets.size() + independent)
                - hours / HOURS_OF_AN_OUTLET
                - (story.isReport() ? 0 : NO_REPORT);
        return new Importance(score, reason(outlets.size(), independent, weight, hours, story.isReport()));
    }

    private static String reason(int outlets, int independent, double weight, double hours, boolean report) {
        String who = outlets == 1
                ? "1 outlet, " + (independent == 1 ? "independent" : "not independent")
                : outlets + " outlets, " + (independent == 0 ? "none" : independent) + " of them independent";
        String counted = weight == 1 ? "" : ", times " + number(weight) + " for its topic";
        String age = hours < 1 ? "less than 1 h" : Math.round(hours) + " h";
        return who + counted + "; newest " + age + " old" + (report ? "" : "; no report");
    }

    private static String number(double weight) {
        return weight == Math.rint(weight) ? String.valueOf((long) weight) : String.valueOf(weight);
    }
}
