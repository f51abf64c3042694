package org.dailybriefing.story;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between quotation marks in a text.
 *
 * @param before what leads up to it, from the closing mark of the speech before on
 * @param after to the begin of the next
 */
record Speech(String before, String words, String after) {

    /** An opening mark with those that close it. */
    private static final List<String> PAIRS = List.of("“”", "«»", "„“”", "\"\"");

    static final String MARKS = "“”«»„\"";

    private record Span(int open, int close) {}

    /** In the order of the text; where a mark stands in the wrong place, there is none. One that does not end is left out. */
    static List<Speech> in(String text) {
        List<Span> spans = spans(text);
        var speeches = new ArrayList<Speech>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            int from = i == 0 ? 0 : spans.get(i - 1).close;
            int to = i + 1 == spans.size() ? text.length() : spans.get(i + 1).open;
            speeches.add(new Speech(
                    text.substring(from, span.open).strip(),
                    text.substring(span.open + 1, span.close).strip(),
                    text.substring(span.close + 1, to).strip()));
        }
        return speeches;
    }

    private static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        int open = -1;
        String closing = "";
        for (int i = 0; i < text.length(); i++) {
            char mark = text.charAt(i);
            if (MARKS.indexOf(mark) < 0) {
                continue;
            }
            if (open < 0) {
                closing = closing(mark);
                open = i;
            } else if (closing.indexOf(mark) >= 0 && isPair(text, open, i)) {
                spans.add(new Span(open, i));
                open = -1;
            } else {
                return List.of();
            }
        }
        return spans;
    }

    /** A straight mark looks the same at both ends, but has a word on one side only. */
    private static boolean isPair(String text, int open, int close) {
        return text.charAt(open) != '"'
                || (open == 0 || !Character.isLetterOrDigit(text.charAt(open - 1)))
                        && !Character.isWhitespace(text.charAt(open + 1))
                        && !Character.isWhitespace(text.charAt(close - 1))
                        && (close + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(close + 1)));
    }

    private static String closing(char mark) {
        return PAIRS.stream()
                .filter(pair -> pair.charAt(0) == mark)
                .map(pair -> pair.substring(1))
                .findFirst()
                .orElse("");
    }

    /** How many words a text has. */
    static int count(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
