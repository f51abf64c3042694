package org.dailybriefing.mail.bounce;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.dailybriefing.base.Refusal;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.eclipse.angus.mail.util.ReadableMime;
import org.jspecify.annotations.Nullable;

/** A mailbox on a server, by IMAP or POP3. */
final class ServerMailbox implements BounceMailbox {

    /** Of a long message on a POP server; it has no other measure. */
    private static final int LINES = 4_000;

    private final MailboxPlace place;
    private final Store store;
    private final Folder folder;
    private final Map<String, Message> messages;

    private ServerMailbox(MailboxPlace place, Store store, Folder folder, Map<String, Message> messages) {
        this.place = place;
        this.store = store;
        this.folder = folder;
        this.messages = messages;
    }

    static ServerMailbox open(String place, @Nullable String password) {
        return open(place, password, new Properties());
    }

    /** @param further settings of the library, over our own */
    static ServerMailbox open(String written, @Nullable String password, Properties further) {
        MailboxPlace place = MailboxPlace.of(written);
        if (password == null || password.isEmpty()) {
            throw new Refusal("There is no password for " + place + "; set BRIEFING_BOUNCES_PASSWORD.");
        }
        Properties properties = place.properties();
        properties.putAll(further);
        Store store = null;
        try {
            store = Session.getInstance(properties).getStore(place.protocol());
            store.connect(place.host(), place.port(), place.user(), password);
            Folder folder = store.getFolder(place.folder());
            folder.open(Folder.READ_WRITE);
            return new ServerMailbox(place, store, folder, list(place, folder));
        } catch (MessagingException | RuntimeException e) {
            leave(store);
            throw refusal(place, e);
        }
    }

    private static Map<String, Message> list(MailboxPlace place, Folder folder) throws MessagingException {
        var messages = new LinkedHashMap<String, Message>();
        Message[] all = folder.getMessages();
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.FLAGS);
        folder.fetch(all, profile);
        for (Message message : all) {
            if (folder instanceof IMAPFolder imap) {
                // marked by us, on a server that cannot remove single messages
                if (!message.isSet(Flags.Flag.DELETED)) {
                    messages.put(imap.getUIDValidity() + "." + imap.getUID(message), message);
                }
            } else {
                String uid = ((POP3Folder) folder).getUID(message);
                if (uid == null) {
                    throw new Refusal(
                            "The server of " + place + " gives its messages no names (UIDL), so that none could be"
                                    + " told from another; use IMAP.");
                }
                messages.put(uid, message);
            }
        }
        return messages;
    }

    @Override
    public List<String> messages() {
        return List.copyOf(messages.keySet());
    }

    @Override
    public Optional<byte[]> read(String name) {
        Message message = message(name);
        try {
            if (message instanceof IMAPMessage imap) {
                // reading is not seeing
                imap.setPeek(true);
            }
            boolean whole = !(message instanceof POP3Message) || message.getSize() <= BounceReader.LONGEST;
            try (InputStream in =
                    whole ? ((ReadableMime) message).getMimeStream() : ((POP3Message) message).top(LINES)) {
                return Optional.of(in.readNBytes(BounceReader.LONGEST));
            } finally {
                if (message instanceof POP3Message pop) {
                    pop.invalidate(true);
                }
            }
        } catch (MessageRemovedException e) {
            return Optional.empty();
        } catch (IOException | MessagingException | RuntimeException e) {
            throw refusal(place, e);
        }
    }

    @Override
    public void remove(String name) {
        Message message = message(name);
        try {
            message.setFlag(Flags.Flag.DELETED, true);
            if (folder instanceof IMAPFolder imap && uidPlus()) {
                // this one only: a person's own marks are his
                imap.expunge(new Message[] {message});
            }
        } catch (MessageRemovedException e) {
            // somebody else was first
        } catch (MessagingException | RuntimeException e) {
            throw refusal(place, e);
        }
    }

    private boolean uidPlus() throws MessagingException {
        return ((IMAPStore) store).hasCapability("UIDPLUS");
    }

    private Message message(String name) {
        return Optional.ofNullable(messages.get(name)).orElseThrow();
    }

    /** A POP server removes now what was marked. What cannot be removed is known when it is read again. */
    @Override
    public void close() {
        try {
            if (folder.isOpen()) {
                folder.close(folder instanceof POP3Folder);
            }
        } catch (MessagingException | RuntimeException e) {
            // the connection is given up either way
        }
        leave(store);
    }

    private static void leave(@Nullable Store store) {
        try {
            if (store != null) {
                store.close();
            }
        } catch (MessagingException | RuntimeException e) {
            // the connection is given up either way
        }
    }

    private static Refusal refusal(MailboxPlace place, Exception e) {
        if (e instanceof Refusal known) {
            return known;
        }
        if (e instanceof AuthenticationFailedException) {
            return new Refusal(
                    "The mailbox " + place + " refused the login; check the user in briefing.bounces.mailbox and"
                            + " BRIEFING_BOUNCES_PASSWORD.",
                    e);
        }
        if (e instanceof FolderNotFoundException) {
            return new Refusal(
                    "The mailbox " + place + " has no folder of that name; check briefing.bounces.mailbox.", e);
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new Refusal(
                "The mailbox " + place + " cannot be read ("
                        + String.valueOf(cause.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("no reason given")
                                .replaceAll("\\S+@\\S+", "…")
                        + "); check briefing.bounces.mailbox and the server.",
                e);
    }
}
