package org.dailybriefing.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets of one connection, and keeps hold of the last one: the library's own writing is slow. They are without
 * Nagle's delay, with which each mail waits 40 ms for the server's delayed acknowledgement, and a write that the other end
 * does not take in ends after a while.
 */
final class Wire {

    private final int writeTimeout;
    private final SSLSocketFactory tls;
    private @Nullable Socket last;

    /**
     * @param writeTimeout in milliseconds
     * @param trusting whether any certificate will do
     */
    Wire(int writeTimeout, boolean trusting) {
        this.writeTimeout = writeTimeout;
        tls = trusting ? trusting() : (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static SSLSocketFactory trusting() {
        try {
            var factory = new MailSSLSocketFactory();
            factory.setTrustAllHosts(true);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Socket socket() {
        return Objects.requireNonNull(last);
    }

    private <S extends Socket> S kept(S socket) {
        last = socket;
        return socket;
    }

    /** The library connects them itself, and asks for none that is connected. */
    SocketFactory plain() {
        return new SocketFactory() {
            @Override
            public Socket createSocket() throws IOException {
                var socket = new Socket();
                socket.setTcpNoDelay(true);
                return kept(new WriteTimeoutSocket(socket, writeTimeout));
            }

            @Override
            public Socket createSocket(String host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress local, int localPort) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** Over a plain socket that is connected, from the start or by STARTTLS; the library asks for nothing else. */
    SSLSocketFactory encrypted() {
        return new SSLSocketFactory() {
            @Override
            public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
                socket.setTcpNoDelay(true);
                Socket below =
                        socket instanceof WriteTimeoutSocket ? socket : new WriteTimeoutSocket(socket, writeTimeout);
                return kept(tls.createSocket(below, host, port, autoClose));
            }

            @Override
            public String[] getDefaultCipherSuites() {
                return tls.getDefaultCipherSuites();
            }

            @Override
            public String[] getSupportedCipherSuites() {
                return tls.getSupportedCipherSuites();
            }

            @Override
            public Socket createSocket(String host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress local, int localPort) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
