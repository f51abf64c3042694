package org.dailybriefing.feed.fetch;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.dailybriefing.base.Settings;

/** What every request says of the program that makes it. */
final class RequestHeaders implements Interceptor {

    private static final String FEEDS = "application/rss+xml, application/atom+xml, application/feed+json,"
            + " application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.5, */*;q=0.1";

    /** Many servers send what is newer to whoever does not say that he wants it old. */
    private static final String PICTURES = "image/jpeg, image/png";

    private final String agent;
    private final String accept;
    private final String encoding;

    private RequestHeaders(Settings settings, String accept, String encoding) {
        agent = "DailyBriefing/0.1 (+" + settings.baseUrl() + ")";
        this.accept = accept;
        this.encoding = encoding;
    }

    static RequestHeaders ofFeeds(Settings settings) {
        return new RequestHeaders(settings, FEEDS, ContentDecoding.ACCEPTED);
    }

    /** A picture is packed already. */
    static RequestHeaders ofPictures(Settings settings) {
        return new RequestHeaders(settings, PICTURES, "identity");
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        return chain.proceed(chain.request()
                .newBuilder()
                .header("User-Agent", agent)
                .header("Accept", accept)
                .header("Accept-Encoding", encoding)
                // by RFC 9112, section 9.6, for who does not keep connections
                .header("Connection", "close")
                .build());
    }
}
