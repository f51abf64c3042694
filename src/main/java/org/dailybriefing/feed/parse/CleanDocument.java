package org.dailybriefing.feed.parse;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.dailybriefing.feed.parse.EntryDraft.Choice;
import org.dailybriefing.feed.parse.EntryDraft.LinkChoice;
import org.dailybriefing.feed.text.Links;
import org.dailybriefing.feed.text.PlainText;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Writes what has been read as a document that Rome cannot fail on: RSS 2.0 or Atom 1.0, with the few elements that the desk
 * uses, every text plain and every link whole.
 */
final class CleanDocument {

    static final int TITLE = 300;
    static final int SUMMARY = 2_000;
    static final int NAME = 120;
    static final int LONGEST_ID = 2_000;

    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    private final FeedDraft feed;
    private final Namespace space;
    private final @Nullable HttpUrl base;
    private final @Nullable String feedLanguage;

    private CleanDocument(FeedDraft feed, @Nullable HttpUrl address) {
        this.feed = feed;
        space = feed.atom ? ATOM : Namespace.NO_NAMESPACE;
        base = address == null ? ownAddress(feed) : address;
        feedLanguage = language(feed.head.language);
    }

    /** @param address of the document, if it has one */
    static Document of(FeedDraft feed, @Nullable HttpUrl address) {
        return new CleanDocument(feed, address).document();
    }

    /** A file that was saved from the web says where it comes from. */
    private static @Nullable HttpUrl ownAddress(FeedDraft feed) {
        String self = Links.absolute(feed.self, null);
        LinkChoice site = feed.head.link();
        String own = self == null && site != null ? Links.absolute(site.value(), site.base()) : self;
        return own == null ? null : HttpUrl.parse(own);
    }

    private Document document() {
        Element root = new Element(feed.atom ? "feed" : "rss", space);
        Element head = root;
        if (!feed.atom) {
            root.setAttribute("version", "2.0");
            head = new Element("channel");
            root.addContent(head);
        }
        text(head, "title", words(feed.head.text(Tag.TITLE), TITLE));
        text(head, "language", feed.atom ? null : feedLanguage);
        for (EntryDraft entry : feed.entries) {
            head.addContent(entry(entry));
        }
        return new Document(root);
    }

    private Element entry(EntryDraft entry) {
        var element = new Element(feed.atom ? "entry" : "item", space);
        String source = words(entry.text(Tag.SOURCE), NAME);
        text(element, "title", words(entry.text(Tag.TITLE), TITLE));
        text(element, feed.atom ? "summary" : "description", summary(entry));
        link(element, link(entry.link()));
        id(element, entry.text(Tag.ID));
        author(element, authors(entry.authors.isEmpty() ? feed.head.authors : entry.authors));
        entry.categories.forEach(category -> category(element, PlainText.of(category, NAME)));
        return element.addContent(details(entry, source).element());
    }

    private ItemDetails details(EntryDraft entry, @Nullable String source) {
        String language = language(entry.language);
        return new ItemDetails(
                entry.date(Tag.PUBLISHED),
                entry.date(Tag.UPDATED),
                source,
                Pictures.choose(entry, base),
                FullText.words(entry.text(Tag.BODY)),
                language == null ? feedLanguage : language);
    }

    /** Some summaries are nothing but a picture. */
    private static @Nullable String summary(EntryDraft entry) {
        String summary = words(entry.text(Tag.SUMMARY), SUMMARY);
        if (summary == null) {
            summary = words(entry.text(Tag.BODY), SUMMARY);
        }
        return summary == null ? words(entry.text(Tag.CAPTION), SUMMARY) : summary;
    }

    private @Nullable String link(@Nullable LinkChoice choice) {
        String link =
                choice == null ? null : Links.absolute(choice.value(), choice.base() == null ? base : choice.base());
        return link == null ? null : Links.canonical(link);
    }

    private void link(Element element, @Nullable String link) {
        if (link != null && feed.atom) {
            element.addContent(new Element("link", space).setAttribute("href", link));
        } else {
            text(element, "link", link);
        }
    }

    private void id(Element element, @Nullable Choice id) {
        String value = id == null ? "" : PlainText.clean(id.value(), LONGEST_ID);
        if (!value.isEmpty() && feed.atom) {
            text(element, "id", value);
        } else if (!value.isEmpty()) {
            element.addContent(
                    new Element("guid").setAttribute("isPermaLink", "false").setText(value));
        }
    }

    private void author(Element element, String names) {
        if (!names.isEmpty() && feed.atom) {
            var author = new Element("author", space);
            text(author, "name", names);
            element.addContent(author);
        } else if (!names.isEmpty()) {
            text(element, "author", names);
        }
    }

    private static String authors(Set<String> names) {
        return names.stream()
                .map(name -> PlainText.of(Person.name(name), NAME))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void category(Element element, String name) {
        if (!name.isEmpty() && feed.atom) {
            element.addContent(new Element("category", space).setAttribute("term", name));
        } else if (!name.isEmpty()) {
            text(element, "category", name);
        }
    }

    private void text(Element into, String name, @Nullable String value) {
        if (value != null) {
            into.addContent(new Element(name, space).setText(value));
        }
    }

    private static @Nullable String words(@Nullable Choice choice, int most) {
        if (choice == null) {
            return null;
        }
        String words = choice.kind() == TextKind.PLAIN
                ? PlainText.clean(choice.value(), most)
                : PlainText.of(choice.kind().html(choice.value()), most);
        return words.isEmpty() ? null : words;
    }

    static @Nullable String language(@Nullable String tag) {
        String language = Objects.requireNonNullElse(tag, "").strip().replace('_', '-');
        return language.matches("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}") ? language : null;
    }
}
