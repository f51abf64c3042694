package org.dailybriefing.story;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.beat.Names;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Topic;

/**
 * What all items of an edition have in common, and what so tells none of its events from another.
 *
 * @param names gives the names in a text one spelling each
 * @param subject what the edition is about, in a few words
 */
public record Theme(UnaryOperator<String> names, String subject) {

    /** Its name and those of its topics. */
    public static Theme of(Edition edition) {
        return new Theme(
                Names.of(edition)::unify,
                Stream.concat(
                                Stream.of(edition.name()),
                                edition.topics().stream().map(Topic::name))
                        .collect(Collectors.joining(". ")));
    }
}
