package org.dailybriefing.feed.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Reads what was meant to be XML as a browser would: tags that do not match, attributes without quotes, an end that is missing. */
final class BrokenXml {

    /** A tree takes many times the memory of its document; in characters. */
    private static final int LARGEST = 5_000_000;

    private static final Set<String> CONTAINERS = Set.of("rss", "rdf", "channel", "feed", "items");

    private BrokenXml() {}

    /** One at a time, for the memory that it takes. */
    static synchronized void read(String document, XmlEvents events) {
        if (document.length() > LARGEST) {
            throw new NoFeedException(
                    "is broken, and with " + document.length() + " characters too large to be mended");
        }
        // a word that the end cuts in two is none; whole elements before it are
        String whole = document.substring(0, document.lastIndexOf('>') + 1);
        // a tag may be closed in another case than it was opened
        var tree = Jsoup.parse(whole, "", Parser.xmlParser().settings(ParseSettings.htmlDefault));
        tree.select("item, entry").forEach(BrokenXml::lift);
        for (Element root : tree.children()) {
            if (!events.done()) {
                root.traverse(new Teller(events));
            }
        }
    }

    /** What stands before it was never closed: it belongs to the feed all the same. */
    private static void lift(Element item) {
        Element feed = item.parent();
        while (feed != null && !CONTAINERS.contains(feed.normalName().replaceFirst("^.*:", ""))) {
            feed = feed.parent();
        }
        if (feed != null && feed != item.parent()) {
            feed.appendChild(item);
        }
    }

    private static final class Teller implements NodeVisitor {

        private final XmlEvents events;
        private final Map<String, String> declared = new HashMap<>();

        Teller(XmlEvents events) {
            this.events = events;
        }

        @Override
        public void head(Node node, int depth) {
            if (events.done()) {
                return;
            }
            if (node instanceof Element element) {
                declare(element);
                String tag = element.tagName();
                int colon = tag.indexOf(':');
                String prefix = colon < 0 ? "" : tag.substring(0, colon);
                String unknown = prefix.isEmpty() ? "" : Space.PREFIX + prefix;
                events.start(
                        declared.getOrDefault(prefix, unknown),
                        tag.substring(colon + 1),
                        new ElementAttributes(element));
            } else if (node instanceof TextNode text) {
                char[] characters = text.getWholeText().toCharArray();
                events.text(characters, 0, characters.length);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element && !events.done()) {
                events.end();
            }
        }

        /** Feeds declare their namespaces at the root; a declaration further down serves the rest of the document too. */
        private void declare(Element element) {
            element.attributes().forEach(attribute -> {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                if (name.equals("xmlns")) {
                    declared.putIfAbsent("", attribute.getValue());
                } else if (name.startsWith("xmlns:")) {
                    declared.put(attribute.getKey().substring("xmlns:".length()), attribute.getValue());
                }
            });
        }
    }

    private record ElementAttributes(Element element) implements XmlEvents.Attributes {

        @Override
        public @Nullable String get(String name) {
            String value = element.attributes().getIgnoreCase(name);
            return value.isEmpty() && !element.attributes().hasKeyIgnoreCase(name) ? null : value;
        }

        @Override
        public @Nullable String get(String prefix, String name) {
            return get(prefix + ":" + name);
        }
    }
}
