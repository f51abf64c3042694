package org.dailybriefing.edition;

import static org.dailybriefing.base.Required.required;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an edition covers, in words that an editor writes.
 *
 * @param names people, places and bodies, each with all its spellings; the first stands for all
 * @param words groups of words that mean one thing; {@code *} ends a stem
 * @param exclude rules looked at first: what must not be in
 * @param include rules looked at next: what must be in
 * @param edge rules looked at last: close to the beat, shown to editors and not printed
 */
public record Beat(
        @DefaultValue List<List<String>> names,
        @DefaultValue Map<String, List<String>> words,
        @DefaultValue List<Rule> exclude,
        @DefaultValue List<Rule> include,
        @DefaultValue List<Rule> edge) {

    public Beat {
        check(names);
        required("words", words.keySet());
        required("include", include);
        for (Rule rule : Stream.of(exclude, include, edge).flatMap(List::stream).toList()) {
            for (String group : rule.groups()) {
                if (!words.containsKey(group)) {
                    throw new IllegalArgumentException("the rule \"" + rule.rule() + "\" names the words \"" + group
                            + "\", which beat.words does not have; it has " + String.join(", ", words.keySet()));
                }
            }
        }
    }

    private static void check(List<List<String>> names) {
        var known = new HashMap<String, List<String>>();
        for (int i = 0; i < names.size(); i++) {
            List<String> name = names.get(i);
            if (name.isEmpty()) {
                throw new IllegalArgumentException("names has an empty name"
                        + (i == 0 ? "" : " after " + names.get(i - 1).get(0)));
            }
            name.forEach(spelling -> check(spelling, name, known));
            if (name.get(0).contains("*")) {
                throw new IllegalArgumentException("names has \"" + name.get(0)
                        + "\" as a first spelling; that stands for all others and cannot have a *");
            }
        }
    }

    private static void check(String spelling, List<String> name, Map<String, List<String>> known) {
        if (spelling.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("names has an empty spelling in " + name);
        }
        List<String> other = known.putIfAbsent(folded(spelling), name);
        if (other != null && other != name) {
            throw new IllegalArgumentException("names has \"" + spelling + "\" under " + other.get(0) + " and under "
                    + name.get(0) + "; keep one of them");
        }
    }

    /** Upper or lower case, accents and how it is spaced make no other spelling. */
    private static String folded(String spelling) {
        return Normalizer.normalize(spelling.strip().replaceAll("\\s+", " "), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * A rule fits when title and summary have a word of each group in {@code all}, of one group in {@code any}, of none in
     * {@code unless}, and the title has a word of a group in {@code title}. What is left out is not asked for.
     */
    public record Rule(
            String rule,
            @DefaultValue List<String> all,
            @DefaultValue List<String> any,
            @DefaultValue List<String> unless,
            @DefaultValue List<String> title) {

        public Rule {
            required("rule", rule);
            if (all.isEmpty() && any.isEmpty() && title.isEmpty()) {
                throw new IllegalArgumentException(
                        "the rule \"" + rule + "\" asks for nothing; give it all, any or title");
            }
        }

        List<String> groups() {
            return Stream.of(all, any, unless, title).flatMap(List::stream).toList();
        }
    }
}
