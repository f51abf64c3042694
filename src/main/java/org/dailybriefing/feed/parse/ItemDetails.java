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
        @Nullable String image,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable String language) {

    private static final Namespace NAMESPACE = Namespace.getNamespace("urn:daily-briefing:item");
    private static final String NAME = "details";

    Element element() {
        var element = new Element(NAME, NAMESPACE);
        set(element, "published", published == null ? null : published.toString());
        set(element, "updated", updated == null ? null : updated.toString());
        set(element, "source", source);
        set(element, "image", image);
        set(element, "caption", caption);
        set(element, "credit", credit);
        set(element, "language", language);
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
                element.getAttributeValue("image"),
                element.getAttributeValue("caption"),
                element.getAttributeValue("credit"),
                element.getAttributeValue("language"));
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
