package org.dailybriefing.topic;

import java.util.List;
import org.dailybriefing.beat.Term;
import org.dailybriefing.beat.Words;
import org.dailybriefing.edition.Topic;
import org.dailybriefing.feed.Item;

/**
 * Finds a story's topic by the edition's terms: each that occurs in an item counts 1, a strong one 3, in the title twice.
 * The highest sum over the story's items wins, the earlier topic in a tie; without any it is the last topic.
 */
public final class TopicPicker {

    private record Candidate(Topic topic, List<Term> strong, List<Term> terms) {}

    private final List<Candidate> candidates;

    public TopicPicker(List<Topic> topics) {
        candidates = topics.stream()
                .map(topic -> new Candidate(
                        topic,
                        topic.strong().stream().map(Term::of).toList(),
                        topic.terms().stream().map(Term::of).toList()))
                .toList();
    }

    /** @return the slug of the topic */
    public String pick(List<Item> items) {
        var titles = items.stream().map(item -> Words.of(item.title())).toList();
        var texts = items.stream().map(item -> Words.of(item.text())).toList();
        String best = candidates.get(candidates.size() - 1).topic().slug();
        long most = 0;
        for (Candidate candidate : candidates) {
            long score = score(candidate, titles) + score(candidate, texts);
            if (score > most) {
                most = score;
                best = candidate.topic().slug();
            }
        }
        return best;
    }

    private static long score(Candidate candidate, List<Words> texts) {
        return texts.stream()
                .mapToLong(text -> 3 * count(candidate.strong(), text) + count(candidate.terms(), text))
                .sum();
    }

    private static long count(List<Term> terms, Words text) {
        return terms.stream().filter(term -> term.in(text)).count();
    }
}
