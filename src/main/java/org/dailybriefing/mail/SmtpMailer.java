package org.dailybriefing.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Objects;
import org.dailybriefing.mail.Conversation.Refused;
import org.dailybriefing.mail.Conversation.Step;
import org.dailybriefing.mail.SmtpServer.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * Sends by SMTP over one connection, which is kept for many mails. Where the server can take several commands at once
 * (PIPELINING, RFC 2920), a mail's envelope goes out behind the end of the mail before, so that a mail costs one round trip.
 */
final class SmtpMailer implements Mailer {

    /** Then a fresh connection is made: some servers count them, some leak. */
    private static final int MAILS_PER_CONNECTION = 1_000;

    private final List<SmtpServer> servers;
    private final @Nullable DkimSigner signer;
    private @Nullable Line line;

    /** @param servers in order of preference */
    SmtpMailer(List<SmtpServer> servers, @Nullable DkimSigner signer) {
        this.servers = servers;
        this.signer = signer;
    }

    private record Line(SmtpServer server, Conversation conversation) {}

    @Override
    public void send(Outgoing letters) {
        Posting posting = taken(letters);
        while (posting != null) {
            posting = post(posting, letters);
        }
    }

    private @Nullable Posting taken(Outgoing letters) {
        return composed(letters.take(), letters, true);
    }

    /** The letter as it goes over the wire, or the first after it that can be written at all. */
    private @Nullable Posting composed(@Nullable Letter first, Outgoing letters, boolean waiting) {
        Letter letter = first;
        while (letter != null) {
            try {
                return new Posting(letter, signer);
            } catch (AddressException e) {
                letters.settle(letter, new Receipt.Rejected("The mail cannot be written: " + e.getMessage()));
                letter = waiting ? letters.take() : letters.poll();
            }
        }
        return null;
    }

    /** @return what is to be posted next: the same again on another connection, or what follows */
    private @Nullable Posting post(Posting posting, Outgoing letters) {
        Attempt.Failed failed = open(posting);
        if (failed != null) {
            letters.settle(
                    posting.letter(),
                    failed.crowded()
                            ? new Receipt.Crowded(failed.problem())
                            : new Receipt.Unavailable(failed.problem()));
            return failed.crowded() ? null : taken(letters);
        }
        Line open = Objects.requireNonNull(line);
        if (!open.conversation().canSay(posting)) {
            letters.settle(
                    posting.letter(),
                    new Receipt.Rejected("The mail server " + open.server().place()
                            + " takes no addresses with letters beyond ASCII (SMTPUTF8)."));
            return taken(letters);
        }
        return talk(posting, letters, open);
    }

    private @Nullable Posting talk(Posting posting, Outgoing letters, Line open) {
        Conversation said = open.conversation();
        Posting following = null;
        try {
            Refused refused = said.envelope(posting);
            if (refused != null) {
                return refused(posting, refused, letters, open);
            }
            said.body(posting);
            following = following(letters, said);
            if (!letters.mayEnd(posting.letter())) {
                // what the server has of it must not become a mail
                hangUp();
                return following != null ? following : taken(letters);
            }
            said.end();
            announce(following, said);
            Reply verdict = said.verdict();
            letters.settle(posting.letter(), receipt(Step.END, verdict));
            if (verdict.isFarewell()) {
                hangUp();
                again(following);
            } else if (following == null && said.mails() >= MAILS_PER_CONNECTION) {
                close();
            }
        } catch (MessagingException | IOException e) {
            hangUp();
            again(following);
            if (isWorthAnother(said, e, open.server())) {
                again(posting);
                return posting;
            }
            letters.settle(posting.letter(), lost(open.server(), said.step(), e));
        }
        return following != null ? following : taken(letters);
    }

    /** Made ready before the mail ends: between that and the reply nobody can tell whether the server has it. */
    private @Nullable Posting following(Outgoing letters, Conversation said) {
        return said.pipelining() && said.mails() < MAILS_PER_CONNECTION
                ? composed(letters.poll(), letters, false)
                : null;
    }

