package org.dailybriefing.mail.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.dailybriefing.Porter;

/** Stands before an IMAP server and keeps it from saying that it can remove single messages (UIDPLUS, RFC 4315). */
final class WithoutUidPlus implements AutoCloseable {

    private final int server;
    private final Porter porter;

    /** @param server its port */
    WithoutUidPlus(int server) {
        this.server = server;
        porter = new Porter(this::talk);
    }

    int port() {
        return porter.port();
    }

    private void talk(Socket client) throws IOException {
        try (var behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            var answers = new Thread(() -> pass(behind, client, true));
            answers.setDaemon(true);
            answers.start();
            pass(client, behind, false);
        }
    }

    private static void pass(Socket from, Socket to, boolean hiding) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var bytes = new byte[8_192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                var said = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
                out.write((hiding ? said.replace("UIDPLUS", "X-OTHER") : said).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // somebody hung up
        }
    }

    @Override
    public void close() {
        porter.close();
    }
}
