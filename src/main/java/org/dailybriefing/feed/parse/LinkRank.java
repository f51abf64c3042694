package org.dailybriefing.feed.parse;

/** Where an item's link may be found; a lower rank goes before a higher one. */
final class LinkRank {

    /** The article itself, where the link leads through a counter of clicks. */
    static final int ORIGINAL = 0;

    static final int LINK = 1;

    /** A link to something that is no page, or without the attribute it should be in. */
    static final int OTHER_TYPE = 2;

    static final int CONTENT = 3;
    static final int ID = 4;
    static final int ABOUT = 5;
    static final int SELF = 6;

    /** What the item is about, in feeds of links. */
    static final int RELATED = 7;

    private LinkRank() {}
}
