package org.dailybriefing.render;

import java.util.ArrayList;
import java.util.List;

/** Folds the plain text at 72 columns. A word that is longer stays whole: a link must not be broken. */
public final class Wrap {

    private static final int COLUMNS = 72;

    public String text(String text) {
        return indent(0, text);
    }

    /** @param blanks before each line, 0 to 20 */
    public String indent(int blanks, String text) {
        String margin = " ".repeat(blanks);
        return margin + String.join("\n" + margin, lines(text, COLUMNS - blanks));
    }

    /** As {@link #indent}, behind a mark that stands in the first line's blanks. */
    public String hang(int blanks, String text) {
        return indent(blanks, text).substring(blanks);
    }

    private static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
