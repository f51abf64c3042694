package org.dailybriefing.story;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dailybriefing.feed.Item;

/**
 * What is likely before a word is compared. Of pairs as alike as those that are just joined, half are one event when two
 * outlets report; a quarter when it is one outlet, which seldom tells one event twice; hardly any when neither is a report,
 * since two essays on one theme are two; and none when both are numbers of one series.
 */
final class Prior {

    private static final double SAME_OUTLET = 0.75;
    private static final double ONE_REPORT = 0.85;
    private static final double NO_REPORT = 0.65;

    /** The day or the number by which a series tells its parts apart. */
    private static final Pattern NUMBER = Pattern.compile(
            "\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2}\\b(\\D{1,3}\\d{4})?"
                    + "|\\b\\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b"
                    + "|\\b(day|week|part|episode|no\\.?|issue|edition) ?#? ?\\d+([.,]\\d{3})*");

    private record Features(String outlet, boolean report, String title, String series) {}

    private final List<Features> items;

    Prior(List<Item> items) {
        this.items = items.stream().map(Prior::features).toList();
    }

    private static Features features(Item item) {
        String title = item.title().toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(title);
        return new Features(
                item.outlet(), Genre.of(item) == Genre.REPORT, title, number.find() ? number.replaceAll("#") : "");
    }

    /** @return 0 to 1, by which their similarity is multiplied */
    double of(int i, int j) {
        Features a = items.get(i);
        Features b = items.get(j);
        if (a.title.equals(b.title)) {
            return 1;
        }
        if (!a.series.isEmpty() && a.series.equals(b.series)) {
            return 0;
        }
        double genres = a.report && b.report ? 1 : a.report || b.report ? ONE_REPORT : NO_REPORT;
        return a.outlet.equals(b.outlet) ? genres * SAME_OUTLET : genres;
    }
}
