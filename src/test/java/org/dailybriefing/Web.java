package org.dailybriefing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Asks a house for its pages like a program that follows no redirect and keeps no cookie. */
public final class Web {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Web() {}

    /** @param headers name, value, name, value … */
    public static HttpResponse<String> get(House house, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(house.url(path)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public static HttpResponse<String> head(House house, String path) {
        return send(HttpRequest.newBuilder(URI.create(house.url(path))).method("HEAD", BodyPublishers.noBody()));
    }

    /** As RFC 8058 tells a mail client to. */
    public static HttpResponse<String> oneClick(House house, String path) {
        return post(house, path, "List-Unsubscribe", "One-Click");
    }

    /** @param fields of a form: name, value, name, value … */
    public static HttpResponse<String> post(House house, String path, String... fields) {
        var body = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            body.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(URI.create(house.url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
