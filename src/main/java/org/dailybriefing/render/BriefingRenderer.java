package org.dailybriefing.render;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.RenderedIssue;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** Renders an issue by its edition's own templates, {@code briefing.html} and {@code briefing.txt}. */
@Component
public class BriefingRenderer {

    private final Settings settings;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    BriefingRenderer(Settings settings) {
        this.settings = settings;
        engine.addTemplateResolver(MailTemplates.html());
        engine.addTemplateResolver(MailTemplates.text());
        engine.setEnableSpringELCompiler(true);
    }

    /** @throws Refusal if there is nothing to print, or a template is broken or lacks the unsubscribe link */
    public RenderedIssue render(Edition edition, Issue issue, List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new Refusal("The issue " + issue.label() + " has no stories to show.");
        }
        var composer = new BriefingComposer(edition, issue, entries, webAddress(issue));
        Briefing briefing = composer.compose();
        var context = new Context(
                edition.wording().language(),
                Map.of(
                        "briefing", briefing,
                        "links", links(edition, issue),
                        "words", composer.words(briefing.minutes()),
                        "sender", edition.sender(),
                        "wrap", new Wrap()));
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME, evaluation());
        return new RenderedIssue(
                briefing.subject(),
                briefing.preheader(),
                rendered(edition, "briefing.html", context),
                rendered(edition, "briefing.txt", context),
                edition.sender(),
                edition.wording().language(),
                edition.timetable().zone());
    }

    private static EvaluationContext evaluation() {
        var evaluation = new StandardEvaluationContext();
        evaluation.addPropertyAccessor(new RecordAccessor());
        return evaluation;
    }

    /** The sentence that names an issue's main stories. */
    public String opening(Edition edition, Issue issue, List<Entry> entries) {
        return new BriefingComposer(edition, issue, entries, webAddress(issue)).opening();
    }

    /** Where readers find the issue on the site. */
    public String webAddress(Issue issue) {
        return settings.url("/editions/" + issue.edition() + "/" + issue.date());
    }

    private Briefing.Links links(Edition edition, Issue issue) {
        return new Briefing.Links(
                webAddress(issue),
                Place.unsubscribe(),
                Place.preferences(),
                settings.url("/editions/" + edition.slug()));
    }

    private String rendered(Edition edition, String name, Context context) {
        String rendered = process(edition, name, context);
        if (!stencil(edition, name, rendered).has(Place.Kind.UNSUBSCRIBE)) {
            throw new Refusal(
                    edition.folder().resolve(name) + " has no unsubscribe link; put ${links.unsubscribe} into it.");
        }
        return rendered;
    }

    private static Stencil stencil(Edition edition, String name, String rendered) {
        try {
            return Stencil.of(rendered, UnaryOperator.identity());
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    edition.folder().resolve(name)
                            + " cannot be filled in for readers: it, or the edition.yml beside it,"
                            + " has a letter of a private alphabet (U+E000 to U+F8FF), or changes the words around a"
                            + " reader's name or link; print those as they are.",
                    e);
        }
    }

    private String process(Edition edition, String name, Context context) {
        String template = edition.folder().resolve(name).toString();
        try {
            return engine.process(template, context);
        } catch (TemplateProcessingException e) {
            throw new Refusal(template + line(e) + " cannot be rendered: " + reason(e) + ".", e);
        }
    }

    /** It is the cause that knows the line. */
    private static String line(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateProcessingException at && at.getLine() != null) {
                return " line " + at.getLine();
            }
        }
        return "";
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElse("no reason given")
                .replaceAll("[.?]$", "");
    }
}
