package org.dailybriefing.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;

/**
 * Finds the item that represents a story: of its reports, or where it has none of its live blogs, round-ups and opinions, the one
 * most like the others (the medoid), less what speaks against it. An outlet that no state owns goes before one that a state owns; one
 * with a summary before a bare title; one that is up to date before one that the story has outrun; and of two alike the one that had
 * it first.
 */
final class LeadPicker {

    private static final double STATE = 0.5;
    private static final double NO_WORDS = 0.25;
    private static final double LONG = 0.25;
    private static final double COPIED = 0.1;
    private static final double OUTRUN = 0.1;

    /** Older than the story's latest item by this, a report has been outrun. */
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /** A copy of an agency's text that names the agency in its title: " - Agency". */
    private static final Pattern CREDITED = Pattern.compile("\\s[-–|]\\s[^-–|]{2,30}$");

    private static final int LONG_TITLE = 110;

    private LeadPicker() {}

    /**
     * @param items oldest first
     * @param members some of them, ascending
     * @return one of {@code members}, the earliest in a tie
     */
    static int pick(List<Item> items, List<Integer> members, SimilarityGraph graph) {
        Instant outrun = items.get(members.get(members.size() - 1)).published().minus(HALF_A_DAY);
        List<Integer> candidates = reports(items, members);
        int lead = candidates.get(0);
        double best = Double.NEGATIVE_INFINITY;
        for (int member : candidates) {
            double score = likeness(member, members, graph) - against(items.get(member), outrun);
            if (score > best) {
                best = score;
                lead = member;
            }
        }
        return lead;
    }

    private static List<Integer> reports(List<Item> items, List<Integer> members) {
        List<Integer> reports = members.stream()
                .filter(member -> Genre.of(items.get(member)) == Genre.REPORT)
                .toList();
        return reports.isEmpty() ? members : reports;
    }

    private static double likeness(int member, List<Integer> members, SimilarityGraph graph) {
        return members.stream()
                        .mapToDouble(other -> graph.similarity(member, other))
                        .sum()
                / members.size();
    }

    private static double against(Item item, Instant outrun) {
        return (item.ownership() == Ownership.STATE ? STATE : 0)
                + (Deck.hasWords(item) ? 0 : NO_WORDS)
                + (item.published().isBefore(outrun) ? OUTRUN : 0)
                + (item.title().length() > LONG_TITLE ? LONG : 0)
                + (CREDITED.matcher(item.title()).find() ? COPIED : 0);
    }
}
