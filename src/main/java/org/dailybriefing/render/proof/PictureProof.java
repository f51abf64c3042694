package org.dailybriefing.render.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dailybriefing.render.proof.Remark.Kind;
import org.jsoup.nodes.Element;

/** Pictures that mail programs leave out, blow up, or cannot speak. */
final class PictureProof {

    private PictureProof() {}

    static Stream<Remark> read(HtmlPart page) {
        return page.pictures().stream().flatMap(PictureProof::read);
    }

    private static Stream<Remark> read(Element picture) {
        String address = picture.attr("src");
        List<String> faults = faults(picture, WebAddress.of(address));
        return faults.isEmpty()
                ? Stream.empty()
                : Stream.of(new Remark(
                        Kind.PICTURE, address, "The picture \"" + address + "\" " + String.join(", ", faults) + "."));
    }

    private static List<String> faults(Element picture, WebAddress address) {
        var faults = new ArrayList<String>();
        if (picture.attr("alt").isBlank()) {
            faults.add("has no alt text");
        }
        if (!address.scheme().equals("https")) {
            faults.add("has no https address");
        }
        if (!isLength(picture.attr("width")) || !isLength(picture.attr("height"))) {
            faults.add("lacks its width or height in pixels");
        }
        return faults;
    }

    /** Outlook takes the size from the attributes alone, and only as numbers. */
    private static boolean isLength(String given) {
        return given.matches("[1-9]\\d{0,4}");
    }
}
