package org.dailybriefing.issue;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.issue.Correction.Pin;
import org.springframework.stereotype.Component;

/** The stories that an editor can mean, each with its items as they are by now. */
final class KnownStories {

    private final String edition;
    private final StoryStore store;
    private final Corrections made;
    /** For each story its items, and the story that each would be in if editors had corrected nothing. */
    private final TreeMap<Long, TreeMap<Long, Long>> items = new TreeMap<>();

    private final String offer;

    private KnownStories(String edition, StoryStore store, Corrections made, String offer) {
        this.edition = edition;
        this.store = store;
        this.made = made;
        this.offer = offer;
    }

    /** Reads them from the store. */
    @Component
    static final class Reader {

        private final StoryStore stories;
        private final CorrectionStore corrections;
        private final IssueStore issues;
        private final DraftStore drafts;

        Reader(StoryStore stories, CorrectionStore corrections, IssueStore issues, DraftStore drafts) {
            this.stories = stories;
            this.corrections = corrections;
            this.issues = issues;
            this.drafts = drafts;
        }

        KnownStories read(String edition) {
            var made = Corrections.of(corrections.all(edition));
            var known = new KnownStories(edition, stories, made, offer(edition));
            stories.byItem(edition)
                    .forEach((item, home) -> known.items
                            .computeIfAbsent(made.storyOf(item, home), id -> new TreeMap<>())
                            .put(item, home.cluster()));
            return known;
        }

        private String offer(String edition) {
            Optional<Issue> latest = issues.latest(edition);
            List<Long> printed = latest.stream()
                    .flatMap(issue -> drafts.entries(issue.id()).stream())
                    .map(Entry::story)
                    .sorted()
                    .toList();
            if (latest.isEmpty() || printed.isEmpty()) {
                return "the edition has no stories yet; compile makes them";
            }
            return "the issue " + latest.get().label() + " has " + numbers(printed);
        }
    }

    /** A part of a sentence that says which stories there are. */
    String offer() {
        return offer;
    }

    /**
     * @return the numbers of its items, one or more
     * @throws Refusal if it is no story of the edition, or has become part of another
     */
    List<Long> require(long story) {
        if (items.containsKey(story)) {
            return List.copyOf(items.get(story).keySet());
        }
        String owner = store.edition(story).orElse("");
        String what = owner.isEmpty()
                ? "There is no story " + story
                : !owner.equals(edition)
                        ? "Story " + story + " is one of " + owner + ", not of " + edition
                        : made.story(story) != story
                                ? "Story " + story + " has become part of story " + made.story(story)
                                : "Story " + story + " has no items any more";
        throw new Refusal(what + "; " + offer + ".");
    }

    /** @throws Refusal as {@link #require}, or if an editor has dropped it: a merge would bring it back */
    void requireKept(long story) {
        require(story);
        made.dropped(story).ifPresent(drop -> {
            throw new Refusal("Story " + story + " was dropped by " + drop.who() + " (correction " + drop.id()
                    + "); undo that before you merge it.");
        });
    }

    /** All items of these stories go into another. */
    List<Pin> joining(Set<Long> stories, long into) {
        return stories.stream()
                .flatMap(story -> require(story).stream().map(item -> new Pin(item, story, into)))
                .toList();
    }

    /** Some items of a story go into one of their own, and the others stay. */
    List<Pin> parting(long story, Collection<Long> leaving, long own) {
        return require(story).stream()
                .map(item ->
                        leaving.contains(item) ? new Pin(item, story, own) : new Pin(item, home(item, story), story))
                .toList();
    }

    /** All of a story, where it is. */
    List<Pin> staying(long story) {
        return parting(story, List.of(), story);
    }

    private long home(long item, long story) {
        long cluster = Objects.requireNonNull(items.get(story)).getOrDefault(item, story);
        return made.story(cluster) == story ? cluster : story;
    }

    static String numbers(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
