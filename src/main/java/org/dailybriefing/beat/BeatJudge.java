package org.dailybriefing.beat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dailybriefing.beat.Verdict.Kind;
import org.dailybriefing.edition.Beat;
import org.dailybriefing.edition.Beat.Rule;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.Item;

/** Applies an edition's rules: those that exclude first, then those that include, then the edge; the first that fits decides. */
public final class BeatJudge {

    private final Beat beat;
    private final Names names;
    private final ReadersLanguage language;
    private final Map<String, List<Term>> groups = new LinkedHashMap<>();

    public BeatJudge(Edition edition) {
        beat = edition.beat();
        names = Names.of(edition);
        language = new ReadersLanguage(edition.wording().language());
        beat.words()
                .forEach((group, terms) -> groups.put(
                        group, terms.stream().map(term -> Term.of(term, names)).toList()));
    }

    public Verdict judge(Item item) {
        var title = Words.of(names.unify(item.title()));
        var text = Words.of(names.unify(item.text()));
        return first(Kind.OFF, beat.exclude(), title, text)
                .or(() -> first(Kind.ON, beat.include(), title, text).map(verdict -> readable(verdict, text)))
                .or(() -> first(Kind.EDGE, beat.edge(), title, text))
                .orElseGet(() -> new Verdict(Kind.OFF, "no rule fits"));
    }

    private Verdict readable(Verdict verdict, Words text) {
        return language.isLanguageOf(text)
                ? verdict
                : new Verdict(Kind.EDGE, "not in the readers' language, though " + verdict.reason());
    }

    private Optional<Verdict> first(Kind kind, List<Rule> rules, Words title, Words text) {
        return rules.stream()
                .map(rule -> found(rule, title, text)
                        .map(words -> new Verdict(kind, rule.rule() + ": " + String.join(", ", words))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The words by which a rule fits, or nothing when it doesn't. */
    private Optional<List<String>> found(Rule rule, Words title, Words text) {
        var words = new ArrayList<String>();
        for (String group : rule.all()) {
            Optional<Term> term = find(List.of(group), text);
            if (term.isEmpty()) {
                return Optional.empty();
            }
            words.add(term.get().toString());
        }
        if (find(rule.unless(), text).isPresent()) {
            return Optional.empty();
        }
        return find(rule.any(), text, words) && find(rule.title(), title, words)
                ? Optional.of(words)
                : Optional.empty();
    }

    private boolean find(List<String> wanted, Words words, List<String> found) {
        if (wanted.isEmpty()) {
            return true;
        }
        Optional<Term> term = find(wanted, words);
        term.ifPresent(t -> found.add(t.toString()));
        return term.isPresent();
    }

    private Optional<Term> find(List<String> wanted, Words words) {
        return wanted.stream()
                .flatMap(group -> Objects.requireNonNull(groups.get(group)).stream())
                .filter(term -> term.in(words))
                .findFirst();
    }
}
