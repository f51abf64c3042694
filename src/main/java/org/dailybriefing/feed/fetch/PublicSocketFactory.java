package org.dailybriefing.feed.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect to public addresses only, so that no feed can make the program reach into its operator's
 * network. Whatever spelling, name, redirect or second DNS answer an address comes from, it is checked where the
 * connection is made. The client connects such a socket itself and puts TLS on top of it.
 */
final class PublicSocketFactory extends SocketFactory {

    private final Predicate<InetAddress> isPublic;

    PublicSocketFactory(Predicate<InetAddress> isPublic) {
        this.isPublic = isPublic;
    }

    private final class PublicSocket extends Socket {

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetAddress address = ((InetSocketAddress) endpoint).getAddress();
            if (address != null && !isPublic.test(address)) {
                throw new FetchException("leads to the private address " + address.getHostAddress()
                        + "; briefing.fetch.allow-private-addresses=true allows it");
            }
            // an endpoint without an address is refused there
            super.connect(endpoint, timeout);
        }
    }

    @Override
    public Socket createSocket() {
        return new PublicSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress endpoint) throws IOException {
        Socket socket = createSocket();
        socket.connect(endpoint);
        return socket;
    }
}
