package org.dailybriefing.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dailybriefing.Porter;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server on this machine that fails where the local part of an address tells it to: {@code rcpt.550} refuses
 * the recipient, {@code dot.drop} hangs up after the end of the mail, {@code dot.421drop} answers first. The steps are
 * {@code mail}, {@code rcpt}, {@code data}, {@code body}, {@code dot}, and {@code next} for the letter after it. {@code rcpt.hang}
 * says nothing any more, {@code grey.450} refuses a recipient the first time, {@code dot.550quota} says that we have sent enough, and
 * {@code rcpt.550relay} that it does not relay.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

    private static final Pattern SCRIPT = Pattern.compile("<([a-z]+)\\.(\\d*)(drop|hang|quota|relay)?@");

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final String extension;
    private final Set<Quirk> quirks;
    private final Porter porter;

    /** What else is wrong with it. */
    public enum Quirk {
        /** Says 421 in place of a greeting. */
        BUSY,
        /** Throws away what comes behind a command before it is answered. */
        DEAF,
        /** Hangs up after 20 mails. */
        TIRED,
        /** Answers in several lines, with bytes that aren't ASCII. */
        WORDY,
        /** Says that it goes over to TLS, and then something that is none. */
        BROKEN_TLS
    }

    /** @param extension what it says it can do, such as {@code AUTH PLAIN} */
    public ScriptedSmtpServer(String extension, Quirk... quirks) {
        this.extension = extension;
        this.quirks = Set.of(quirks);
        porter = new Porter(this::talk);
    }

    public int port() {
        return porter.port();
    }

    public int connections() {
        return porter.visitors();
    }

    /** Every command, without the mails themselves. */
    public List<String> said() {
        return said;
    }

    /** Recipients in the order in which their mails were taken. */
    public List<String> accepted() {
        return accepted;
    }

    private void talk(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        if (quirks.contains(Quirk.BUSY)) {
            reply(socket, "421 4.3.2 too busy");
            return;
        }
        reply(socket, "220 ready");
        String script = "";
        int mails = 0;
        boolean forSomebody = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            said.add(line);
            while (quirks.contains(Quirk.DEAF) && in.ready()) {
                in.read();
            }
            String verb = line.split("[ :]")[0].toLowerCase(Locale.ROOT);
            switch (verb) {
                case "ehlo" -> reply(socket, "250-here\r\n250-" + extension.replace(",", "\r\n250-") + "\r\n250 HELP");
                case "starttls" -> {
                    reply(socket, "220 go\r\nthis is no TLS");
                    if (quirks.contains(Quirk.BROKEN_TLS)) {
                        return;
                    }
                }
                case "auth" -> reply(socket, "535 5.7.8 this login is not known");
                case "mail" -> {
                    if (step("next", script, socket, null)) {
                        step("mail", script = line, socket, "250 sender ok");
                    }
                }
                case "rcpt" -> {
                    script = script + line;
                    boolean known = !line.contains("<grey.") || !seen.add(line);
                    forSomebody = step(known ? "rcpt" : "grey", script, socket, "250 recipient ok");
                }
                case "data" -> {
                    if (step("data", script, socket, "354 go on")) {
                        body(in, script, forSomebody, socket);
                        if (quirks.contains(Quirk.TIRED) && ++mails == 20) {
                            return;
                        }
                    }
                }
                default -> reply(socket, "250 ok");
            }
        }
    }

    private void body(BufferedReader in, String script, boolean forSomebody, Socket socket) throws IOException {
        String first = in.readLine();
        if (step("body", script, socket, null)) {
            for (String line = first; line != null && !line.equals("."); line = in.readLine()) {
                // the mail itself is of no interest here
            }
            if (!forSomebody) {
                reply(socket, "554 no valid recipients");
                return;
            }
            if (!script.contains("<dot.")) {
                accepted.add(script.replaceAll("(?s).*TO:<(.*?)>.*", "$1"));
            }
            step(
                    "dot",
                    script,
                    socket,
                    quirks.contains(Quirk.WORDY) ? "250-2.0.0 d'accord, re\u00e7u\r\n250 2.0.0 taken" : "250 taken");
        }
    }

    private static String words(@Nullable String about, String step) {
        if ("quota".equals(about)) {
            return "5.4.5 Daily user sending quota exceeded";
        }
        return "relay".equals(about) ? "relay not permitted" : "the script says so at " + step;
    }

    /** Does what the script says about a step, or what is usual; whether the conversation goes on from there. */
    private static boolean step(String step, String script, Socket socket, @Nullable String usual) throws IOException {
        Matcher fault = SCRIPT.matcher(script);
        while (fault.find()) {
            if (fault.group(1).equals(step)) {
                if (!fault.group(2).isEmpty()) {
                    reply(socket, fault.group(2) + " " + words(fault.group(3), step));
                }
                if ("hang".equals(fault.group(3))) {
                    hang();
                } else if ("drop".equals(fault.group(3))) {
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

    private static void hang() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        porter.close();
    }
}
