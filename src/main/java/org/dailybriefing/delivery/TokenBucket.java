package org.dailybriefing.delivery;

import java.util.concurrent.TimeUnit;

/** Lets so many through in a minute, evenly: what was not used within a second is lost. One thread at a time. */
final class TokenBucket {

    private final int perMinute;
    private final double most;
    private double tokens;
    private long filled = System.nanoTime();

    /** @param perMinute 0 = no limit */
    TokenBucket(int perMinute) {
        this.perMinute = perMinute;
        most = Math.max(1, perMinute / 60.0);
        tokens = most;
    }

    /** @return how many of {@code wanted} there are */
    int take(int wanted) {
        if (perMinute == 0) {
            return wanted;
        }
        long now = System.nanoTime();
        tokens = Math.min(most, tokens + (double) (now - filled) / TimeUnit.MINUTES.toNanos(1) * perMinute);
        filled = now;
        int taken = Math.min(wanted, (int) tokens);
        tokens -= taken;
        return taken;
    }

    void giveBack(int unused) {
        tokens = Math.min(most, tokens + unused);
    }
}
