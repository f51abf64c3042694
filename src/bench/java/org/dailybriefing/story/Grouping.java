package org.dailybriefing.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Stories of invented items: words as common as in the news, a third of the items in events of 2 to 40 reports within two days.
 * 2,000 items of four days, with the language model and without; 10,000 and 100,000 over 16 months, within 1 GB.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class Grouping {

    private static final Theme THEME = new Theme(UnaryOperator.identity(), "News");

    /** Items of four days. */
    @State(Scope.Benchmark)
    public static class Days {

        private final List<Item> items = new Wire(1).items(2_000, 4);
    }

    /** Items of sixteen months. */
    @State(Scope.Benchmark)
    public static class Months {

        @Param({"10000", "100000"})
        int count;

        private List<Item> items = List.of();

        @Setup
        public void invent() {
            items = new Wire(1).items(count, 487);
        }
    }

    @Benchmark
    public List<Story> days_by_words(Days days) {
        return new StoryClusterer(Optional::empty).cluster(days.items, THEME);
    }

    /** Each time from the start: no vector is remembered. */
    @Benchmark
    public List<Story> days_by_words_and_meaning(Days days) {
        return new StoryClusterer(() -> MiniLm.open(Path.of("target/native")))
                .cluster(days.items, THEME);
    }

    @Benchmark
    public List<Story> months_by_words(Months months) {
        return new StoryClusterer(Optional::empty).cluster(months.items, THEME);
    }

    /** Makes the same items up each time. */
    private static final class Wire {

        private static final int TITLE = 8;
        private static final int SUMMARY = 14;

        private final Random random;
        private final NavigableMap<Integer, String> words = new TreeMap<>();
        private int sum;

        private Wire(long seed) {
            random = new Random(seed);
            var in = Objects.requireNonNull(Grouping.class.getResourceAsStream("/story/document-frequencies.tsv"));
            try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                reader.lines().skip(1).map(line -> line.split("\t")).forEach(pair -> {
                    words.put(sum, pair[0]);
                    sum += Integer.parseInt(pair[1]);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<Item> items(int count, int days) {
            var items = new ArrayList<Item>();
            while (items.size() < count) {
                long start = random.nextInt(days * 24 * 60);
                List<String> event = words(12);
                int reports = random.nextInt(10) == 0 ? 2 + random.nextInt(38) : 1;
                for (int i = 0; i < reports && items.size() < count; i++) {
                    items.add(item(items.size(), event, start + random.nextInt(2 * 24 * 60)));
                }
            }
            return items;
        }

        private Item item(int id, List<String> event, long minute) {
            Instant published = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(60 * minute);
            return new Item(
                    id,
                    "outlet " + random.nextInt(300),
                    "GB",
                    Ownership.PRIVATE,
                    "https://news.example/" + id,
                    text(event, TITLE),
                    text(event, SUMMARY),
                    null,
                    published,
                    null,
                    0);
        }

        /** Half of it words of the event. */
        private String text(List<String> event, int length) {
            var text = new ArrayList<>(words(length / 2));
            for (int i = 0; i < length / 2; i++) {
                text.add(event.get(random.nextInt(event.size())));
            }
            return String.join(" ", text);
        }

        private List<String> words(int count) {
            return random.ints(count, 0, sum)
                    .mapToObj(i -> words.floorEntry(i).getValue())
                    .toList();
        }
    }
}
