package org.dailybriefing.feed.fetch;

import java.io.IOException;

/** What keeps a feed from being read; the message is a sentence without its subject, such as "is larger than 10 MB". */
public final class FetchException extends IOException {

    private final String why;

    FetchException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
