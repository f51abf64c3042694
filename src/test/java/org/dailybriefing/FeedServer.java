package org.dailybriefing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A real HTTP server on this machine that serves what a test gives it, and remembers who asked for what. */
public final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What a path answers; it may do so as it likes. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** @param headers names in lower case */
    public record Request(String path, Map<String, String> headers) {}

    public FeedServer() {
        this(null);
    }

    /** @param tls its certificate, null for plain HTTP */
    public FeedServer(@Nullable SSLContext tls) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            server = tls == null ? HttpServer.create(address, 0) : HttpsServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (server instanceof HttpsServer secure && tls != null) {
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(
                path,
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(Collectors.toMap(
                                e -> e.getKey().toLowerCase(), e -> e.getValue().get(0)))));
        try (exchange) {
            answers.getOrDefault(path, unknown -> unknown.sendResponseHeaders(404, -1))
                    .to(exchange);
        }
    }

    public FeedServer answer(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public FeedServer serve(String path, String body) {
        return answer(path, exchange -> send(exchange, 200, body.getBytes(StandardCharsets.UTF_8)));
    }

    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/rss+xml; charset=utf-8"));
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    public String url(String path) {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort() + path;
    }

    public List<Request> requests() {
        return requests;
    }

    /** @param published an instant */
    public record Item(String title, String summary, String published) {}

    /** A plain RSS 2.0 feed; links are made from the position unless titles say otherwise. */
    public static String rss(Item... items) {
        var xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Test</title>"
                        + "<link>https://outlet.example/</link><description>Test</description>");
        for (int i = 0; i < items.length; i++) {
            String link = "https://outlet.example/" + items[i].published() + "/" + i;
            xml.append("<item><title>")
                    .append(escape(items[i].title()))
                    .append("</title><link>")
                    .append(link)
                    .append("</link><guid>")
                    .append(link)
                    .append("</guid><description>")
                    .append(escape(items[i].summary()))
                    .append("</description><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.parse(items[i].published()).atOffset(ZoneOffset.UTC)))
                    .append("</pubDate></item>");
        }
        return xml.append("</channel></rss>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
