package org.dailybriefing.render.proof;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.render.proof.HtmlPart.Link;
import org.dailybriefing.render.proof.Remark.Kind;

/** Whether readers of either part, the html and the plain text, get to the same places, the way out above all. */
final class PartsProof {

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>\"]+");

    /** May end an address, but ends a sentence more often. */
    private static final Pattern STOPS = Pattern.compile("[.,;:!?)\\]}'»”’]+$");

    private PartsProof() {}

    static Stream<Remark> read(HtmlPart page, String text) {
        Set<String> html = page.links().stream()
                .map(Link::address)
                .filter(address -> WebAddress.of(address).isOfTheWeb())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> written =
                ADDRESS.matcher(text).results().map(MatchResult::group).toList();
        String words = page.words();
        return Stream.of(
                        unsubscribe("html", html),
                        unsubscribe("text", written),
                        lacking(
                                "text",
                                "html",
                                html.stream()
                                        .filter(link -> written.stream()
                                                .noneMatch(address -> address.equals(link)
                                                        || bare(address).equals(link)))),
                        lacking(
                                "html",
                                "text",
                                written.stream()
                                        .filter(address -> !html.contains(address) && !html.contains(bare(address)))
                                        .filter(address -> !words.contains(bare(address)))
                                        .map(PartsProof::bare)))
                .flatMap(remarks -> remarks);
    }

    private static String bare(String address) {
        return STOPS.matcher(address).replaceFirst("");
    }

    private static Stream<Remark> unsubscribe(String part, Collection<String> links) {
        return links.stream().anyMatch(ProofCopy::unsubscribes)
                ? Stream.empty()
                : Stream.of(new Remark(
                        Kind.UNSUBSCRIBE,
                        part,
                        "The " + part + " has no link to unsubscribe that a reader can follow."));
    }

    private static Stream<Remark> lacking(String part, String other, Stream<String> links) {
        List<String> missing =
                links.filter(link -> !ProofCopy.unsubscribes(link)).distinct().toList();
        if (missing.isEmpty()) {
            return Stream.empty();
        }
        String first = missing.get(0);
        String which = missing.size() == 1 ? first : missing.size() + " links, the first " + first;
        return Stream.of(new Remark(
                Kind.PARTS, part, "The " + part + " lacks what the " + other + " links to (" + which + ")."));
    }
}
