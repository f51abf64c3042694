package org.dailybriefing.render.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.render.proof.Remark.Kind;

/** What is left of an unfinished text or of a template. */
final class WordProof {

    /** As whole words; the first three in capitals only, since some languages have them as words of their own. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?:TK)+|TODO|XXX|(?i:lorem ipsum))(?![\\p{L}\\p{N}])");

    /** What Thymeleaf and the edition's wording fill in. A bar is no sure sign: text has it between words. */
    private static final Pattern TEMPLATE =
            Pattern.compile("[$*#]\\{|\\[\\[|\\[\\(|\\{\\d}|(?<![\\p{L}\\p{N}])(?:th:|data-th-)[a-z-]+(?=\\s*=)");

    /** In characters, on either side of what is found. */
    private static final int CONTEXT = 25;

    private WordProof() {}

    /** @param where what a person calls it */
    private record Passage(String where, String words) {}

    static Stream<Remark> read(List<Entry> entries, RenderedIssue rendered, HtmlPart page, String text) {
        List<Passage> passages = new ArrayList<>();
        entries.forEach(
                entry -> passages.add(new Passage("story " + entry.story(), entry.headline() + "\n" + entry.deck())));
        passages.add(new Passage("subject", rendered.subject()));
        passages.add(new Passage("preheader", rendered.preheader()));
        passages.add(new Passage("html", page.words()));
        passages.add(new Passage("text", text));
        Stream<Remark> placeholders = find(Kind.PLACEHOLDER, PLACEHOLDER, "waits for its text", passages);
        passages.add(new Passage("html", page.attributes().collect(Collectors.joining("\n"))));
        return Stream.concat(placeholders, find(Kind.TEMPLATE, TEMPLATE, "is left of a template", passages));
    }

    /** Each sign once, where it stands first: what a story says, the parts repeat. */
    private static Stream<Remark> find(Kind kind, Pattern signs, String what, List<Passage> passages) {
        var remarks = new ArrayList<Remark>();
        Set<String> found = new HashSet<>();
        for (Passage passage : passages) {
            Matcher sign = signs.matcher(passage.words());
            while (sign.find()) {
                if (found.add(sign.group())) {
                    remarks.add(new Remark(
                            kind,
                            passage.where(),
                            "\"%s\" %s (%s: \"%s\")."
                                    .formatted(sign.group(), what, passage.where(), around(sign, passage))));
                }
            }
        }
        return remarks.stream();
    }

    private static String around(Matcher sign, Passage passage) {
        String words = passage.words();
        int start = Math.max(0, sign.start() - CONTEXT);
        int end = Math.min(words.length(), sign.end() + CONTEXT);
        // not through the middle of a character
        start += start > 0 && Character.isLowSurrogate(words.charAt(start)) ? 1 : 0;
        end -= end < words.length() && Character.isLowSurrogate(words.charAt(end)) ? 1 : 0;
        return words.substring(start, end).replaceAll("\\s+", " ").strip();
    }
}
