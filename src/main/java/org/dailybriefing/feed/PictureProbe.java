package org.dailybriefing.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dailybriefing.feed.fetch.FetchException;
import org.dailybriefing.feed.fetch.PictureFetcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at pictures before they are printed: what a feed says of one proves nothing. */
@Component
public final class PictureProbe {

    private static final Logger log = LoggerFactory.getLogger(PictureProbe.class);

    private static final Duration FOR_ONE = Duration.ofSeconds(5);
    private static final Duration FOR_ALL = Duration.ofSeconds(10);
    /** With less time left there is no use in asking. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final PictureFetcher fetcher;
    private final PictureStore pictures;

    PictureProbe(PictureFetcher fetcher, PictureStore pictures) {
        this.fetcher = fetcher;
        this.pictures = pictures;
    }

    /**
     * Looks at pictures until one can be printed, and keeps what it found. Takes up to 10 s: never call it while the store is
     * locked.
     *
     * @param urls the best first
     * @return whether one can be printed
     */
    public boolean look(List<String> urls) {
        var looks = new ArrayList<Look>();
        long end = System.nanoTime() + FOR_ALL.toNanos();
        boolean found = false;
        for (String url : urls) {
            var left = Duration.ofNanos(end - System.nanoTime());
            if (!found && left.compareTo(SHORTEST) >= 0) {
                Look look = look(url, left.compareTo(FOR_ONE) < 0 ? left : FOR_ONE);
                looks.add(look);
                found = look.isPrintable();
            }
        }
        if (!looks.isEmpty()) {
            pictures.keep(looks);
            log.info(
                    "looked at pictures: {}",
                    looks.stream().map(PictureProbe::words).collect(Collectors.joining("; ")));
        }
        return found;
    }

    private Look look(String url, Duration deadline) {
        try {
            return Look.of(url, fetcher.fetch(url, deadline));
        } catch (FetchException e) {
            return new Look(url, 0, 0, String.valueOf(e.getMessage()));
        }
    }

    private static String words(Look look) {
        return look.url() + " " + (look.problem() == null ? "can be printed" : look.problem());
    }
}
