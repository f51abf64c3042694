package org.dailybriefing.feed.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What is wrong with a connection, as a sentence without its subject. */
final class Diagnosis {

    private Diagnosis() {}

    /** Of a request that got no answer. */
    static String ofRequest(IOException e, String host, Duration deadline) {
        if (e instanceof FetchException || has(e, InterruptedIOException.class)) {
            return ofBody(e, deadline);
        }
        return "cannot be reached: " + reason(e, host);
    }

    /** Of an answer whose body could not be read to its end. */
    static String ofBody(IOException e, Duration deadline) {
        if (e instanceof FetchException told) {
            return told.why();
        }
        if (has(e, InterruptedIOException.class)) {
            return "did not answer within " + deadline.toSeconds() + " seconds";
        }
        return "was cut off before its end";
    }

    private static String reason(IOException e, String host) {
        if (has(e, SSLException.class)) {
            return security(e, host);
        }
        if (e instanceof UnknownHostException) {
            return "no address is known for the name " + host;
        }
        if (e instanceof NoRouteToHostException) {
            return "no way leads to it from here";
        }
        if (e instanceof ConnectException) {
            return causes(e)
                            .anyMatch(
                                    cause -> String.valueOf(cause.getMessage()).contains("refused"))
                    ? "the connection was refused"
                    : "no connection could be made";
        }
        if (e instanceof ProtocolException) {
            return "what it answers is not HTTP";
        }
        if (has(e, EOFException.class) || e instanceof SocketException) {
            return "it broke off the connection without an answer";
        }
        return plain(e);
    }

    private static String security(IOException e, String host) {
        if (has(e, SSLPeerUnverifiedException.class)) {
            return "its certificate is not for " + host;
        }
        if (has(e, CertificateExpiredException.class)) {
            return "its certificate has expired";
        }
        if (has(e, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet";
        }
        if (has(e, CertificateException.class)) {
            return "its certificate does not come from an authority that is trusted here";
        }
        return "no secure connection could be made (" + plain(e) + ")";
    }

    /** The words of a library, without the names of classes and what does not fit on a line. */
    private static String plain(IOException e) {
        String message = e.getMessage() == null ? "the connection failed" : e.getMessage();
        return message.replaceAll("(\\w+\\.)+\\w*(Exception|Error)(: )?", "").replaceAll("[\\p{C}\\s]+", " ");
    }

    private static boolean has(Throwable e, Class<?> type) {
        return causes(e).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
    }
}
