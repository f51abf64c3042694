package org.dailybriefing.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** A real name server on this machine, for TXT records only. */
public final class DnsServer implements AutoCloseable {

    private final DatagramSocket socket;
    private final Map<String, List<TXTRecord>> records = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    public DnsServer() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::listen);
        thread.setDaemon(true);
        thread.start();
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** @param name with the final dot; the text comes in the pieces given */
    void publish(String name, String... pieces) {
        try {
            var record = new TXTRecord(Name.fromString(name), DClass.IN, 60, List.of(pieces));
            records.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hears the questions, and says nothing. */
    void fallSilent() {
        silent = true;
    }

    List<String> asked() {
        return asked;
    }

    private void listen() {
        var packet = new DatagramPacket(new byte[4096], 4096);
        try {
            while (true) {
                socket.receive(packet);
                var question = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                asked.add(question.getQuestion().getName().toString());
                if (!silent) {
                    byte[] answer = answer(question).toWire();
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private Message answer(Message question) {
        Record name = question.getQuestion();
        var answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(name, Section.QUESTION);
        List<TXTRecord> found = records.getOrDefault(name.getName().toString(), List.of());
        if (found.isEmpty()) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        found.forEach(record -> answer.addRecord(record, Section.ANSWER));
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
