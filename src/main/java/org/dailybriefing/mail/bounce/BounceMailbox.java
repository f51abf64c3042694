package org.dailybriefing.mail.bounce;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox that reports come to, open. What is not removed stays as it is, unread if it was. All methods throw a {@link
 * org.dailybriefing.base.Refusal} when the mailbox cannot be used any more.
 */
public sealed interface BounceMailbox extends AutoCloseable permits Maildir, ServerMailbox {

    /**
     * @param place the path of a Maildir, or such as {@code imaps://user@host/INBOX} or {@code pop3s://user@host}
     * @throws org.dailybriefing.base.Refusal if there is none, the host is away or refuses the login
     */
    static BounceMailbox open(String place, @Nullable String password) {
        return place.contains("://") ? ServerMailbox.open(place, password) : Maildir.open(place);
    }

    /** Names of all messages, which stay the same from one opening to the next. */
    List<String> messages();

    /** @return the message's start, up to {@link BounceReader#LONGEST} bytes; nothing if somebody else has taken it away */
    Optional<byte[]> read(String message);

    /** Takes a message away for good, at the latest when the mailbox is closed. */
    void remove(String message);

    @Override
    void close();
}
