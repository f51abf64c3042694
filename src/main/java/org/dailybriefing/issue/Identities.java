package org.dailybriefing.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.dailybriefing.feed.Item;
import org.dailybriefing.story.Story;

/**
 * Gives each cluster the identity of the story that most of its items were in before, each story to one cluster: the pairs
 * that share most items first, then the older story, then the earlier cluster. A cluster that is left over is a new story.
 *
 * <p>That the same issue is compiled again changes nothing: what its items then vote for is what their cluster got.
 */
final class Identities {

    private record Claim(int cluster, long story, int items) {}

    private static final Comparator<Claim> ORDER = Comparator.comparingInt(Claim::items)
            .reversed()
            .thenComparingLong(Claim::story)
            .thenComparingInt(Claim::cluster);

    private Identities() {}

    static List<Cluster> of(List<Story> clusters, Past past, Corrections corrections) {
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < clusters.size(); i++) {
            int cluster = i;
            votes(clusters.get(i).items(), past, corrections)
                    .forEach((story, items) -> claims.add(new Claim(cluster, story, items)));
        }
        claims.sort(ORDER);
        var stories = new HashMap<Integer, Long>();
        var taken = new HashSet<Long>();
        for (Claim claim : claims) {
            if (!stories.containsKey(claim.cluster()) && taken.add(claim.story())) {
                stories.put(claim.cluster(), claim.story());
            }
        }
        var identified = new ArrayList<Cluster>();
        for (int i = 0; i < clusters.size(); i++) {
            long fresh = -1L - i;
            identified.add(
                    new Cluster(stories.getOrDefault(i, fresh), clusters.get(i).items()));
        }
        return identified;
    }

    private static Map<Long, Integer> votes(List<Item> items, Past past, Corrections corrections) {
        var votes = new HashMap<Long, Integer>();
        for (Item item : items) {
            Past.Origin origin = past.origins().get(item.id());
            if (origin != null) {
                votes.merge(vote(origin, corrections), 1, Integer::sum);
            }
        }
        return votes;
    }

    /** A story that editors have split off goes on by itself, once the items that they named are too old to be looked at. */
    private static long vote(Past.Origin origin, Corrections corrections) {
        return origin.sameIssue() ? origin.cluster() : corrections.origin(origin);
    }
}
