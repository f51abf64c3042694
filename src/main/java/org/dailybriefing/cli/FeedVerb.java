package org.dailybriefing.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dailybriefing.feed.fetch.ContentDecoding;
import org.dailybriefing.feed.fetch.FeedFetcher;
import org.dailybriefing.feed.fetch.FetchException;
import org.dailybriefing.feed.fetch.FetchRequest;
import org.dailybriefing.feed.fetch.FetchResult;
import org.dailybriefing.feed.parse.FeedEntry;
import org.dailybriefing.feed.parse.FeedParser;
import org.dailybriefing.feed.parse.Image;
import org.dailybriefing.feed.parse.ParseResult;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "feed", description = "Show what the collector makes of feeds; nothing is kept.")
final class FeedVerb implements Callable<Integer> {

    private static final int MOST_BYTES = 10 << 20;

    @ParentCommand
    private CommandLineDoor door;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Parameters(
            paramLabel = "URL|FILE",
            arity = "1..*",
            description = "Addresses, or files that were saved from the web.")
    private List<String> inputs = List.of();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where a file is from; its links may be relative to it.")
    private @Nullable URI baseUrl;

    @Option(names = "--content-type", paramLabel = "TYPE", description = "The Content-Type that a file came with.")
    private @Nullable String contentType;

    @Mixin
    private JsonOption json = new JsonOption();

    private @Nullable ConfigurableApplicationContext program;

    @Override
    public Integer call() {
        int failed = 0;
        try {
            for (String input : inputs) {
                failed += show(input, read(input)) ? 0 : 1;
            }
        } finally {
            if (program != null) {
                program.close();
            }
        }
        return failed == 0 ? 0 : failed == inputs.size() ? CommandLineDoor.REFUSED : CommandLineDoor.PARTLY;
    }

    private ParseResult read(String input) {
        try {
            return input.matches("(?i)https?://.*") ? fetch(URI.create(input)) : parse(Path.of(input));
        } catch (IllegalArgumentException e) {
            return new ParseResult.NoFeed("is neither an address nor a file", List.of());
        }
    }

    private ParseResult parse(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return FeedParser.parse(ContentDecoding.decode(in, null, MOST_BYTES), contentType, baseUrl);
        } catch (NoSuchFileException e) {
            return new ParseResult.NoFeed("does not exist", List.of());
        } catch (FetchException e) {
            return new ParseResult.NoFeed(String.valueOf(e.getMessage()), List.of());
        } catch (IOException e) {
            return new ParseResult.NoFeed("cannot be read (" + e.getMessage() + ")", List.of());
        }
    }

    private ParseResult fetch(URI url) {
        if (program == null) {
            program = door.open();
        }
        FetchResult result =
                program.getBean(FeedFetcher.class).fetch(new FetchRequest(url, null, null, other -> false));
        if (result instanceof FetchResult.Fetched fetched) {
            return FeedParser.parse(fetched.bytes(), fetched.contentType(), fetched.url());
        }
        return new ParseResult.NoFeed(
                result instanceof FetchResult.Failed failed ? failed.why() : "did not send a document", List.of());
    }

    private boolean show(String input, ParseResult result) {
        if (result instanceof ParseResult.Feed feed) {
            if (json.wanted()) {
                door.out().println(JsonOption.text(row(input, feed)));
            } else {
                show(feed);
            }
            return true;
        }
        var no = (ParseResult.NoFeed) result;
        String sentence = sentence(input, no);
        if (json.wanted()) {
            door.out().println(JsonOption.text(row(input, sentence, no)));
        }
        System.err.println(sentence);
        return false;
    }

    private static String sentence(String input, ParseResult.NoFeed no) {
        String links =
                String.join(", ", no.alternates().stream().map(URI::toString).toList());
        return input + " " + no.why() + (links.isEmpty() ? "" : "; it links to the feed " + links) + ".";
    }

    private void show(ParseResult.Feed feed) {
        print("%s (%s, %s, %d items)"
                .formatted(
                        feed.title(),
                        feed.format(),
                        feed.charset(),
                        feed.entries().size()));
        feed.problems().forEach(problem -> print("  problem: " + problem));
        for (FeedEntry entry : feed.entries()) {
            print("  %-20s  %s%s"
                    .formatted(
                            entry.published() == null ? "undated" : entry.published(),
                            entry.title(),
                            entry.source() == null ? "" : " (" + entry.source() + ")"));
            print("  %-20s  %s".formatted("", entry.link() == null ? "no link" : entry.link()));
        }
    }

    private void print(String line) {
        door.out().println(line);
    }

    private static Map<String, @Nullable Object> row(String input, ParseResult.Feed feed) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("input", input);
        row.put("ok", true);
        row.put("title", feed.title());
        row.put("charset", feed.charset());
        row.put("format", feed.format());
        row.put("repaired", feed.repaired());
        row.put("problems", feed.problems());
        row.put("items", feed.entries().stream().map(FeedVerb::row).toList());
        return row;
    }

    private static Map<String, @Nullable Object> row(String input, String sentence, ParseResult.NoFeed no) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("input", input);
        row.put("ok", false);
        row.put("problems", List.of(sentence));
        row.put("alternates", no.alternates());
        row.put("items", List.of());
        return row;
    }

    private static Map<String, @Nullable Object> row(FeedEntry entry) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", entry.id());
        row.put("title", entry.title());
        row.put("link", entry.link());
        row.put("published", entry.published());
        row.put("updated", entry.updated());
        row.put("summary", entry.summary());
        row.put("author", entry.author());
        Image image = entry.image();
        row.put("image", image == null ? null : image.url());
        row.put("caption", image == null ? null : image.caption());
        row.put("credit", image == null ? null : image.credit());
        row.put("source", entry.source());
        row.put("language", entry.language());
        return row;
    }
}
