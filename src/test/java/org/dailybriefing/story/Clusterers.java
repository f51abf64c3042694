package org.dailybriefing.story;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Clusterers for tests. */
public final class Clusterers {

    /** As it runs by default: with the language model, which is loaded once. */
    public static final StoryClusterer OF_WORDS_AND_MEANING =
            new StoryClusterer(() -> MiniLm.open(Path.of("target/native")));

    public static final StoryClusterer OF_WORDS = new StoryClusterer(Optional::empty);

    public static final Theme TALKS = new Theme(UnaryOperator.identity(), "Talks on the end of the war in Ukraine");

    private Clusterers() {}
}
