package org.dailybriefing.feed.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.dailybriefing.feed.parse.Tag.Meaning;
import org.dailybriefing.feed.text.Links;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of a document only the elements that are read, so that nothing else in it can do harm, in a single pass. It knows what
 * an element means by its name and by where it stands; whatever it does not know is passed over with all that is in it.
 */
final class FeedFilter implements XmlEvents {

    /** Feeds are some ten elements deep, and what nobody closed is nested in what follows; nobody gets here by a slip. */
    private static final int DEEPEST = 1_000;

    static final int MOST_ENTRIES = 1_000;

    /** What an element is the inside of. */
    private enum Place {
        FEED,
        ENTRY,
        /** Of an aggregator's item: a text, or in Atom a feed with a title of its own. */
        SOURCE,
        PERSON,
        MEDIA,
        IMAGE,
        SKIP,
        VALUE
    }

    private record Frame(
            Place place,
            Meaning meaning,
            TextKind kind,
            @Nullable HttpUrl base) {}

    private final @Nullable HttpUrl address;
    private final FeedDraft feed = new FeedDraft();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Map<String, Space> spaces = new HashMap<>();

    private final ValueText text = new ValueText();

    /** Text of what values may stand in. */
    private final StringBuilder outerText = new StringBuilder();

    /** Null outside of items: what is read then is about the feed. */
    private @Nullable EntryDraft entry;

    private @Nullable PictureDraft picture;
    private @Nullable String personName;
    private boolean idIsLink;
    private int ignored;
    private boolean rootEnded;

    /** @param address of the document, which its links may be relative to */
    FeedFilter(@Nullable HttpUrl address) {
        this.address = address;
    }

    FeedDraft feed() {
        return feed;
    }

    @Override
    public boolean done() {
        return rootEnded || feed.entries.size() >= MOST_ENTRIES;
    }

    @Override
    public void start(String namespace, String name, Attributes attributes) {
        if (frames.size() + ignored + text.depth() >= DEEPEST) {
            throw new NoFeedException("is nested deeper than " + DEEPEST + " elements");
        }
        Frame in = frames.peek();
        if (in == null) {
            frames.push(root(namespace, name, attributes));
        } else if (ignored > 0) {
            ignored++;
        } else if (in.place() == Place.VALUE) {
            text.startMarkup(name, attributes);
        } else {
            Meaning meaning = Tag.meaning(space(in, namespace, name), name);
            Frame frame = meaning == null ? null : child(in, meaning, attributes);
            if (frame == null) {
                ignored = 1;
            } else {
                frames.push(frame);
            }
        }
    }

    @Override
    public void text(char[] buffer, int start, int length) {
        Frame in = frames.peek();
        if (in == null || ignored > 0) {
            return;
        }
        switch (in.place()) {
            case VALUE -> text.append(buffer, start, length);
            case SOURCE, PERSON, IMAGE -> outerText.append(buffer, start, length);
            default -> {}
        }
    }

    @Override
    public void end() {
        if (ignored > 0) {
            ignored--;
        } else if (text.depth() > 0) {
            text.endMarkup();
        } else if (!frames.isEmpty()) {
            finish(frames.pop());
            rootEnded = frames.isEmpty();
        }
    }

    private Frame root(String namespace, String name, Attributes attributes) {
        Dialect dialect = Dialect.of(namespace, name, attributes);
        feed.format = dialect.format();
        feed.atom = dialect.atom();
        if (!dialect.rdf()) {
            // whatever address it has, it is that of the feed's own elements
            spaces.put(namespace, feed.atom ? Space.ATOM : Space.CORE);
        }
        feed.head.language = attributes.get("xml", "lang");
        return new Frame(Place.FEED, new Meaning(Tag.CHANNEL, 0), TextKind.NO_TEXT, base(null, attributes));
    }

    /** The items of a feed may have an address that nobody knows, and are its items all the same. */
    private Space space(Frame in, String namespace, String name) {
        Space space = space(namespace);
        boolean own = space == Space.OTHER
                && in.place() == Place.FEED
                && (name.equals("channel") || name.equals("item"))
                && !namespace.startsWith(Space.PREFIX);
        if (own) {
            spaces.put(namespace, Space.CORE);
        }
        return own ? Space.CORE : space;
    }

    private Space space(String namespace) {
        return spaces.computeIfAbsent(namespace, address -> {
            if (address.contains("netscape.com/rdf/simple/0.9")) {
                feed.format = "rss_0.90";
            }
            return Space.ofAddress(address);
        });
    }

