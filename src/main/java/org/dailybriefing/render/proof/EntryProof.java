package org.dailybriefing.render.proof;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Entry.Placement;
import org.dailybriefing.render.proof.Remark.Kind;

/** Headlines that are hard to read, and one outlet that has the word for too long. */
final class EntryProof {

    /** In characters; a longer one takes more than four lines on a phone. */
    private static final int LONGEST_HEADLINE = 110;

    /** So many letters tell capitals from a headline of abbreviations. */
    private static final int SHORT_HEADLINE = 20;

    /** In percent of the letters; names and abbreviations stay well below. */
    private static final int MOST_CAPITALS = 60;

    /** So many stories in a row look like that outlet's own newsletter. */
    private static final int LONG_RUN = 3;

    private EntryProof() {}

    static Stream<Remark> read(Edition edition, List<Entry> entries) {
        Stream<Remark> headlines = entries.stream().flatMap(EntryProof::headline);
        return Stream.concat(
                headlines,
                runs(edition, entries).stream()
                        .filter(run -> run.size() >= LONG_RUN)
                        .map(EntryProof::outlet));
    }

    private static Stream<Remark> headline(Entry entry) {
        String headline = entry.headline();
        int length = headline.codePointCount(0, headline.length());
        if (length > LONGEST_HEADLINE) {
            return Stream.of(headline(
                    entry, "has " + length + " characters; above " + LONGEST_HEADLINE + " it fills a phone's screen"));
        }
        return isShouted(headline) ? Stream.of(headline(entry, "is in capitals: " + headline)) : Stream.empty();
    }

    private static Remark headline(Entry entry, String what) {
        String story = "story " + entry.story();
        return new Remark(Kind.HEADLINE, story, "The headline of " + story + " " + what + ".");
    }

    /** A script without capitals never shouts. */
    private static boolean isShouted(String headline) {
        long letters = headline.codePoints().filter(Character::isLetter).count();
        long capitals = headline.codePoints().filter(Character::isUpperCase).count();
        return letters > SHORT_HEADLINE && capitals * 100 > letters * MOST_CAPITALS;
    }

    /** The entries as they stand in the mail, cut where another outlet leads. */
    private static List<List<Entry>> runs(Edition edition, List<Entry> entries) {
        var runs = new ArrayList<List<Entry>>();
        for (Entry entry : inOrder(edition, entries)) {
            List<Entry> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (last.isEmpty() || !outletOf(last.get(0)).equals(outletOf(entry))) {
                last = new ArrayList<>();
                runs.add(last);
            }
            last.add(entry);
        }
        return runs;
    }

    private static List<Entry> inOrder(Edition edition, List<Entry> entries) {
        return entries.stream()
                .sorted(comparing(Entry::placement)
                        .thenComparingInt(entry -> entry.placement() == Placement.SECTION
                                ? edition.topics().indexOf(edition.topic(entry.topic()))
                                : 0)
                        .thenComparing(comparingInt(Entry::position)))
                .toList();
    }

    private static String outletOf(Entry entry) {
        return entry.outlets().get(0).name();
    }

    private static Remark outlet(List<Entry> run) {
        String outlet = outletOf(run.get(0));
        String stories = run.stream().map(entry -> "" + entry.story()).collect(Collectors.joining(", "));
        return new Remark(
                Kind.OUTLET, outlet, outlet + " comes first in " + run.size() + " stories in a row: " + stories + ".");
    }
}
