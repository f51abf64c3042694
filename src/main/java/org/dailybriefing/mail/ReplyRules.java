package org.dailybriefing.mail;

import static org.dailybriefing.base.Required.required;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dailybriefing.base.StrictYaml;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tells what a server means, in the conversation or in a report on a mail that came back: by enhanced status code, basic code
 * and words, in the order of {@code mail/reply-rules.yml}. The first rule that fits decides.
 */
public final class ReplyRules {

    private static final String SHIPPED = "mail/reply-rules.yml";

    private final List<Rule> rules;

    private ReplyRules(Content content) {
        rules = content.rules().stream().map(Rule::of).toList();
    }

    /** Those that the program brings along; to be made once and kept. */
    public static ReplyRules shipped() {
        return new ReplyRules(StrictYaml.shipped(SHIPPED, Content.class));
    }

    /** @throws org.dailybriefing.base.Refusal if the file does not fit, with its line */
    static ReplyRules read(Path file) {
        return new ReplyRules(StrictYaml.read(file, Content.class, Map.of()));
    }

    /** @param reply such as {@code 550 5.1.1 <x@example.org>: user unknown}; its lines may have been joined */
    public Cause cause(String reply) {
        return cause(RefusalWords.of(reply));
    }

    /**
     * Of one recipient in a report (RFC 3464).
     *
     * @param status such as {@code 5.1.1}; null if there was none
     * @param diagnostic what the receiving server said, with or without the type before it; may be empty
     */
    public Cause cause(@Nullable String status, String diagnostic) {
        return cause(RefusalWords.of(diagnostic).or(status));
    }

    private Cause cause(RefusalWords reply) {
        return rules.stream()
                .filter(rule -> rule.fits(reply))
                .map(Rule::cause)
                .findFirst()
                .orElse(Cause.FULL_OR_TEMPORARY);
    }

    private record Rule(
            @Nullable Pattern status,
            @Nullable Pattern code,
            @Nullable Pattern words,
            Cause cause) {

        static Rule of(Written written) {
            return new Rule(
                    anyOf(written.status(), "\\\\d{1,3}"),
                    anyOf(written.code(), "\\\\d"),
                    written.words().isEmpty()
                            ? null
                            : Pattern.compile(written.words().stream()
                                    .map(Pattern::quote)
                                    .collect(Collectors.joining("|", "(?<![a-z0-9])(?:", ")"))),
                    written.cause());
        }

        private static @Nullable Pattern anyOf(List<String> globs, String star) {
            return globs.isEmpty()
                    ? null
                    : Pattern.compile(
                            String.join("|", globs).replace(".", "\\.").replaceAll("\\*", star));
        }

        boolean fits(RefusalWords reply) {
            return (status == null
                            || reply.status() != null
                                    && status.matcher(reply.status()).matches())
                    && (code == null
                            || reply.code() != null
                                    && code.matcher(reply.code()).matches())
                    && (words == null || words.matcher(reply.words()).find());
        }
    }

    record Content(@DefaultValue List<Written> rules) {
        Content {
            required("rules", rules);
        }
    }

    /** A rule as it stands in the file. */
    record Written(
            @DefaultValue List<String> status,
            @DefaultValue List<String> code,
            @DefaultValue List<String> words,
            Cause cause) {

        Written {
            required("cause", cause);
            if (status.isEmpty() && code.isEmpty() && words.isEmpty()) {
                throw new IllegalArgumentException("status, code or words must say when the rule fits");
            }
            each(status, "[245*]\\.([0-9]{1,3}|\\*)\\.([0-9]{1,3}|\\*)", "no status such as 5.1.1 or \"4.*.*\"");
            each(code, "[245*][0-9*]{2}", "no code such as \"550\" or \"4**\"");
            // a word in capitals would never be found
            words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
            each(words, "\\S(.*\\S)?", "no word");
        }

        private static void each(List<String> values, String pattern, String problem) {
            for (String value : values) {
                if (!value.matches(pattern)) {
                    throw new IllegalArgumentException("\"" + value + "\" is " + problem);
                }
            }
        }
    }
}
