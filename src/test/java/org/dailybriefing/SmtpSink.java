package org.dailybriefing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** An SMTP server on this machine that takes mail faster than anything sends it; it notes a recipient before it says that it took the mail. */
public final class SmtpSink implements AutoCloseable {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Porter porter;
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final long delay;

    public SmtpSink() {
        this(0);
    }

    /** @param delay between the end of a mail and the reply to it, in microseconds */
    public SmtpSink(long delay) {
        this(0, delay);
    }

    /** @param port 0 = a free one */
    public SmtpSink(int port, long delay) {
        this.delay = delay;
        porter = new Porter(port, this::talk);
    }

    /** Addresses in the order in which their mails were taken; one that is there twice got it twice. */
    public Queue<String> accepted() {
        return accepted;
    }

    public int port() {
        return porter.port();
    }

    public String[] settings() {
        return new String[] {"--spring.mail.host=127.0.0.1", "--spring.mail.port=" + port()};
    }

    private void talk(Socket socket) throws IOException {
        var in = new Incoming(socket.getInputStream());
        OutputStream out = new BufferedOutputStream(socket.getOutputStream());
        String recipient = "";
        say(out, "220 sink");
        out.flush();
        for (String line = in.line(); line != null; line = in.line()) {
            char verb = line.isEmpty() ? ' ' : Character.toUpperCase(line.charAt(0));
            if (verb == 'E') {
                say(out, "250-sink\r\n250-PIPELINING\r\n250 SIZE 50000000");
            } else if (verb == 'D') {
                say(out, "354 go on");
                out.flush();
                in.skipMail();
                accepted.add(recipient);
                pause();
                say(out, "250 taken");
            } else {
                if (verb == 'R' && line.indexOf('<') > 0) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                say(out, "250 ok");
            }
            if (in.isEmpty()) {
                out.flush();
            }
        }
    }

    private void pause() {
        if (delay > 0) {
            try {
                Thread.sleep(delay / 1000, (int) (delay % 1000) * 1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** What comes in, looked through in large pieces: a server that reads letter by letter would be what a sender waits for. */
    private static final class Incoming {
        private final InputStream in;
        private final byte[] bytes = new byte[65_536];
        private int at;
        private int end;

        Incoming(InputStream in) {
            this.in = in;
        }

        boolean isEmpty() {
            return at == end;
        }

        private boolean fill() throws IOException {
            at = 0;
            end = Math.max(0, in.read(bytes));
            return end > 0;
        }

        @Nullable
        String line() throws IOException {
            var line = new StringBuilder();
            while (at < end || fill()) {
                char c = (char) bytes[at++];
                if (c == '\n') {
                    return line.toString();
                }
                if (c != '\r') {
                    line.append(c);
                }
            }
            return null;
        }

        /** Up to the end of the mail. Its body begins behind the line break of DATA. */
        void skipMail() throws IOException {
            int matched = 2;
            while (matched < END.length) {
                if (at == end && !fill()) {
                    throw new IOException("hung up");
                }
                byte c = bytes[at++];
                matched = c == END[matched] ? matched + 1 : c == '\r' ? 1 : 0;
            }
        }
    }

    @Override
    public void close() {
        porter.close();
    }
}
