package org.dailybriefing.render;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderDeclarationList;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.writer.CSSWriterSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Writes the rules of a template's {@code <style data-inline>} into the elements that they mean, by the cascade of CSS
 * (selectors level 3, 9), since mail clients drop or rewrite style sheets. Classes that no other style block names are then
 * taken away.
 */
final class StyleInliner {

    private static final CSSWriterSettings COMPACT = new CSSWriterSettings().setOptimizedOutput(true);
    private static final Pattern CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");

    private StyleInliner() {}

    /** @param specificity ids, classes and attributes, elements, each in a byte */
    private record Rule(String selector, int specificity, Map<String, String> declarations) {}

    /** @throws IllegalArgumentException if the style sheet cannot be read */
    static String inline(String template) {
        Document page = Jsoup.parse(template);
        page.outputSettings().prettyPrint(false);
        var styles = new LinkedHashMap<Element, Map<String, String>>();
        for (Rule rule : rules(page)) {
            for (Element element : page.select(rule.selector)) {
                Map<String, String> own = styles.computeIfAbsent(element, e -> new LinkedHashMap<>());
                add(own, rule.declarations);
            }
        }
        styles.forEach(StyleInliner::write);
        page.select("style[data-inline]").forEach(StyleInliner::leaveItsLines);
        dropClasses(page);
        return page.outerHtml();
    }

    /** The weakest first, and those of one strength in the order of the sheet. */
    private static List<Rule> rules(Document page) {
        var rules = new ArrayList<Rule>();
        for (Element style : page.select("style[data-inline]")) {
            CascadingStyleSheet sheet = CSSReader.readFromStringReader(style.data(), new CSSReaderSettings());
            if (sheet == null) {
                throw new IllegalArgumentException("the style block with data-inline is no CSS");
            }
            for (CSSStyleRule rule : sheet.getAllStyleRules()) {
                Map<String, String> declarations = declarations(rule.getAllDeclarations());
                for (CSSSelector selector : rule.getAllSelectors()) {
                    String text = selector.getAsCSSString(COMPACT);
                    rules.add(new Rule(text, specificity(text), declarations));
                }
            }
        }
        rules.sort(Comparator.comparingInt(Rule::specificity));
        return rules;
    }

    private static Map<String, String> declarations(Iterable<CSSDeclaration> all) {
        var declarations = new LinkedHashMap<String, String>();
        for (CSSDeclaration declaration : all) {
            declarations.put(
                    declaration.getProperty(), declaration.getExpression().getAsCSSString(COMPACT));
        }
        return declarations;
    }

    static int specificity(String selector) {
        long ids = Pattern.compile("#[\\w-]+").matcher(selector).results().count();
        long classes = Pattern.compile("\\.[\\w-]+|\\[[^]]*]")
                .matcher(selector)
                .results()
                .count();
        long elements = Pattern.compile("(?<![\\w.#\\[:-])[a-zA-Z][\\w-]*")
                .matcher(selector)
                .results()
                .count();
        return (int) (ids << 16 | classes << 8 | elements);
    }

    /** Behind the others: a later shorthand overrides what stood before it. */
    private static void add(Map<String, String> style, Map<String, String> declarations) {
        style.keySet().removeAll(declarations.keySet());
        style.putAll(declarations);
    }

    /** What the element says itself comes last, and wins. */
    private static void write(Element element, Map<String, String> style) {
        var own = CSSReaderDeclarationList.readFromString(element.attr("style"));
        if (own != null) {
            add(style, declarations(own.getAllDeclarations()));
        }
        element.attr(
                "style",
                style.entrySet().stream()
                        .map(declaration -> declaration.getKey() + ":" + declaration.getValue())
                        .collect(Collectors.joining(";")));
    }

    /** In a comment that the template engine drops: what it says of the lines below stays true. */
    private static void leaveItsLines(Element style) {
        style.replaceWith(new Comment("/*" + style.data().replaceAll("[^\n]", "") + "*/"));
    }

    private static void dropClasses(Document page) {
        Set<String> named = CLASS.matcher(
                        page.select("style").stream().map(Element::data).collect(Collectors.joining()))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        for (Element element : page.select("[class]")) {
            element.classNames(element.classNames().stream()
                    .filter(named::contains)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
            if (element.className().isEmpty()) {
                element.removeAttr("class");
            }
        }
    }
}
