package org.dailybriefing.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** Reads a mail's template, with its styles written into its elements, and again whenever its file changes. */
final class MailTemplates extends AbstractConfigurableTemplateResolver {

    private MailTemplates(String pattern, TemplateMode mode) {
        setResolvablePatterns(Set.of(pattern));
        setTemplateMode(mode);
    }

    static MailTemplates html() {
        return new MailTemplates("*.html", TemplateMode.HTML);
    }

    static MailTemplates text() {
        return new MailTemplates("*.txt", TemplateMode.TEXT);
    }

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            @Nullable String ownerTemplate,
            String template,
            String resourceName,
            @Nullable String characterEncoding,
            Map<String, Object> attributes) {
        try {
            String text = Files.readString(Path.of(resourceName), StandardCharsets.UTF_8);
            return new StringTemplateResource(
                    getTemplateMode() == TemplateMode.HTML ? StyleInliner.inline(text) : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected ICacheEntryValidity computeValidity(
            IEngineConfiguration configuration,
            @Nullable String ownerTemplate,
            String template,
            Map<String, Object> attributes) {
        Path file = Path.of(template);
        String read = state(file);
        return new ICacheEntryValidity() {
            @Override
            public boolean isCacheable() {
                return true;
            }

            @Override
            public boolean isCacheStillValid() {
                return state(file).equals(read);
            }
        };
    }

    private static String state(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "gone";
        }
    }
}
