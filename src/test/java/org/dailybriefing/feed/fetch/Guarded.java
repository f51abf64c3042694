package org.dailybriefing.feed.fetch;

import java.net.URI;
import java.nio.file.Path;
import org.dailybriefing.base.Settings;

/** Settings that keep the program out of private networks. */
final class Guarded {

    static final Settings SETTINGS = new Settings(
            Path.of("templates"),
            Path.of("subscribers.yml"),
            Path.of("data"),
            URI.create("http://localhost"),
            null,
            new Settings.Fetch(false),
            new Settings.Delivery(1),
            new Settings.Desk(null));

    private Guarded() {}
}