    /** @return null if it is passed over, or all there is to it are its attributes */
    private @Nullable Frame child(Frame in, Meaning meaning, Attributes attributes) {
        return switch (in.place()) {
            case FEED -> feedChild(in, meaning, attributes);
            case ENTRY -> entry == null ? null : entryChild(entry, in, meaning, attributes);
            case MEDIA -> entry == null ? null : mediaChild(entry, in, meaning, attributes);
            case SOURCE -> meaning.tag() == Tag.TITLE ? value(in, meaning, attributes) : null;
            case PERSON ->
                meaning.tag() == Tag.PERSON_NAME || meaning.tag() == Tag.PERSON_MAIL
                        ? value(in, meaning, attributes)
                        : null;
            case IMAGE -> meaning.tag() == Tag.IMAGE_URL ? value(in, meaning, attributes) : null;
            case SKIP ->
                meaning.tag() == Tag.SKIP_HOUR || meaning.tag() == Tag.SKIP_DAY ? value(in, meaning, attributes) : null;
            case VALUE -> null;
        };
    }

    private @Nullable Frame feedChild(Frame in, Meaning meaning, Attributes attributes) {
        return switch (meaning.tag()) {
            case CHANNEL -> inside(Place.FEED, in, meaning, attributes);
            case ITEM -> startEntry(in, meaning, attributes);
            case TITLE, LANGUAGE, TIME_TO_LIVE, PERIOD, FREQUENCY -> value(in, meaning, attributes);
            case LINK -> link(feed.head, in, meaning, attributes);
            case AUTHOR -> inside(Place.PERSON, in, meaning, attributes);
            case SKIP -> inside(Place.SKIP, in, meaning, attributes);
            default -> null;
        };
    }

    private @Nullable Frame entryChild(EntryDraft into, Frame in, Meaning meaning, Attributes attributes) {
        return switch (meaning.tag()) {
            case ITEM -> {
                // the one before was never closed
                feed.entries.add(into);
                yield startEntry(in, meaning, attributes);
            }
            case TITLE, SUMMARY, PUBLISHED, UPDATED, LANGUAGE, ORIGINAL_LINK, CAPTION, CREDIT ->
                value(in, meaning, attributes);
            case BODY -> {
                into.link(LinkRank.CONTENT, attributes.get("src"), in.base());
                yield value(in, meaning, attributes);
            }
            case ID -> {
                idIsLink = !"false".equalsIgnoreCase(attributes.get("isPermaLink"));
                yield value(in, meaning, attributes);
            }
            case LINK -> link(into, in, meaning, attributes);
            case AUTHOR -> inside(Place.PERSON, in, meaning, attributes);
            case SOURCE -> inside(Place.SOURCE, in, meaning, attributes);
            case CATEGORY -> category(into, in, meaning, attributes);
            case IMAGE -> image(into, in, meaning, attributes);
            case ENCLOSURE -> {
                into.picture(PictureDraft.of(PictureDraft.Kind.ENCLOSURE, attributes));
                yield null;
            }
            case PICTURE, THUMBNAIL, PICTURE_GROUP -> mediaChild(into, in, meaning, attributes);
            default -> null;
        };
    }

    private @Nullable Frame mediaChild(EntryDraft into, Frame in, Meaning meaning, Attributes attributes) {
        return switch (meaning.tag()) {
            case PICTURE -> {
                picture = PictureDraft.of(PictureDraft.Kind.CONTENT, attributes);
                into.picture(picture);
                yield inside(Place.MEDIA, in, meaning, attributes);
            }
            case THUMBNAIL -> {
                into.picture(PictureDraft.of(PictureDraft.Kind.THUMBNAIL, attributes));
                yield null;
            }
            case PICTURE_GROUP -> inside(Place.MEDIA, in, meaning, attributes);
            case CAPTION, CREDIT, TITLE -> value(in, meaning, attributes);
            default -> null;
        };
    }

    private Frame startEntry(Frame in, Meaning meaning, Attributes attributes) {
        Frame frame = inside(Place.ENTRY, in, meaning, attributes);
        entry = new EntryDraft();
        entry.language = attributes.get("xml", "lang");
        String about = attributes.get("rdf", "about");
        if (about != null) {
            entry.put(Tag.ID, 2, TextKind.PLAIN, about);
            entry.link(LinkRank.ABOUT, about, frame.base());
        }
        entry.link(LinkRank.LINK, attributes.get("href"), frame.base());
        return frame;
    }

