package org.dailybriefing.feed.parse;

import java.time.Instant;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * What Rome does not read, or reads wrongly, or slowly: dates above all. It travels through Rome as an element of its own, which
 * Rome hands on as foreign markup.
 */
record ItemDetails(
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String source,
        @Nullable Image image,
        int words,
        @Nullable String language) {

    private static final Namespace NAMESPACE = Namespace.getNamespace("urn:daily-briefing:item");
    private static final String NAME = "details";

    Element element() {
        var element = new Element(NAME, NAMESPACE);
        set(element, "published", published == null ? null : published.toString());
        set(element, "updated", updated == null ? null : updated.toString());
        set(element, "source", source);
        set(element, "language", language);
        set(element, "words", String.valueOf(words));
        return image == null ? element : element.addContent(element(image));
    }

    private static Element element(Image image) {
        var element = new Element("image", NAMESPACE);
        set(element, "url", image.url());
        set(element, "width", String.valueOf(image.width()));
        set(element, "height", String.valueOf(image.height()));
        set(element, "caption", image.caption());
        set(element, "credit", image.credit());
        return element;
    }

    static ItemDetails of(List<Element> foreignMarkup) {
        Element element = foreignMarkup.stream()
                .filter(candidate -> candidate.getNamespace().equals(NAMESPACE))
                .findFirst()
                .orElseThrow();
        return new ItemDetails(
                instant(element.getAttributeValue("published")),
                instant(element.getAttributeValue("updated")),
                element.getAttributeValue("source"),
                image(element.getChild("image", NAMESPACE)),
                Integer.parseInt(element.getAttributeValue("words")),
                element.getAttributeValue("language"));
    }

    private static @Nullable Image image(@Nullable Element element) {
        return element == null
                ? null
                : new Image(
                        element.getAttributeValue("url"),
                        Integer.parseInt(element.getAttributeValue("width")),
                        Integer.parseInt(element.getAttributeValue("height")),
                        element.getAttributeValue("caption"),
                        element.getAttributeValue("credit"));
    }

    private static void set(Element element, String name, @Nullable String value) {
        if (value != null) {
            element.setAttribute(name, value);
        }
    }

    private static @Nullable Instant instant(@Nullable String value) {
        return value == null ? null : Instant.parse(value);
    }
}
