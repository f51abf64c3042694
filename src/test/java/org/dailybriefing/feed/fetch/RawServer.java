package org.dailybriefing.feed.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dailybriefing.Porter;

/** A server that sends just the bytes that a test wants, and remembers each request as it came. */
final class RawServer implements AutoCloseable {

    private final ServerSocket server;
    private final Porter porter;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What follows on the head of a request; the connection is closed after it. */
    @FunctionalInterface
    interface Script {
        void answer(OutputStream out) throws IOException;
    }

    RawServer(Script script) {
        this(plain("127.0.0.1"), script);
    }

    RawServer(ServerSocket server, Script script) {
        this.script = script;
        this.server = server;
        porter = new Porter(server, this::talk);
    }

    static ServerSocket plain(String address) {
        try {
            return new ServerSocket(0, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends text as it stands, with line ends as HTTP has them. */
    static RawServer saying(String text) {
        return new RawServer(out -> out.write(crlf(text)));
    }

    static byte[] crlf(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private void talk(Socket socket) throws IOException {
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return;
            }
            head += (char) next;
        }
        requests.add(head);
        script.answer(socket.getOutputStream());
        socket.getOutputStream().flush();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url(String path) {
        return "http://" + server.getInetAddress().getHostAddress() + ":" + port() + path;
    }

    int port() {
        return porter.port();
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        porter.close();
    }
}
