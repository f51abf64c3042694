package org.dailybriefing.mail.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands before an IMAP server and keeps it from saying that it can remove single messages (UIDPLUS, RFC 4315). */
final class WithoutUidPlus implements AutoCloseable {

    private final ServerSocket door;
    private final int port;

    WithoutUidPlus(int port) {
        this.port = port;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(() -> {
            while (true) {
                Socket client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), this.port);
                start(() -> pass(client, server, false));
                start(() -> pass(server, client, true));
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    private static void pass(Socket from, Socket to, boolean hiding) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var bytes = new byte[8_192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                var said = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
                out.write((hiding ? said.replace("UIDPLUS", "X-OTHER") : said).getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // somebody hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
