package org.dailybriefing.story;

import java.util.Locale;

/** What tells which items report one event. */
public enum Comparison {
    WORDS("words alone"),
    /** By the language model, and words. */
    MEANING("words and meaning");

    private final String words;

    Comparison(String words) {
        this.words = words;
    }

    /** As the store has it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Comparison of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** As an operator reads it. */
    public String words() {
        return words;
    }
}
