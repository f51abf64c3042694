package org.dailybriefing.render.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dailybriefing.render.proof.HtmlPart.Link;
import org.dailybriefing.render.proof.Remark.Kind;

/** Links that lead nowhere, or not safely; a picture's address is one as well. */
final class LinkProof {

    private LinkProof() {}

    /** What is wrong with a link; those of one host share it, and are one remark. */
    private record Fault(Kind kind, String host, String sentence) {

        static Optional<Fault> of(Link link) {
            WebAddress address = WebAddress.of(link.address());
            Optional<Fault> dead = DeadEnd.of(address).map(end -> dead(end, address.host()));
            return dead.isPresent() || !address.scheme().equals("http")
                    ? dead
                    : Optional.of(new Fault(
                            Kind.INSECURE_LINK, address.host(), "A link to " + address.host() + " is not https"));
        }

        private static Fault dead(DeadEnd end, String host) {
            return end == DeadEnd.NOWHERE
                    ? new Fault(Kind.DEAD_LINK, "", "A link has no address that leads anywhere")
                    : new Fault(Kind.DEAD_LINK, host, "No reader gets to " + host + ", " + end.words());
        }
    }

    static Stream<Remark> read(HtmlPart page) {
        Map<Fault, List<Link>> faults = new LinkedHashMap<>();
        for (Link link : addresses(page)) {
            if (!ProofCopy.isPersonal(link.address())) {
                Fault.of(link)
                        .ifPresent(fault -> faults.computeIfAbsent(fault, first -> new ArrayList<>())
                                .add(link));
            }
        }
        return faults.entrySet().stream().map(fault -> remark(fault.getKey(), fault.getValue()));
    }

    /** What else can be wrong with a picture's address is said of the picture. */
    private static List<Link> addresses(HtmlPart page) {
        Stream<Link> pictures = page.pictures().stream()
                .map(picture -> new Link(picture.attr("src"), picture.attr("alt")))
                .filter(picture -> WebAddress.of(picture.address()).scheme().equals("https"));
        return Stream.concat(page.links().stream(), pictures).toList();
    }

    private static Remark remark(Fault fault, List<Link> links) {
        Link first = links.get(0);
        String example =
                fault.host().isEmpty() ? "\"" + first.address() + "\" on \"" + first.words() + "\"" : first.address();
        String where = links.size() == 1 ? example : links.size() + " links, the first " + example;
        return new Remark(fault.kind(), fault.host(), fault.sentence() + " (" + where + ").");
    }
}
