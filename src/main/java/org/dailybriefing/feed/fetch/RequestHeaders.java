package org.dailybriefing.feed.fetch;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.dailybriefing.base.Settings;

/** What every request says of the program that makes it. */
final class RequestHeaders implements Interceptor {

    private static final String ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json,"
            + " application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.5, */*;q=0.1";

    private final String agent;

    RequestHeaders(Settings settings) {
        agent = "DailyBriefing/0.1 (+" + settings.baseUrl() + ")";
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        return chain.proceed(chain.request()
                .newBuilder()
                .header("User-Agent", agent)
                .header("Accept", ACCEPT)
                .header("Accept-Encoding", ContentDecoding.ACCEPTED)
                // by RFC 9112, section 9.6, for who does not keep connections
                .header("Connection", "close")
                .build());
    }
}
