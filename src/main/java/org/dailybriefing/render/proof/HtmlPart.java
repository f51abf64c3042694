package org.dailybriefing.render.proof;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The html of a mail as a browser takes it. */
final class HtmlPart {

    private final Element body;

    HtmlPart(String html) {
        body = Jsoup.parse(html).body();
    }

    /** @param words what a reader clicks on; of a picture its alt text */
    record Link(String address, String words) {}

    /** An anchor without an address is one too, unless it is there to be jumped to. */
    List<Link> links() {
        return body.select("a[href], area[href], a:not([href]):not([name]):not([id])").stream()
                .map(link -> new Link(link.attr("href").strip(), seen(link)))
                .toList();
    }

    List<Element> pictures() {
        return body.select("img");
    }

    List<Element> elements() {
        return body.getAllElements();
    }

    /** All that is read, seen or heard. */
    String words() {
        return seen(body);
    }

    /** Each as {@code name=value}. */
    Stream<String> attributes() {
        return elements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .map(attribute -> attribute.getKey() + "=" + attribute.getValue());
    }

    private static String seen(Element element) {
        Stream<String> alternatives = element.select("img[alt]").stream().map(picture -> picture.attr("alt"));
        return String.join(
                        " ",
                        Stream.concat(Stream.of(element.text()), alternatives).toList())
                .strip();
    }
}
