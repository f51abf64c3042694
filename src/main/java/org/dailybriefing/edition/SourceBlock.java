package org.dailybriefing.edition;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Where the {@code sources} of a definition end, in its text.
 *
 * @param end after the line of the last entry
 * @param indent blanks before its dash
 */
record SourceBlock(String text, int end, int indent) {

    /** What needs no quotes whatever stands around it: not empty, no number, none of YAML 1.1's words for true, false and null. */
    private static final Pattern PLAIN =
            Pattern.compile("(?i)(?!(y|n|yes|no|on|off|true|false|null)$)\\p{L}[\\p{L} ]*\\p{L}");

    /** Controls, and what YAML 1.1 takes for the end of a line. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\uFEFF]");

    /** @return empty if the sources are not a list with a line of its own for each entry */
    static Optional<SourceBlock> find(String text) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            return sources(root).map(sources -> block(text, sources));
        } catch (YAMLException e) {
            return Optional.empty();
        }
    }

    private static Optional<SequenceNode> sources(Node root) {
        if (!(root instanceof MappingNode definition)) {
            return Optional.empty();
        }
        return definition.getValue().stream()
                .filter(pair -> pair.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("sources"))
                .map(NodeTuple::getValueNode)
                .filter(value -> value instanceof SequenceNode list
                        && list.getFlowStyle() == FlowStyle.BLOCK
                        && list.getAnchor() == null)
                .map(SequenceNode.class::cast)
                .findFirst();
    }

    private static SourceBlock block(String text, SequenceNode sources) {
        int end = text.offsetByCodePoints(0, end(sources));
        int line = text.indexOf('\n', Math.max(end - 1, 0));
        return new SourceBlock(
                text,
                line < 0 ? text.length() : line + 1,
                sources.getStartMark().getColumn());
    }

    /** In code points. The mark at the end of a block stands before what comes next, far below its last word. */
    private static int end(Node node) {
        if (node instanceof CollectionNode<?> block && block.getFlowStyle() == FlowStyle.BLOCK) {
            Object last = block.getValue().get(block.getValue().size() - 1);
            return end(last instanceof NodeTuple pair ? pair.getValueNode() : (Node) last);
        }
        return node.getEndMark().getIndex();
    }

    /** The text with further entries, each on a line of its own. */
    String with(List<Source> sources) {
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        var lines = new StringBuilder(text.startsWith("\n", end - 1) ? "" : newline);
        for (Source source : sources) {
            lines.append(" ".repeat(indent))
                    .append("- { name: %s, url: %s, country: %s, ownership: %s }"
                            .formatted(
                                    scalar(source.name()),
                                    quoted(source.url().toString()),
                                    scalar(source.country()),
                                    source.ownership().name().toLowerCase(Locale.ROOT)))
                    .append(newline);
        }
        return text.substring(0, end) + lines + text.substring(end);
    }

    /** The country NO is no for YAML. */
    private static String scalar(String value) {
        return PLAIN.matcher(value).matches() ? value : quoted(value);
    }

    private static String quoted(String value) {
        String escaped = UNPRINTABLE
                .matcher(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
        return '"' + escaped + '"';
    }
}
