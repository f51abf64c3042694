package org.dailybriefing.delivery;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dailybriefing.DailyBriefing;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Samples;
import org.dailybriefing.SmtpSink;
import org.dailybriefing.Stores;
import org.dailybriefing.base.Timestamps;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueCompiler;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.ops.Approval;
import org.dailybriefing.ops.Sending;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills a sender at a random moment of a send, lets another finish, and compares the ledger with what a server accepted; again and
 * again, on both stores. Arguments: how often, to how many subscribers, over how many connections.
 */
public final class Kills {

    private static final Random RANDOM = new Random();

    private final Stores store;
    private final int subscribers;
    private final int connections;
    private final Path folder;

    private Kills(Stores store, int subscribers, int connections) throws IOException {
        this.store = store;
        this.subscribers = subscribers;
        this.connections = connections;
        folder = Files.createTempDirectory("kills");
    }

    /** @param inDoubt of those uncertain the ones whose mail the server has; of the others its end was on the way */
    private record Run(int accepted, int twice, int lost, long uncertain, long inDoubt, boolean wrong) {}

    public static void main(String[] arguments) throws Exception {
        int runs = Integer.parseInt(arguments[0]);
        System.out.printf("%-11s %4s %14s %6s %5s %10s %9s %6s%n", "store", "run", "killed after", "twice", "lost", "uncertain", "accepted", "wrong");
        boolean sound = true;
        for (Stores store : Stores.values()) {
            sound &= new Kills(store, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])).repeat(runs);
        }
        System.exit(sound ? 0 : 1);
    }

    private boolean repeat(int runs) throws Exception {
        int twice = 0;
        int lost = 0;
        int wrong = 0;
        long uncertain = 0;
        try (var feeds = new FeedServer();
                var sink = new SmtpSink()) {
            String[] settings = Stream.of(
                            Stream.of(store.fresh()),
                            Stream.of(sink.settings()),
                            Stream.of("--briefing.delivery.connections=" + connections))
                    .flatMap(each -> each)
                    .toArray(String[]::new);
            House.writeSubscribers(folder, subscribers);
            try (House house = Samples.house(folder, feeds, settings)) {
                Issue issue = begun(house);
                for (int i = 1; i <= runs; i++) {
                    Run run = run(house, issue, sink, settings);
                    System.out.printf(
                            "%-11s %4d %14d %6d %5d %10d %9d %6s%n",
                            store, i, run.accepted(), run.twice(), run.lost(), run.uncertain(), run.inDoubt(), run.wrong());
                    twice += run.twice();
                    lost += run.lost();
                    wrong += run.wrong() ? 1 : 0;
                    uncertain += run.uncertain();
                }
            }
        }
        System.out.printf(
                "%s: %d kills, %d mails twice, %d lost, %d uncertain, %d ledgers wrong%n",
                store, runs, twice, lost, uncertain, wrong);
        return twice == 0 && lost == 0 && wrong == 0;
    }

    /** The command line sends today's issue, so this one is dated by the real day. */
    private static Issue begun(House house) {
        house.get(Collector.class).collect(house.edition().sources(), Round.ALL);
        var today = house.edition().timetable().date(Instant.now());
        Issue draft = house.get(IssueCompiler.class).compile(house.edition(), today).issue();
        Issue approved = house.get(Approval.class).approve(draft, "kills");
        house.clock().set(Instant.now().toString());
        house.get(Sending.class).begin(approved, "kills");
        return house.get(IssueStore.class).get(approved.id());
    }

    private Run run(House house, Issue issue, SmtpSink sink, String[] settings) throws Exception {
        JdbcClient db = house.get(JdbcClient.class);
        db.sql("""
                update delivery set status = 'pending', reply = null, next_attempt = '', attempts = 0, dispatcher = null""").update();
        db.sql("update issue set status = 'sending', sending = :now")
                .param("now", Timestamps.text(Instant.now()))
                .update();
        sink.accepted().clear();

        int victim = RANDOM.nextInt(subscribers);
        Process sender = send(settings);
        while (sink.accepted().size() < victim && sender.isAlive()) {
            Thread.sleep(1);
        }
        // not right behind a mail that was taken: that one's reply is on its way
        Thread.sleep(RANDOM.nextInt(20));
        sender.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        // the server may be at a mail that arrived whole
        Thread.sleep(50);
        int killedAfter = sink.accepted().size();

        house.clock().set(Instant.now().toString());
        Accounting sums = house.get(Sending.class)
                .dispatch(house.get(IssueStore.class).get(issue.id()))
                .accounting();

        List<String> all = new ArrayList<>(sink.accepted());
        Set<String> who = new HashSet<>(all);
        Set<String> uncertain = emails(db, "uncertain");
        Set<String> accepted = emails(db, "accepted");
        long inDoubt = uncertain.stream().filter(who::contains).count();
        boolean wrong = !who.containsAll(accepted)
                || !sums.holds()
                || sums.pending() > 0
                || accepted.size() + uncertain.size() != subscribers
                || uncertain.size() > connections;
        int lost = subscribers - who.size() - (int) (uncertain.size() - inDoubt);
        return new Run(killedAfter, all.size() - who.size(), lost, uncertain.size(), inDoubt, wrong);
    }

    private static Set<String> emails(JdbcClient db, String status) {
        return new HashSet<>(db.sql("""
                select email from delivery join subscriber on subscriber.id = delivery.subscriber_id
                where delivery.status = :status""").param("status", status).query(String.class).list());
    }

    private Process send(String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DailyBriefing.class.getName()));
        command.addAll(List.of(House.arguments(folder, settings)));
        command.add("send");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "send.log"))
                .start();
    }
}
