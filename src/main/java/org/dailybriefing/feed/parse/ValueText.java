package org.dailybriefing.feed.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text of an element that holds a value. Markup that stands in it as elements, as in XHTML, is written out as text again, so
 * that the value is HTML like any other.
 */
final class ValueText {

    /** More than is ever shown of one; in characters. */
    private static final int LONGEST = 200_000;

    /** What is wanted of such markup: its pictures. */
    private static final List<String> KEPT_ATTRIBUTES = List.of("src", "alt", "width", "height");

    private static final Set<String> EMPTY_ELEMENTS = Set.of("br", "img", "hr");

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean literal;
    private boolean marked;

    /** @param literalText whether text beside elements is text, as Atom wants it, and not HTML that was escaped once less */
    void begin(boolean literalText) {
        text.setLength(0);
        open.clear();
        literal = literalText;
        marked = false;
    }

    void append(char[] buffer, int start, int length) {
        if (text.length() > LONGEST) {
            return;
        }
        if (marked && literal) {
            text.append(TextKind.escape(new String(buffer, start, length)));
        } else {
            text.append(buffer, start, length);
        }
    }

    void startMarkup(String name, XmlEvents.Attributes attributes) {
        if (!marked && literal) {
            String before = text.toString();
            text.setLength(0);
            text.append(TextKind.escape(before));
        }
        marked = true;
        String element = name.toLowerCase(Locale.ROOT);
        open.push(element);
        if (text.length() > LONGEST) {
            return;
        }
        text.append('<').append(element);
        for (String attribute : KEPT_ATTRIBUTES) {
            String value = attributes.get(attribute);
            if (value != null) {
                text.append(' ').append(attribute).append("=\"");
                text.append(TextKind.escape(value).replace("\"", "&quot;")).append('"');
            }
        }
        text.append('>');
    }

    void endMarkup() {
        String element = open.pop();
        if (!EMPTY_ELEMENTS.contains(element)) {
            text.append("</").append(element).append('>');
        }
    }

    /** How many elements are open within the value. */
    int depth() {
        return open.size();
    }

    /** @param declared the kind that the element says its text is of */
    TextKind kind(TextKind declared) {
        return marked ? TextKind.HTML : declared;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
