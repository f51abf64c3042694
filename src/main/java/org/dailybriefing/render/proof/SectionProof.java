package org.dailybriefing.render.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Topic;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Entry.Outlet;
import org.dailybriefing.render.proof.Remark.Kind;
import org.jsoup.nodes.Element;

/** Headings of sections under which no story stands. */
final class SectionProof {

    private SectionProof() {}

    static Stream<Remark> read(Edition edition, List<Entry> entries, HtmlPart page) {
        Set<String> names = names(edition);
        Set<String> links = entries.stream().flatMap(SectionProof::links).collect(Collectors.toSet());
        List<Element> elements = page.elements();
        return IntStream.range(0, elements.size())
                .filter(i -> isHeading(elements.get(i))
                        && names.contains(elements.get(i).text()))
                .filter(i -> following(elements, i).noneMatch(element -> links.contains(element.attr("href"))))
                .mapToObj(i -> elements.get(i).text())
                .map(name ->
                        new Remark(Kind.SECTION, name, "The section " + name + " has no story; mend briefing.html."));
    }

    private static Set<String> names(Edition edition) {
        var names = new HashSet<String>();
        edition.topics().stream().map(Topic::name).forEach(names::add);
        names.add(edition.wording().inThisBriefing());
        names.add(edition.wording().alsoReported());
        return names;
    }

    private static Stream<String> links(Entry entry) {
        return Stream.concat(Stream.of(entry.link()), entry.outlets().stream().map(Outlet::link));
    }

    private static boolean isHeading(Element element) {
        return element.tagName().matches("h[1-6]");
    }

    /** Down to the next heading of the same rank or a higher one. */
    private static Stream<Element> following(List<Element> elements, int heading) {
        String rank = elements.get(heading).tagName();
        return elements.stream()
                .skip(heading + 1L)
                .takeWhile(element -> !isHeading(element) || element.tagName().compareTo(rank) > 0);
    }
}
