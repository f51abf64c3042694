package org.dailybriefing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dailybriefing.feed.Collector;
import org.dailybriefing.feed.Collector.Round;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueCompiler;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.ops.Approval;
import org.dailybriefing.ops.Sending;
import org.dailybriefing.subscriber.SubscriberSync;

/** What an editor and the operator of a house do in the tests, each step through the part that does it in earnest. */
public final class Steps {

    private Steps() {}

    /** A house with pages and the invented news, whose bells don't ring. */
    public static House serving(Path folder, FeedServer feeds, String... settings) {
        feeds.serve("/a.xml", Samples.outletA()).serve("/b.xml", Samples.outletB());
        House.writeEdition(folder, List.of(feeds.url("/a.xml"), feeds.url("/b.xml")));
        timetable(folder);
        House house = House.serve(
                folder,
                Stream.concat(Stream.of("--spring.quartz.auto-startup=false"), Stream.of(settings))
                        .toArray(String[]::new));
        house.clock().set(Samples.MORNING);
        return house;
    }

    /** Of the day that the house's clock shows. */
    public static Issue draft(House house) {
        house.get(SubscriberSync.class).sync();
        house.get(Collector.class).collect(house.edition().sources(), Round.ALL);
        return house.get(IssueCompiler.class)
                .compile(
                        house.edition(),
                        house.edition().timetable().date(house.clock().instant()))
                .issue();
    }

    public static Issue approved(House house) {
        return house.get(Approval.class).approve(draft(house), "test");
    }

    /** An issue whose audience is frozen, and of which nothing has gone out yet. */
    public static Issue begun(House house) {
        Issue issue = approved(house);
        house.get(Sending.class).begin(issue, "test");
        return house.get(IssueStore.class).get(issue.id());
    }

    public static Issue sent(House house) {
        return send(house, approved(house));
    }

    public static Issue send(House house, Issue issue) {
        house.get(Sending.class).begin(issue, "test");
        house.get(Sending.class).dispatch(house.get(IssueStore.class).get(issue.id()));
        return house.get(IssueStore.class).get(issue.id());
    }

    /** The edition's timetable, with {@code further} keys or other values: Kyiv, on weekdays, 05:30, 06:45 and 07:00. */
    public static void timetable(Path folder, String... further) {
        var lines = new StringBuilder("timetable:\n");
        for (String line : List.of(
                "zone: Europe/Kyiv",
                "weekdays: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]",
                "compile: \"05:30\"",
                "deadline: \"06:45\"",
                "send: \"07:00\"",
                "minimum-stories: 3",
                "fresh-for: 6h")) {
            String key = line.substring(0, line.indexOf(':') + 1);
            if (Stream.of(further).noneMatch(other -> other.startsWith(key))) {
                lines.append("  ").append(line).append('\n');
            }
        }
        Stream.of(further).forEach(line -> lines.append("  ").append(line).append('\n'));
        edit(folder, "(?ms)^timetable:.*?(?=^[a-z]|\\z)", lines + "\n");
    }

    /** Changes what the edition's definition says. */
    public static void edit(Path folder, String pattern, String replacement) {
        Path file = folder.resolve("templates").resolve(House.EDITION).resolve("edition.yml");
        try {
            String before = Files.readString(file);
            var matcher = Pattern.compile(pattern).matcher(before);
            if (!matcher.find()) {
                throw new IllegalStateException(file + " has nothing like " + pattern);
            }
            Files.writeString(file, matcher.replaceFirst(replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the mails in the outbox. */
    public static List<String> mails(Path folder) {
        Path outbox = folder.resolve("data").resolve("outbox");
        if (!Files.exists(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
