package org.dailybriefing.issue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Feature.Point;
import org.dailybriefing.issue.Feature.Quote;
import org.dailybriefing.story.Deck;
import org.dailybriefing.story.KeyPoint;
import org.dailybriefing.story.KeyPoints;
import org.dailybriefing.story.Quotation;
import org.dailybriefing.story.Story;
import org.dailybriefing.story.Theme;

/** What the lead story has beside its deck. */
final class FeatureWriter {

    private FeatureWriter() {}

    static Feature feature(Edition edition, Story story, Deck deck, LeadPicture picture) {
        Locale language = edition.wording().language();
        List<KeyPoint> points = KeyPoints.of(story, deck, Theme.of(edition).names(), language);
        List<String> told = Stream.concat(
                        Stream.of(deck.text()), points.stream().map(KeyPoint::text))
                .toList();
        return new Feature(
                picture.picture().orElse(null),
                points.stream().map(FeatureWriter::point).toList(),
                Quotation.of(story, told, language).map(FeatureWriter::quote).orElse(null));
    }

    private static Point point(KeyPoint point) {
        return new Point(point.text(), point.item().outlet(), point.item().link());
    }

    private static Quote quote(Quotation said) {
        return new Quote(
                said.text(), said.speaker(), said.item().outlet(), said.item().link());
    }
}
