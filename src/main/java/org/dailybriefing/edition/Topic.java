package org.dailybriefing.edition;

import static org.dailybriefing.base.Required.required;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A heading of the mail and the words that lead to it.
 *
 * @param strong terms that count three times
 * @param terms terms that count twice
 * @param weak terms that count once, because they lead to other topics nearly as often
 */
public record Topic(
        String slug,
        String name,
        @DefaultValue List<String> strong,
        @DefaultValue List<String> terms,
        @DefaultValue List<String> weak) {

    public Topic {
        required("slug", slug);
        required("name", name);
    }
}
