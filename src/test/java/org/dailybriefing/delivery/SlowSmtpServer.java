package org.dailybriefing.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server that takes its time, and writes down whom it accepted mail for before it says so. */
final class SlowSmtpServer implements AutoCloseable {

    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    SlowSmtpServer(long millisecondsAMail) {
        server = SMTPServer.port(0)
                .messageHandlerFactory(context -> new Handler(context, millisecondsAMail))
                .build();
        server.start();
    }

    private final class Handler implements MessageHandler {
        private final long delay;
        private String recipient = "";

        Handler(MessageContext context, long delay) {
            this.delay = delay;
        }

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String address) {
            recipient = address;
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            data.readAllBytes();
            accepted.add(recipient);
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        }

        @Override
        public void done() {}
    }

    List<String> accepted() {
        return accepted;
    }

    String[] settings() {
        return new String[] {"--spring.mail.host=127.0.0.1", "--spring.mail.port=" + server.getPortAllocated()};
    }

    @Override
    public void close() {
        server.stop();
    }
}
