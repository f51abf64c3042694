package org.dailybriefing.feed.parse;

/** A document turns out to be no feed, or one that is not read any further. */
final class NoFeedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param why a sentence without its subject, such as "is a web page" */
    NoFeedException(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
