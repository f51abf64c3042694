package org.dailybriefing.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.Stores;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.mail.ScriptedSmtpServer;
import org.dailybriefing.ops.Sending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of a send have in common: a folder, feeds, and an issue that goes out. */
abstract class SendFixture {

    @TempDir
    Path folder;

    final FeedServer feeds = new FeedServer();

    @AfterEach
    void close() {
        feeds.close();
    }

    void subscribers(String... locals) {
        House.write(
                folder.resolve("subscribers.yml"),
                Stream.of(locals)
                        .map(local -> "  - { email: " + local + "@example.org }\n")
                        .collect(Collectors.joining("", "subscribers:\n", "")));
    }

    House house(String[] store, String[] server, String... settings) {
        return Samples.house(
                folder,
                feeds,
                Stream.of(store, server, settings).flatMap(Stream::of).toArray(String[]::new));
    }

    House house(Stores store, int subscribers) {
        House.writeSubscribers(folder, subscribers);
        return house(store.fresh(), new String[0]);
    }

    static String[] at(ScriptedSmtpServer server) {
        return new String[] {"--spring.mail.host=127.0.0.1", "--spring.mail.port=" + server.port()};
    }

    static Issue now(House house, Issue issue) {
        return house.get(IssueStore.class).get(issue.id());
    }

    static Accounting dispatched(House house, Issue issue) {
        return house.get(Sending.class).dispatch(now(house, issue)).accounting();
    }

    /** Some time passes in the midst of a run. */
    static Dispatcher.Outcome whileSending(SlowSmtpServer server, House house, Issue issue, Duration passing)
            throws Exception {
        var run = CompletableFuture.supplyAsync(() -> house.get(Sending.class).dispatch(now(house, issue)));
        while (server.accepted().size() < 10) {
            Thread.sleep(5);
        }
        house.clock().advance(passing);
        return run.get();
    }
}
