package org.dailybriefing.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import org.dailybriefing.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One SMTP server, and how it has behaved lately. One that cannot be used is left alone for a while, which grows each time
 * (RFC 5321, 4.5.4.1: slow down the server, not one mail).
 */
final class SmtpServer {

    private static final Duration FIRST_REST = Duration.ofSeconds(10);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private static final Map<String, String> DEFAULTS = Map.of(
            "mail.smtp.starttls.enable", "true",
            "mail.smtp.ssl.checkserveridentity", "true",
            // else a connection that fails is tried once more, in a way that nobody asked for
            "mail.smtp.socketFactory.fallback", "false",
            "mail.smtp.ssl.socketFactory.fallback", "false",
            // the defaults are endless; RFC 5321 4.5.3.2 wants five minutes for most commands
            "mail.smtp.connectiontimeout", "30000",
            "mail.smtp.timeout", "300000",
            "mail.smtp.writetimeout", "300000",
            // QUIT needs no answer
            "mail.smtp.quitwait", "false");

    private final String host;
    private final int port;
    private final boolean ssl;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Map<String, String> properties;
    private final InstantSource clock;

    private int open;
    private int failures;
    private volatile boolean pipelining = true;
    private Instant restsUntil = Instant.MIN;
    private String lastProblem = "";

    /** @param properties of the library, {@code mail.smtp.*} */
    SmtpServer(
            String host,
            int port,
            boolean ssl,
            @Nullable String user,
            @Nullable String password,
            Map<String, String> properties,
            InstantSource clock) {
        this.host = host;
        this.port = port;
        this.ssl = ssl;
        this.user = user == null || user.isBlank() ? null : user;
        this.password = password;
        this.properties = properties;
        this.clock = clock;
    }

    String place() {
        return host + ":" + port;
    }

    /** A fresh connection, or why there is none. */
    sealed interface Attempt {
        record Open(Conversation conversation) implements Attempt {}

        /** @param crowded whether other connections to it are at work */
        record Failed(String problem, boolean crowded) implements Attempt {}
    }

    /** @param mail that is to be sent first */
    Attempt connect(Posting mail) {
        Attempt attempt = connect();
        if (attempt instanceof Attempt.Open open) {
            String obstacle = open.conversation().obstacle(mail);
            if (obstacle != null) {
                open.conversation().leave();
                closed();
                return failed("The mail server " + place() + " " + obstacle + ".");
            }
        }
        return attempt;
    }

    Attempt connect() {
        Attempt.Failed rest = rest();
        if (rest != null) {
            return rest;
        }
        try {
            Conversation conversation = connected();
            synchronized (this) {
                open++;
                failures = 0;
            }
            return new Attempt.Open(conversation);
        } catch (AuthenticationFailedException e) {
            return failed("The mail server " + place() + " refused the login: " + firstLine(e) + ".");
        } catch (MessagingException e) {
            if (isCrowded()) {
                return new Attempt.Failed("The mail server " + place() + " takes no further connection.", true);
            }
            return failed("The mail server " + place() + " cannot be reached: " + firstLine(e) + ".");
        }
    }

    /** Why it cannot be used, as a sentence; null if it can. */
    @Nullable
    String problem() {
        Attempt attempt = connect();
        if (attempt instanceof Attempt.Open open) {
            open.conversation().leave();
            closed();
            return null;
        }
        return ((Attempt.Failed) attempt).problem();
    }

    private synchronized boolean isCrowded() {
        return open > 0;
    }

    /** Notes that it cannot be used at all: it is left alone for a while. */
    synchronized Attempt.Failed failed(String why) {
        Instant now = clock.instant();
        // several connections find out at once
        if (!now.isBefore(restsUntil)) {
            Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures, 10));
            restsUntil = now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
            failures++;
            lastProblem = why;
        }
        return new Attempt.Failed(why, false);
    }

    private synchronized Attempt.@Nullable Failed rest() {
        return clock.instant().isBefore(restsUntil) ? new Attempt.Failed(lastProblem, false) : null;
    }

    synchronized void closed() {
        open--;
    }

    /** It said that it can take several commands at once, but it cannot. */
    void pipelinesNoMore() {
        pipelining = false;
    }

    boolean mayPipeline() {
        return pipelining;
    }

    private Conversation connected() throws MessagingException {
        var settings = new Properties();
        settings.putAll(DEFAULTS);
        settings.putAll(properties);
        settings.put("mail.smtp.host", host);
        settings.put("mail.smtp.port", String.valueOf(port));
        settings.put("mail.smtp.auth", String.valueOf(user != null));
        // a password never goes over the wire in the clear
        settings.putIfAbsent("mail.smtp.starttls.required", String.valueOf(user != null));
        settings.put("mail.smtp.ssl.enable", String.valueOf(ssl));
        boolean trusting = trusts(settings.remove("mail.smtp.ssl.trust"));
        if (trusting) {
            settings.put("mail.smtp.ssl.checkserveridentity", "false");
        }
        var wire = new Wire(milliseconds(settings, "mail.smtp.writetimeout"), trusting);
        // the sockets see to it themselves
        settings.remove("mail.smtp.writetimeout");
        settings.put("mail.smtp.socketFactory", wire.plain());
        settings.put("mail.smtp.ssl.socketFactory", wire.encrypted());
        var connection = new SmtpConnection(Session.getInstance(settings), wire);
        connection.connect(host, port, user, user == null ? null : password);
        return new Conversation(
                connection, pipelining && connection.pipelines(), milliseconds(settings, "mail.smtp.timeout"));
    }

    private static int milliseconds(Properties settings, String name) {
        String set = settings.getProperty(name);
        if (!set.matches("[1-9][0-9]{0,7}")) {
            throw new Refusal("spring.mail.properties." + name + " is \"" + set
                    + "\", but must be a number of milliseconds, such as 300000.");
        }
        return Integer.parseInt(set);
    }

    private boolean trusts(@Nullable Object trusted) {
        return trusted != null && (trusted.equals("*") || (" " + trusted + " ").contains(" " + host + " "));
    }

    static String firstLine(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage())
                .strip()
                .lines()
                .findFirst()
                .orElse("no reason given")
                .replaceAll("\\.$", "");
    }
}
