package org.dailybriefing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps the door of a server on this machine: each who comes in is talked to on a thread of his own, and out when it closes. */
public final class Porter implements AutoCloseable {

    private static final int QUEUE = 200;

    private final ServerSocket door;
    private final Talk talk;
    private final Set<Socket> inside = ConcurrentHashMap.newKeySet();
    private final AtomicInteger visitors = new AtomicInteger();
    private final Thread thread;

    /** What a server does with one visitor; the connection is closed after it. */
    @FunctionalInterface
    public interface Talk {
        void with(Socket socket) throws IOException;
    }

    /** On a free port. */
    public Porter(Talk talk) {
        this(0, talk);
    }

    /** @param port 0 = a free one */
    public Porter(int port, Talk talk) {
        this(door(port), talk);
    }

    public Porter(ServerSocket door, Talk talk) {
        this.door = door;
        this.talk = talk;
        thread = daemon(this::receive);
    }

    private static ServerSocket door(int port) {
        try {
            return new ServerSocket(port, QUEUE, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "test server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void receive() {
        try {
            while (true) {
                Socket socket = door.accept();
                inside.add(socket);
                visitors.incrementAndGet();
                daemon(() -> talk(socket));
            }
        } catch (IOException e) {
            // the door was closed
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            talk.with(socket);
        } catch (IOException e) {
            // somebody hung up
        } finally {
            inside.remove(socket);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How many came in so far. */
    public int visitors() {
        return visitors.get();
    }

    @Override
    public void close() {
        try {
            door.close();
            // until it has noticed, the system lets callers in
            thread.join();
            for (Socket socket : inside) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
