package org.dailybriefing.feed.fetch;

import java.time.Duration;
import java.time.InstantSource;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.dailybriefing.base.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Fetches one feed: asks once, when it is the host's turn, within a time and a size, and at public addresses only. */
@Component
public final class FeedFetcher {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final HostGate gate = new HostGate();
    private final OkHttpClient client;
    private final Duration deadline;
    private final InstantSource clock;

    @Autowired
    FeedFetcher(Settings settings, InstantSource clock) {
        this(new OkHttpClient.Builder(), DEADLINE, settings, clock);
    }

    /**
     * @param prepared what a test or a benchmark brings, such as names and certificates
     * @param deadline for all hops together, without the waiting for a host's turn
     */
    public FeedFetcher(OkHttpClient.Builder prepared, Duration deadline, Settings settings, InstantSource clock) {
        this.deadline = deadline;
        this.clock = clock;
        client = GuardedClient.of(prepared, RequestHeaders.ofFeeds(settings), deadline, settings);
    }

    /** Returns when there is an answer, or a reason why there is none; whatever a server does, it throws nothing. */
    public FetchResult fetch(FetchRequest request) {
        HttpUrl url = HttpUrl.get(request.url());
        if (url == null) {
            return new FetchResult.Failed(
                    new Exchange(0, 0, Duration.ZERO, null, null, null), "has an address that is not http or https");
        }
        return new Conversation(client, gate, clock, deadline, request, url).hold();
    }
}
