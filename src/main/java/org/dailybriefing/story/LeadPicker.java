package org.dailybriefing.story;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;

/**
 * Finds the item that represents a story: the one most like the others, less what speaks against it. A report goes before
 * a live blog, a round-up or an opinion, an outlet that no state owns before one that a state owns.
 */
final class LeadPicker {

    private static final Pattern NO_REPORT = Pattern.compile(
            "(?i)\\b(live|live updates?|as it happened|opinion|editorial|analysis|column|podcast|video|watch|newsletter|"
                    + "briefing|explained|explainer|what we know|key events|what to know|takeaways|in pictures|quiz)\\b"
                    + "|\\?$|^(why|how|what) ");

    private static final Pattern NO_REPORT_PATH = Pattern.compile(
            "(?i)/(opinions?|op-eds?|columnists?|perspectives?|commentisfree|live|live-updates|videos?|podcasts?|editorials?|blogs?|analysis|newsletters?)(/|-)");

    /** A copy of an agency's text that names the agency in its title: " - Agency". */
    private static final Pattern CREDITED = Pattern.compile("\\s[-–|]\\s[^-–|]{2,30}$");

    private static final int LONG_TITLE = 110;

    private LeadPicker() {}

    /** @return one of {@code members}, the earliest in a tie */
    static int pick(List<Item> items, List<Integer> members, double[][] similarity) {
        return members.stream()
                .max(Comparator.<Integer>comparingDouble(i -> score(i, items.get(i), members, similarity))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static double score(int index, Item item, List<Integer> members, double[][] similarity) {
        double likeness =
                members.stream().mapToDouble(other -> similarity[index][other]).sum() / members.size();
        return likeness
                - (isNoReport(item) ? 1 : 0)
                - (item.ownership() == Ownership.STATE ? 0.5 : 0)
                - (Deck.hasWords(item) ? 0 : 0.25)
                - (item.title().length() > LONG_TITLE ? 0.25 : 0)
                - (CREDITED.matcher(item.title()).find() ? 0.1 : 0);
    }

    static boolean isNoReport(Item item) {
        return NO_REPORT.matcher(item.title()).find()
                || NO_REPORT_PATH.matcher(item.link()).find();
    }
}
