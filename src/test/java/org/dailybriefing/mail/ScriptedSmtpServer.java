package org.dailybriefing.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server on this machine that fails where the local part of an address tells it to: {@code rcpt.550} refuses
 * the recipient, {@code dot.drop} hangs up after the end of the mail, {@code dot.421drop} answers first. The steps are
 * {@code mail}, {@code rcpt}, {@code data}, {@code body}, {@code dot}, and {@code next} for the letter after it.
 */
final class ScriptedSmtpServer implements AutoCloseable {

    private static final Pattern SCRIPT = Pattern.compile("<([a-z]+)\\.(\\d*)(drop)?@");

    private final ServerSocket door;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final String extension;
    private final Thread porter;

    /** @param extension what it says it can do, such as {@code AUTH PLAIN} */
    ScriptedSmtpServer(String extension) {
        this.extension = extension;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        porter = start(() -> {
            while (true) {
                Socket socket = door.accept();
                open.add(socket);
                start(() -> talk(socket));
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static Thread start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // somebody hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    int port() {
        return door.getLocalPort();
    }

    int connections() {
        return open.size();
    }

    /** Every command, without the mails themselves. */
    List<String> said() {
        return said;
    }

    private void talk(Socket socket) throws IOException {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            reply(socket, "220 ready");
            String script = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                said.add(line);
                String verb = line.split("[ :]")[0].toLowerCase(Locale.ROOT);
                switch (verb) {
                    case "ehlo" -> reply(socket, "250-here\r\n250 " + extension);
                    case "auth" -> reply(socket, "535 5.7.8 this login is not known");
                    case "mail" -> {
                        if (step("next", script, socket, null)) {
                            step("mail", script = line, socket, "250 sender ok");
                        }
                    }
                    case "rcpt" -> step("rcpt", script = script + line, socket, "250 recipient ok");
                    case "data" -> {
                        if (step("data", script, socket, "354 go on")) {
                            body(in, script, socket);
                        }
                    }
                    default -> reply(socket, "250 ok");
                }
            }
        }
    }

    private static void body(BufferedReader in, String script, Socket socket) throws IOException {
        String first = in.readLine();
        if (step("body", script, socket, null)) {
            for (String line = first; line != null && !line.equals("."); line = in.readLine()) {
                // the mail itself is of no interest here
            }
            step("dot", script, socket, "250 taken");
        }
    }

    /** Does what the script says about a step, or what is usual; whether the conversation goes on from there. */
    private static boolean step(String step, String script, Socket socket, @Nullable String usual) throws IOException {
        Matcher fault = SCRIPT.matcher(script);
        while (fault.find()) {
            if (fault.group(1).equals(step)) {
                if (!fault.group(2).isEmpty()) {
                    reply(socket, fault.group(2) + " the script says so at " + step);
                }
                if (fault.group(3) != null) {
                    // a reset, not a farewell
                    socket.setSoLinger(fault.group(2).isEmpty(), 0);
                    socket.close();
                }
                return false;
            }
        }
        if (usual != null) {
            reply(socket, usual);
        }
        return true;
    }

    private static void reply(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            door.close();
            // until it has noticed, the system lets callers in
            porter.join();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
