package org.dailybriefing.feed;

import java.net.URI;
import okhttp3.HttpUrl;

/** Addresses of feeds, compared by where they lead and not by how they are written. */
final class FeedAddress {

    private FeedAddress() {}

    /** Without a fragment, the host in lower case, a default port left out (RFC 3986, section 6.2). */
    static String canonical(URI address) {
        HttpUrl url = HttpUrl.get(address);
        return url == null
                ? address.toString()
                : url.newBuilder().fragment(null).build().toString();
    }

    /** The host, with its port where that is not the default: what is asked for one feed at a time. */
    static String host(URI address) {
        HttpUrl url = HttpUrl.get(address);
        if (url == null) {
            return address.toString();
        }
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? url.host() : url.host() + ":" + url.port();
    }
}
