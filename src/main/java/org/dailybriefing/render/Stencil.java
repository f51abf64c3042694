package org.dailybriefing.render;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.RenderedIssue;
import org.unbescape.html.HtmlEscape;

/**
 * A frozen text, cut at the places where readers' mails differ. What stands between them is never looked at again, so that no
 * word of a feed or of a reader can become a place.
 */
public final class Stencil {

    private final List<String> literals;
    private final List<Place> places;
    private final UnaryOperator<String> escape;

    private Stencil(List<String> literals, List<Place> places, UnaryOperator<String> escape) {
        this.literals = literals;
        this.places = places;
        this.escape = escape;
    }

    /** The html of an issue for the readers in one zone. */
    public static Stencil html(Issue issue, RenderedIssue rendered, ZoneId zone) {
        return of(rendered.html(), HtmlEscape::escapeHtml4Xml).in(zone, rendered.language(), issue.date());
    }

    /** The plain text of an issue for the readers in one zone. */
    public static Stencil text(Issue issue, RenderedIssue rendered, ZoneId zone) {
        return of(rendered.text(), UnaryOperator.identity()).in(zone, rendered.language(), issue.date());
    }

    static Stencil of(String frozen, UnaryOperator<String> escape) {
        var literals = new ArrayList<String>();
        var places = new ArrayList<Place>();
        Matcher mark = Place.MARK.matcher(frozen);
        int end = 0;
        while (nextMark(frozen, end, mark)) {
            literals.add(frozen.substring(end, mark.start()));
            places.add(Place.of(mark));
            end = mark.end();
        }
        literals.add(frozen.substring(end));
        literals.forEach(Stencil::requireClean);
        return new Stencil(literals, places, escape);
    }

    /** As {@code Matcher.find}, which takes ten times as long. */
    private static boolean nextMark(String frozen, int from, Matcher mark) {
        int start = frozen.indexOf(Place.START, from);
        return start >= 0 && mark.region(start, frozen.length()).lookingAt();
    }

    private static void requireClean(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            if (literal.charAt(i) >= 0xE000 && literal.charAt(i) <= 0xF8FF) {
                throw new IllegalArgumentException("half a place is left in the text");
            }
        }
    }

    boolean has(Place.Kind kind) {
        return places.stream().anyMatch(place -> place.kind() == kind);
    }

    private Stencil in(ZoneId zone, Locale language, LocalDate day) {
        var joined = new ArrayList<String>();
        var left = new ArrayList<Place>();
        var text = new StringBuilder(literals.get(0));
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (place.isOfZone()) {
                text.append(escape.apply(place.in(zone, language, day)));
            } else {
                joined.add(text.toString());
                text.setLength(0);
                left.add(place);
            }
            text.append(literals.get(i + 1));
        }
        joined.add(text.toString());
        return new Stencil(joined, left, escape);
    }

    /** The text before, between and behind the places. */
    public List<String> literals() {
        return literals;
    }

    /** @return one value for each place, escaped as the text needs it */
    public List<String> values(Reader reader) {
        return places.stream().map(place -> place.of(reader, escape)).toList();
    }

    public String fill(Reader reader) {
        List<String> values = values(reader);
        var text = new StringBuilder(literals.get(0));
        for (int i = 0; i < values.size(); i++) {
            text.append(values.get(i)).append(literals.get(i + 1));
        }
        return text.toString();
    }
}
