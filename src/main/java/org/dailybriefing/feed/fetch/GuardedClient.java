package org.dailybriefing.feed.fetch;

import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.dailybriefing.base.Settings;

/** Makes the clients that ask other people's servers: at public addresses only, and one answer to each question. */
final class GuardedClient {

    private GuardedClient() {}

    /** @param prepared what a test or a benchmark brings, such as names and certificates */
    static OkHttpClient of(
            OkHttpClient.Builder prepared, RequestHeaders headers, Duration deadline, Settings settings) {
        prepared.addInterceptor(headers)
                .addNetworkInterceptor(chain -> RetryAfter.setAside(chain.proceed(chain.request())))
                .connectTimeout(deadline)
                .readTimeout(deadline)
                .writeTimeout(deadline)
                // each hop is looked at before it is followed
                .followRedirects(false)
                // nor after a 408; the addresses of a name are still tried in turn
                .retryOnConnectionFailure(false)
                // a host rests between two requests, and may close a connection meanwhile: what is sent on it is lost
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS));
        if (!settings.fetch().allowPrivateAddresses()) {
            // a proxy would look up names and connect in our stead, past the check
            prepared.socketFactory(new PublicSocketFactory(PublicAddresses::isPublic))
                    .proxy(Proxy.NO_PROXY);
        }
        return prepared.build();
    }
}