    private Frame inside(Place place, Frame in, Meaning meaning, Attributes attributes) {
        outerText.setLength(0);
        personName = null;
        return new Frame(place, meaning, TextKind.HTML, base(in.base(), attributes));
    }

    private Frame value(Frame in, Meaning meaning, Attributes attributes) {
        text.begin(feed.atom);
        TextKind kind = switch (meaning.tag()) {
            case TITLE, SUMMARY, BODY ->
                feed.atom ? TextKind.ofAtom(attributes.get("type"), attributes.get("mode")) : TextKind.HTML;
            default -> TextKind.HTML;
        };
        return new Frame(Place.VALUE, meaning, kind, base(in.base(), attributes));
    }

    private @Nullable Frame link(EntryDraft into, Frame in, Meaning meaning, Attributes attributes) {
        if (attributes.get("href") == null) {
            return value(in, meaning, attributes);
        }
        LinkElement.read(attributes, base(in.base(), attributes), into, feed);
        return null;
    }

    private @Nullable Frame category(EntryDraft into, Frame in, Meaning meaning, Attributes attributes) {
        String label = attributes.get("label");
        String name = label == null || label.isBlank() ? attributes.get("term") : label;
        if (name == null) {
            return value(in, meaning, attributes);
        }
        into.category(name);
        return null;
    }

    private @Nullable Frame image(EntryDraft into, Frame in, Meaning meaning, Attributes attributes) {
        String href = Objects.requireNonNullElse(
                attributes.get("href"), Objects.requireNonNullElse(attributes.get("url"), ""));
        if (href.isBlank()) {
            return inside(Place.IMAGE, in, meaning, attributes);
        }
        into.picture(PictureDraft.of(PictureDraft.Kind.IMAGE, href));
        return null;
    }

    private @Nullable HttpUrl base(@Nullable HttpUrl outer, Attributes attributes) {
        String given = attributes.get("xml", "base");
        if (given == null) {
            return outer;
        }
        HttpUrl against = outer == null ? address : outer;
        HttpUrl base = against == null ? HttpUrl.parse(given.strip()) : against.resolve(given.strip());
        return base == null ? outer : base;
    }

    private void finish(Frame frame) {
        EntryDraft into = entry == null ? feed.head : entry;
        switch (frame.place()) {
            case ENTRY -> {
                if (entry != null) {
                    feed.entries.add(entry);
                    entry = null;
                }
            }
            case PERSON -> into.author(personName == null ? outerText.toString() : personName);
            case SOURCE -> into.put(Tag.SOURCE, 1, TextKind.HTML, outerText.toString());
            case IMAGE -> into.picture(PictureDraft.of(PictureDraft.Kind.IMAGE, outerText.toString()));
            case MEDIA -> picture = frame.meaning().tag() == Tag.PICTURE ? null : picture;
            case VALUE -> deliver(frame, into, text.toString());
            default -> {}
        }
    }

    private void deliver(Frame frame, EntryDraft into, String value) {
        Tag tag = frame.meaning().tag();
        int rank = frame.meaning().rank();
        TextKind kind = text.kind(frame.kind());
        Place in = Objects.requireNonNull(frames.peek()).place();
        switch (tag) {
            case TIME_TO_LIVE, PERIOD, FREQUENCY, SKIP_HOUR, SKIP_DAY -> feed.hint(tag, value);
            case PERSON_NAME -> personName = value;
            case PERSON_MAIL -> personName = personName == null ? value : personName;
            case IMAGE_URL -> outerText.append(value);
            case LINK -> into.link(feed.atom ? LinkRank.OTHER_TYPE : LinkRank.LINK, value, frame.base());
            case ORIGINAL_LINK -> into.link(LinkRank.ORIGINAL, Links.absolute(value, null), null);
            case ID -> into.id(rank, value, idIsLink);
            case TITLE, CAPTION, CREDIT -> deliverWords(in, into, tag, rank, kind, value);
            default -> into.take(tag, rank, kind, value);
        }
    }

    /** A title in a picture is a caption, one in a source the name of an outlet. */
    private void deliverWords(Place in, EntryDraft into, Tag tag, int rank, TextKind kind, String value) {
        if (in == Place.SOURCE) {
            into.put(Tag.SOURCE, 0, kind, value);
        } else if (in == Place.MEDIA && picture != null) {
            picture.tell(tag, value);
        } else {
            into.put(in == Place.MEDIA && tag == Tag.TITLE ? Tag.CAPTION : tag, rank, kind, value);
        }
    }
}
