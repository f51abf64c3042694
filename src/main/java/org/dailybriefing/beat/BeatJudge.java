package org.dailybriefing.beat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dailybriefing.beat.Verdict.Kind;
import org.dailybriefing.edition.Beat;
import org.dailybriefing.edition.Beat.Rule;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.feed.Item;

/** Applies an edition's rules: those that exclude first, then those that include, then the edge; the first that fits decides. */
public final class BeatJudge {

    private record Found(Set<Term> title, Set<Term> text) {}

    private final Beat beat;
    private final Names names;
    private final ReadersLanguage language;
    private final Map<String, List<Term>> groups = new LinkedHashMap<>();
    private final Terms terms;

    public BeatJudge(Edition edition) {
        beat = edition.beat();
        names = Names.of(edition);
        language = new ReadersLanguage(edition.wording().language());
        beat.words()
                .forEach((group, terms) -> groups.put(
                        group, terms.stream().map(term -> Term.of(term, names)).toList()));
        terms = new Terms(groups.values().stream().flatMap(List::stream).toList());
    }

    public Verdict judge(Item item) {
        Words text = Words.of(names.unify(item.text()));
        var found = new Found(terms.in(Words.of(names.unify(item.title()))), terms.in(text));
        return first(Kind.OFF, beat.exclude(), found)
                .or(() -> first(Kind.ON, beat.include(), found)
                        .or(() -> first(Kind.EDGE, beat.edge(), found))
                        .map(verdict -> readable(verdict, item, text)))
                .orElseGet(() -> new Verdict(Kind.OFF, "no rule fits"));
    }

    /** Whether the edition's readers can read it. */
    public boolean isReadable(Item item) {
        return language.isLanguageOf(item.text(), Words.of(names.unify(item.text())));
    }

    private Verdict readable(Verdict verdict, Item item, Words text) {
        return language.isLanguageOf(item.text(), text)
                ? verdict
                : new Verdict(Kind.EDGE, "not in the readers' language, though " + verdict.reason());
    }

    private Optional<Verdict> first(Kind kind, List<Rule> rules, Found found) {
        return rules.stream()
                .map(rule -> reasons(rule, found)
                        .map(words -> new Verdict(kind, rule.rule() + ": " + String.join(", ", words))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The words by which a rule fits, or nothing when it doesn't. */
    private Optional<List<String>> reasons(Rule rule, Found found) {
        var words = new ArrayList<String>();
        for (String group : rule.all()) {
            Optional<Term> term = find(List.of(group), found.text);
            if (term.isEmpty()) {
                return Optional.empty();
            }
            words.add(term.get().toString());
        }
        if (find(rule.unless(), found.text).isPresent()) {
            return Optional.empty();
        }
        return find(rule.any(), found.text, words) && find(rule.title(), found.title, words)
                ? Optional.of(words)
                : Optional.empty();
    }

    private boolean find(List<String> wanted, Set<Term> there, List<String> found) {
        if (wanted.isEmpty()) {
            return true;
        }
        Optional<Term> term = find(wanted, there);
        term.ifPresent(t -> found.add(t.toString()));
        return term.isPresent();
    }

    private Optional<Term> find(List<String> wanted, Set<Term> there) {
        return wanted.stream()
                .flatMap(group -> Objects.requireNonNull(groups.get(group)).stream())
                .filter(there::contains)
                .findFirst();
    }
}