    /** The envelope of the next letter goes out with the end of this one. */
    private static void announce(@Nullable Posting next, Conversation said) throws IOException {
        if (next != null && said.canSay(next)) {
            said.announce(next);
        }
    }

    private static void again(@Nullable Posting posting) {
        if (posting != null) {
            posting.announced(false);
        }
    }

    private @Nullable Posting refused(Posting posting, Refused refused, Outgoing letters, Line open) {
        Reply reply = refused.reply();
        if (reply.isFarewell()) {
            hangUp();
        }
        if (refused.step() != Step.SENDER) {
            letters.settle(posting.letter(), receipt(refused.step(), reply));
            return taken(letters);
        }
        Conversation said = open.conversation();
        if (reply.isFarewell() && said.mails() > 1) {
            // it had enough of this connection, not of this letter, of which it has heard nothing
            again(posting);
            return posting;
        }
        if (said.pipelining() && reply.code() >= 500 && reply.code() <= 504) {
            // it may have taken three commands for one
            open.server().pipelinesNoMore();
            hangUp();
            again(posting);
            return posting;
        }
        String why = "The mail server " + open.server().place() + " refused the sender: " + reply;
        if (!reply.isPermanent() || servers.size() > 1) {
            open.server().failed(why);
            close();
        }
        if (servers.size() > 1) {
            again(posting);
            return posting;
        }
        letters.settle(posting.letter(), new Receipt.Unavailable(why));
        return taken(letters);
    }

    /** The server knows nothing of the mail yet, and what went wrong may have to do with the connection alone. */
    private static boolean isWorthAnother(Conversation said, Exception e, SmtpServer server) {
        if (said.step().compareTo(Step.BODY) >= 0) {
            return false;
        }
        if (said.pipelining() && e.getCause() instanceof SocketTimeoutException && server.mayPipeline()) {
            server.pipelinesNoMore();
            return true;
        }
        return said.mails() > 1 && !said.heard();
    }

    /** What is known when a connection has died. */
    private static Receipt lost(SmtpServer server, Step step, Exception e) {
        return step == Step.END
                ? new Receipt.Uncertain("The connection to " + server.place() + " died after the end of the mail.")
                : new Receipt.RetryLater("The connection to " + server.place() + " died before the end of the mail: "
                        + SmtpServer.firstLine(e));
    }

    /** What a reply says of the mail at hand; see RFC 5321 4.2. */
    private static Receipt receipt(Step step, Reply reply) {
        if (!reply.isRefusal()) {
            return new Receipt.Accepted(reply.text());
        }
        boolean temporary = !reply.isPermanent() || step == Step.RECIPIENT && isOurs(reply);
        return temporary ? new Receipt.RetryLater(reply.text()) : new Receipt.Rejected(reply.text());
    }

    /** Login wanted, or policy (X.7.Z of RFC 3463, "relay access denied"): says nothing about the recipient. */
    private static boolean isOurs(Reply reply) {
        return reply.code() == 530 || reply.code() == 535 || reply.text().matches("(?s)\\d{3}[ -]5\\.7\\..*");
    }

    /** Opens a connection to the first server that can be used, unless there is one. */
    private Attempt.@Nullable Failed open(Posting posting) {
        Attempt.Failed first = null;
        for (SmtpServer each : line == null ? servers : List.<SmtpServer>of()) {
            Attempt attempt = each.connect(posting);
            if (attempt instanceof Attempt.Open open) {
                line = new Line(each, open.conversation());
                return null;
            }
            first = first == null ? (Attempt.Failed) attempt : first;
        }
        return first;
    }

    private void hangUp() {
        if (line != null) {
            line.conversation().hangUp();
            line.server().closed();
            line = null;
        }
    }

    @Override
    public void close() {
        if (line != null) {
            line.conversation().leave();
            line.server().closed();
            line = null;
        }
    }
}
